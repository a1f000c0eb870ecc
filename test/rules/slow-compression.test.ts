import { slowCompression } from "../../server/src/core/rules/all/slow-compression.js";
import { testRule } from "../support/rule-tester.js";

testRule(slowCompression, {
  accept: [
    {
      text: "compression.type=zstd",
    },
    {
      text: "compression.type=zstd\ncompression.lz4.level=17",
    },
    {
      text: "compression.zstd.level=14\ncompression.type=zstd",
    },
    {
      text: "compression.type=lz4\ncompression.lz4.level=18",
    },
  ],
  reject: [
    {
      text: "compression.type=[[gzip]]\ncompression.gzip.level=9\n",
      message: "gzip takes the most time per byte of all codecs; zstd usually compresses as well in less.",
      fixes: [
        {
          title: "Set compression.type to zstd",
          result: "compression.type=zstd\ncompression.gzip.level=9\n",
        },
      ],
    },
    {
      text: "compression.type=zstd\ncompression.zstd.level=[[19]]\n",
      message: "At level 19 zstd takes far more time for a little less data.",
      fixes: [
        {
          title: "Remove compression.zstd.level (the default is 3)",
          result: "compression.type=zstd\n",
        },
      ],
    },
    {
      text: "compression.type=lz4\ncompression.lz4.level=[[17]]\n",
      profile: "latency",
      message: "At level 17 lz4 takes far more time for a little less data.",
      fixes: [
        {
          title: "Remove compression.lz4.level (the default is 9)",
          result: "compression.type=lz4\n",
        },
      ],
    },
  ],
});
