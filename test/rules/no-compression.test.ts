import { noCompression } from "../../server/src/core/rules/all/no-compression.js";
import { testRule } from "../support/rule-tester.js";

testRule(noCompression, {
  accept: [
    {
      text: "compression.type=lz4\nbatch.size=65536",
    },
    {
      text: "acks=all",
    },
    {
      text: "compression.type=none",
      profile: "default",
    },
    {
      text: "compression.type=NONE\nlinger.ms=5",
    },
  ],
  reject: [
    {
      text: "compression.type=[[none]]\n",
      message:
        "Nothing is compressed. Where records are text or JSON, lz4 or zstd usually save network and disk for little time.",
      fixes: [
        {
          title: "Set compression.type to lz4",
          result: "compression.type=lz4\n",
        },
        {
          title: "Set compression.type to zstd",
          result: "compression.type=zstd\n",
        },
      ],
    },
    {
      text: "linger.ms=[[20]]\nacks=all\n",
      message:
        "Nothing is compressed. Where records are text or JSON, lz4 or zstd usually save network and disk for little time.",
      fixes: [
        {
          title: "Write compression.type=lz4",
          result: "linger.ms=20\ncompression.type=lz4\nacks=all\n",
        },
        {
          title: "Write compression.type=zstd",
          result: "linger.ms=20\ncompression.type=zstd\nacks=all\n",
        },
      ],
    },
  ],
});
