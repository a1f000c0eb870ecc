import { bufferStrategy } from "../../server/src/core/rules/all/buffer-strategy.js";
import { testRule } from "../support/rule-tester.js";

testRule(bufferStrategy, {
  accept: [
    { text: "buffer.memory.allocation.strategy=incremental", version: "4.4" },
    { text: "buffer.memory.allocation.strategy=full\ncompression.type=lz4", version: "4.4" },
    { text: "buffer.memory.allocation.strategy=incremental\ncompression.type=lz4", version: "4.3" },
  ],
  reject: [
    {
      text: "buffer.memory.allocation.strategy=[[incremental]]\ncompression.type=lz4",
      version: "4.4",
      message:
        "buffer.memory.allocation.strategy incremental works only without compression, but compression.type is lz4: the producer does not start.\nKafka: ConfigException: The incremental buffer.memory.allocation.strategy does not support compression yet. compression.type must be set to none.",
      fixes: [
        { title: "Remove buffer.memory.allocation.strategy (the default is full)", result: "compression.type=lz4" },
        {
          title: "Set compression.type to none",
          result: "buffer.memory.allocation.strategy=incremental\ncompression.type=none",
        },
      ],
    },
    {
      text: "buffer.memory.allocation.strategy=[[incremental]]\nbatch.size=1000",
      version: "4.4",
      severity: "warning",
      message:
        "buffer.memory.allocation.strategy incremental has no effect with batch.size 1000 (line 2), which is below 16384: the client works with full.\nKafka: Ignoring buffer.memory.allocation.strategy=incremental and falling back to full: batch.size is 1000 bytes, below the 16384 byte chunk size, so a batch cannot fill a single chunk.",
      fixes: [
        { title: "Set batch.size to 16384", result: "buffer.memory.allocation.strategy=incremental\nbatch.size=16384" },
        { title: "Remove buffer.memory.allocation.strategy (the default is full)", result: "batch.size=1000" },
      ],
    },
  ],
});
