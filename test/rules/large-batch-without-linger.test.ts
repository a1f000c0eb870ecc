import { largeBatchWithoutLinger } from "../../server/src/core/rules/all/large-batch-without-linger.js";
import { testRule } from "../support/rule-tester.js";

testRule(largeBatchWithoutLinger, {
  accept: [
    {
      text: "batch.size=1000000",
    },
    {
      text: "batch.size=131072\nlinger.ms=0",
    },
    {
      text: "linger.ms=0",
    },
  ],
  reject: [
    {
      text: "batch.size=[[262144]]\nlinger.ms=0\n",
      message:
        "With linger.ms 0 (line 2) a batch leaves as soon as the sender is free: 262144 bytes are reached only under high load.",
      fixes: [
        {
          title: "Set linger.ms to 5",
          result: "batch.size=262144\nlinger.ms=5\n",
        },
      ],
    },
    {
      text: "batch.size=[[262144]]\n",
      version: "3.9",
      message:
        "With linger.ms 0 (default before 4.0) a batch leaves as soon as the sender is free: 262144 bytes are reached only under high load.",
      fixes: [
        {
          title: "Write linger.ms=5",
          result: "batch.size=262144\nlinger.ms=5\n",
        },
      ],
    },
    {
      text: "batch.size=[[262144]]\nlinger.ms=0\nrequest.timeout.ms=20000\ndelivery.timeout.ms=20000\n",
      message:
        "With linger.ms 0 (line 2) a batch leaves as soon as the sender is free: 262144 bytes are reached only under high load.",
      fixes: [
        {
          title: "Write linger.ms=5 and delivery.timeout.ms=20005",
          result: "batch.size=262144\nlinger.ms=5\nrequest.timeout.ms=20000\ndelivery.timeout.ms=20005\n",
        },
      ],
    },
  ],
});
