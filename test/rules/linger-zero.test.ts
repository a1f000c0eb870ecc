import { lingerZero } from "../../server/src/core/rules/all/linger-zero.js";
import { testRule } from "../support/rule-tester.js";

testRule(lingerZero, {
  accept: [
    {
      text: "linger.ms=5",
    },
    {
      text: "linger.ms=0",
      version: "3.9",
    },
    {
      text: "linger.ms=0\ncompression.type=lz4",
    },
    {
      text: "linger.ms=0\nbatch.size=262144",
    },
    {
      text: "linger.ms=0",
      profile: "latency",
    },
  ],
  reject: [
    {
      text: "linger.ms=[[0]]\nacks=all\n",
      message: "linger.ms=0 undoes the default of 5 that Kafka chose in 4.0: fuller batches usually win back the wait.",
      fixes: [
        {
          title: "Remove linger.ms (the default is 5)",
          result: "acks=all\n",
        },
      ],
    },
    {
      text: "linger.ms=[[0]]\ndelivery.timeout.ms=30000\n",
      message: "linger.ms=0 undoes the default of 5 that Kafka chose in 4.0: fuller batches usually win back the wait.",
      fixes: [
        {
          title: "Write linger.ms=5 and delivery.timeout.ms=30005",
          result: "linger.ms=5\ndelivery.timeout.ms=30005\n",
        },
      ],
    },
  ],
});
