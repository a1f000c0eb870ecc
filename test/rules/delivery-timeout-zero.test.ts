import { deliveryTimeoutZero } from "../../server/src/core/rules/all/delivery-timeout-zero.js";
import { testRule } from "../support/rule-tester.js";

testRule(deliveryTimeoutZero, {
  accept: [
    { text: "delivery.timeout.ms=120000" },
    { text: "delivery.timeout.ms=0" },
    { text: "delivery.timeout.ms=-1" },
  ],
  reject: [
    {
      text: "delivery.timeout.ms=[[0]]\nlinger.ms=0\nrequest.timeout.ms=0\n",
      message:
        "delivery.timeout.ms 0 (line 1) does not mean without limit: the producer starts, but every batch expires at once and every send fails with a TimeoutException.",
      fixes: [
        { title: "Remove delivery.timeout.ms (the default is 120000)", result: "linger.ms=0\nrequest.timeout.ms=0\n" },
      ],
    },
  ],
});
