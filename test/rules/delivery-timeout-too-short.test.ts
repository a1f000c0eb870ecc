import { deliveryTimeoutTooShort } from "../../server/src/core/rules/all/delivery-timeout-too-short.js";
import { testRule } from "../support/rule-tester.js";

const CLIENT =
  "\nKafka: ConfigException: delivery.timeout.ms should be equal to or larger than linger.ms + request.timeout.ms";

testRule(deliveryTimeoutTooShort, {
  accept: [
    { text: "" },
    { text: "delivery.timeout.ms=30005" },
    { text: "request.timeout.ms=200000" },
    { text: "delivery.timeout.ms=30000", version: "3.9" },
    { text: "delivery.timeout.ms=abc\nrequest.timeout.ms=60000" },
  ],
  reject: [
    {
      text: "request.timeout.ms=60000\ndelivery.timeout.ms=[[60000]]\n",
      message: `linger.ms 5 (default since 4.0) + request.timeout.ms 60000 (line 1) = 60005 > delivery.timeout.ms 60000 (line 2): the producer does not start.${CLIENT}`,
      fixes: [
        { title: "Set delivery.timeout.ms to 60005", result: "request.timeout.ms=60000\ndelivery.timeout.ms=60005\n" },
        { title: "Set request.timeout.ms to 59995", result: "request.timeout.ms=59995\ndelivery.timeout.ms=60000\n" },
        { title: "Remove delivery.timeout.ms (the default is 120000)", result: "request.timeout.ms=60000\n" },
      ],
    },
    {
      text: "linger.ms=10\ndelivery.timeout.ms : [[3\\\n  0000]]",
      version: "3.9",
      message: `linger.ms 10 (line 1) + request.timeout.ms 30000 (default) = 30010 > delivery.timeout.ms 30000 (line 2): the producer does not start.${CLIENT}`,
      fixes: [
        { title: "Set delivery.timeout.ms to 30010", result: "linger.ms=10\ndelivery.timeout.ms : 30010" },
        { title: "Remove delivery.timeout.ms (the default is 120000)", result: "linger.ms=10" },
      ],
    },
  ],
});
