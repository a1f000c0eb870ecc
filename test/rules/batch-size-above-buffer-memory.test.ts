import { batchSizeAboveBufferMemory } from "../../server/src/core/rules/all/batch-size-above-buffer-memory.js";
import { testRule } from "../support/rule-tester.js";

testRule(batchSizeAboveBufferMemory, {
  accept: [
    { text: "batch.size=65536" },
    { text: "batch.size=33554432" },
    { text: "buffer.memory=1000\nbatch.size=1000" },
    { text: "batch.size=64k\nbuffer.memory=10" },
    { text: "batch.size=65536\nbuffer.memory=32768\nbuffer.memory.allocation.strategy=incremental", version: "4.4" },
  ],
  reject: [
    {
      text: "batch.size=65536\nbuffer.memory=[[32768]]\n",
      message:
        "batch.size 65536 (line 1) is larger than buffer.memory 32768 (line 2): the producer starts, but every send() fails.\nKafka: IllegalArgumentException: Attempt to allocate 65536 bytes, but there is a hard limit of 32768 on memory allocations.",
      fixes: [
        { title: "Set buffer.memory to 33554432", result: "batch.size=65536\nbuffer.memory=33554432\n" },
        { title: "Set batch.size to 16384", result: "batch.size=16384\nbuffer.memory=32768\n" },
      ],
    },
    {
      text: "batch.size=[[67108864]]",
      message:
        "batch.size 67108864 (line 1) is larger than buffer.memory 33554432 (default): the producer starts, but every send() fails.\nKafka: IllegalArgumentException: Attempt to allocate 67108864 bytes, but there is a hard limit of 33554432 on memory allocations.",
      fixes: [{ title: "Set batch.size to 16384", result: "batch.size=16384" }],
    },
    {
      text: "buffer.memory=[[1000]]",
      message:
        "batch.size 16384 (default) is larger than buffer.memory 1000 (line 1): the producer starts, but every send() fails.\nKafka: IllegalArgumentException: Attempt to allocate 16384 bytes, but there is a hard limit of 1000 on memory allocations.",
      fixes: [{ title: "Set buffer.memory to 33554432", result: "buffer.memory=33554432" }],
    },
    {
      text: "batch.size=65536\nbuffer.memory=[[32768]]",
      version: "2.1",
      message:
        "batch.size 65536 (line 1) is larger than buffer.memory 32768 (line 2): the producer starts, but every send() fails.\nKafka: IllegalArgumentException: Attempt to allocate 65536 bytes, but there is a hard limit of 32768 on memory allocations.",
      fixes: [
        { title: "Set buffer.memory to 33554432", result: "batch.size=65536\nbuffer.memory=33554432" },
        { title: "Set batch.size to 16384", result: "batch.size=16384\nbuffer.memory=32768" },
      ],
    },
  ],
});
