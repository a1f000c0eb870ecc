import { fewBatchesInMemory } from "../../server/src/core/rules/all/few-batches-in-memory.js";
import { testRule } from "../support/rule-tester.js";

testRule(fewBatchesInMemory, {
  accept: [
    {
      text: "batch.size=1048576",
    },
    {
      text: "buffer.memory=262144",
    },
    {
      text: "batch.size=16384\nbuffer.memory=10000",
    },
    {
      text: "buffer.memory=100000\nbuffer.memory.allocation.strategy=incremental",
      version: "4.4",
    },
    {
      text: "batch.size=x",
    },
  ],
  reject: [
    {
      text: "batch.size=[[10240000]]\n",
      message:
        "Batches that fit into buffer.memory 33554432 (default): 3, at batch.size 10240000 (line 1) each. Every partition in use takes a whole one; with more partitions send() waits.",
      fixes: [
        {
          title: "Write buffer.memory=163840000",
          result: "batch.size=10240000\nbuffer.memory=163840000\n",
        },
      ],
    },
    {
      text: "buffer.memory=[[100000]]\n",
      message:
        "Batches that fit into buffer.memory 100000 (line 1): 6, at batch.size 16384 (default) each. Every partition in use takes a whole one; with more partitions send() waits.",
      fixes: [
        {
          title: "Set buffer.memory to 262144",
          result: "buffer.memory=262144\n",
        },
      ],
    },
    {
      text: "batch.size=[[131072]]\nbuffer.memory=1048576\n",
      message:
        "Batches that fit into buffer.memory 1048576 (line 2): 8, at batch.size 131072 (line 1) each. Every partition in use takes a whole one; with more partitions send() waits.",
      fixes: [
        {
          title: "Set buffer.memory to 2097152",
          result: "batch.size=131072\nbuffer.memory=2097152\n",
        },
      ],
    },
    {
      text: "batch.size=[[1000000000]]\nbuffer.memory=1000000000\n",
      message:
        "Batches that fit into buffer.memory 1000000000 (line 2): 1, at batch.size 1000000000 (line 1) each. Every partition in use takes a whole one; with more partitions send() waits.",
    },
  ],
});
