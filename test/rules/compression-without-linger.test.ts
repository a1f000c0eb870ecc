import { compressionWithoutLinger } from "../../server/src/core/rules/all/compression-without-linger.js";
import { testRule } from "../support/rule-tester.js";

testRule(compressionWithoutLinger, {
  accept: [
    {
      text: "compression.type=zstd",
    },
    {
      text: "linger.ms=0",
    },
    {
      text: "linger.ms=0\ncompression.type=none",
    },
    {
      text: "linger.ms=1\ncompression.type=lz4",
    },
    {
      text: "compression.type=lz4",
      version: "3.9",
    },
    {
      text: "linger.ms=0\ncompression.type=LZ4X",
    },
  ],
  reject: [
    {
      text: "linger.ms=[[0]]\ncompression.type=lz4\n",
      message:
        "With linger.ms=0 a batch leaves as soon as the sender is free; at low load it holds few records, which lz4 compresses badly.",
      fixes: [
        {
          title: "Set linger.ms to 5",
          result: "linger.ms=5\ncompression.type=lz4\n",
        },
      ],
    },
    {
      text: "compression.type=gzip\nlinger.ms=[[0]]\ndelivery.timeout.ms=30000\n",
      message:
        "With linger.ms=0 a batch leaves as soon as the sender is free; at low load it holds few records, which gzip compresses badly.",
      fixes: [
        {
          title: "Write linger.ms=5 and delivery.timeout.ms=30005",
          result: "compression.type=gzip\nlinger.ms=5\ndelivery.timeout.ms=30005\n",
        },
      ],
    },
  ],
});
