import { noTimeForRetry } from "../../server/src/core/rules/all/no-time-for-retry.js";
import { testRule } from "../support/rule-tester.js";

testRule(noTimeForRetry, {
  accept: [
    { text: "delivery.timeout.ms=60005" },
    { text: "request.timeout.ms=60000" },
    { text: "delivery.timeout.ms=30000" },
    { text: "delivery.timeout.ms=40000\nacks=0" },
    { text: "delivery.timeout.ms=40000\nretries=0" },
  ],
  reject: [
    {
      text: "delivery.timeout.ms=[[40000]]\n",
      message:
        "delivery.timeout.ms 40000 (line 1) is less than twice request.timeout.ms 30000 (default): after one lost answer at most 10000 ms are left for a retry.",
      fixes: [{ title: "Set delivery.timeout.ms to 120000", result: "delivery.timeout.ms=120000\n" }],
    },
    {
      text: "request.timeout.ms=30000\ndelivery.timeout.ms=[[30000]]\n",
      version: "3.9",
      message:
        "delivery.timeout.ms 30000 (line 2) is less than twice request.timeout.ms 30000 (line 1): after one lost answer at most 0 ms are left for a retry.",
      fixes: [
        {
          title: "Set delivery.timeout.ms to 120000",
          result: "request.timeout.ms=30000\ndelivery.timeout.ms=120000\n",
        },
      ],
    },
    {
      text: "delivery.timeout.ms=[[40000]]\n",
      profile: "durability",
      message:
        "delivery.timeout.ms 40000 (line 1) is less than twice request.timeout.ms 30000 (default): after one lost answer at most 10000 ms are left for a retry.",
      fixes: [{ title: "Set delivery.timeout.ms to 120000", result: "delivery.timeout.ms=120000\n" }],
    },
  ],
});
