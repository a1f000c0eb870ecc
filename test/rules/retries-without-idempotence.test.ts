import { retriesWithoutIdempotence } from "../../server/src/core/rules/all/retries-without-idempotence.js";
import { testRule } from "../support/rule-tester.js";

testRule(retriesWithoutIdempotence, {
  accept: [
    { text: "acks=all" },
    { text: "acks=1" },
    { text: "enable.idempotence=false\nretries=0" },
    { text: "enable.idempotence=false\nacks=0" },
    { text: "linger.ms=1", version: "3.0.0" },
    { text: "enable.idempotence=false", profile: "default" },
    { text: "enable.idempotence=maybe" },
    { text: "enable.idempotence=false\ntransactional.id=t" },
  ],
  reject: [
    {
      text: "enable.idempotence=[[false]]\n",
      message:
        "enable.idempotence false (line 1): a retry after a lost answer stores its records twice, and with max.in.flight.requests.per.connection 5 (default) a retried batch may land behind its successor.",
      fixes: [{ title: "Set enable.idempotence to true", result: "enable.idempotence=true\n" }],
    },
    {
      text: "enable.idempotence=[[false]]\nmax.in.flight.requests.per.connection=1\n",
      profile: "durability",
      message: "enable.idempotence false (line 1): a retry after a lost answer stores its records twice.",
      fixes: [
        {
          title: "Set enable.idempotence to true",
          result: "enable.idempotence=true\nmax.in.flight.requests.per.connection=1\n",
        },
      ],
    },
    {
      text: "enable.idempotence=[[false]]\nacks=1\n",
      message:
        "enable.idempotence false (line 1): a retry after a lost answer stores its records twice, and with max.in.flight.requests.per.connection 5 (default) a retried batch may land behind its successor.",
      fixes: [{ title: "Make the producer idempotent (acks, enable.idempotence)", result: "acks=all\n" }],
    },
    {
      text: "[[linger.ms=1]]\n",
      version: "2.8",
      message:
        "enable.idempotence false (default before 3.0): a retry after a lost answer stores its records twice, and with max.in.flight.requests.per.connection 5 (default) a retried batch may land behind its successor.",
      fixes: [{ title: "Write enable.idempotence=true", result: "linger.ms=1\nenable.idempotence=true\n" }],
    },
  ],
});
