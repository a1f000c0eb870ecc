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
        { title: "Remove delivery.timeout.ms (the default is 120000)", result: "request.timeout.ms=60000\n" },
        { title: "Set request.timeout.ms to 30000", result: "request.timeout.ms=30000\ndelivery.timeout.ms=60000\n" },
        {
          title: "Set delivery.timeout.ms to 240000",
          result: "request.timeout.ms=60000\ndelivery.timeout.ms=240000\n",
        },
      ],
    },
    {
      text: "linger.ms=10\ndelivery.timeout.ms : [[3\\\n  0000]]",
      version: "3.9",
      message: `linger.ms 10 (line 1) + request.timeout.ms 30000 (default) = 30010 > delivery.timeout.ms 30000 (line 2): the producer does not start.${CLIENT}`,
      fixes: [
        { title: "Remove delivery.timeout.ms (the default is 120000)", result: "linger.ms=10" },
        { title: "Set delivery.timeout.ms to 120000", result: "linger.ms=10\ndelivery.timeout.ms : 120000" },
      ],
    },
    {
      text: "linger.ms=5x\nrequest.timeout.ms=60000\ndelivery.timeout.ms=[[20000]]\n",
      message: `request.timeout.ms 60000 (line 2) alone is more than delivery.timeout.ms 20000 (line 3): the producer does not start.${CLIENT}`,
      fixes: [
        {
          title: "Remove delivery.timeout.ms (the default is 120000)",
          result: "linger.ms=5x\nrequest.timeout.ms=60000\n",
        },
        {
          title: "Set delivery.timeout.ms to 240000",
          result: "linger.ms=5x\nrequest.timeout.ms=60000\ndelivery.timeout.ms=240000\n",
        },
      ],
    },
    {
      text: "linger.ms=40000\nrequest.timeout.ms=30s\ndelivery.timeout.ms=[[20000]]\n",
      message: `linger.ms 40000 (line 1) alone is more than delivery.timeout.ms 20000 (line 3): the producer does not start.${CLIENT}`,
      fixes: [
        {
          title: "Remove delivery.timeout.ms (the default is 120000)",
          result: "linger.ms=40000\nrequest.timeout.ms=30s\n",
        },
        {
          title: "Set delivery.timeout.ms to 120000",
          result: "linger.ms=40000\nrequest.timeout.ms=30s\ndelivery.timeout.ms=120000\n",
        },
      ],
    },
  ],
});
