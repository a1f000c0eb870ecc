import { deliveryTimeoutRaised } from "../../server/src/core/rules/all/delivery-timeout-raised.js";
import { testRule } from "../support/rule-tester.js";

testRule(deliveryTimeoutRaised, {
  accept: [
    { text: "request.timeout.ms=119995" },
    { text: "request.timeout.ms=120000", version: "3.9" },
    { text: "request.timeout.ms=200000\ndelivery.timeout.ms=200005" },
  ],
  reject: [
    {
      text: "request.timeout.ms=[[120000]]\n",
      message:
        "linger.ms 5 (default since 4.0) + request.timeout.ms 120000 (line 1) exceeds the default delivery.timeout.ms 120000: the client works with 120005 instead and logs it at WARN.\nKafka: delivery.timeout.ms should be equal to or larger than linger.ms + request.timeout.ms. Setting it to 120005.",
      fixes: [
        {
          title: "Set delivery.timeout.ms to 120005, which is what the client uses",
          result: "request.timeout.ms=120000\ndelivery.timeout.ms=120005\n",
        },
      ],
    },
    {
      text: "linger.ms=[[200000]]\nrequest.timeout.ms=1000\n",
      version: "3.9",
      message:
        "linger.ms 200000 (line 1) + request.timeout.ms 1000 (line 2) exceeds the default delivery.timeout.ms 120000: the client works with 201000 instead and logs it at WARN.\nKafka: delivery.timeout.ms should be equal to or larger than linger.ms + request.timeout.ms. Setting it to 201000.",
      fixes: [
        {
          title: "Set delivery.timeout.ms to 201000, which is what the client uses",
          result: "linger.ms=200000\ndelivery.timeout.ms=201000\nrequest.timeout.ms=1000\n",
        },
      ],
    },
  ],
});
