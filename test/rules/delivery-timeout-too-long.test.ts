import { deliveryTimeoutTooLong } from "../../server/src/core/rules/all/delivery-timeout-too-long.js";
import { testRule } from "../support/rule-tester.js";

testRule(deliveryTimeoutTooLong, {
  accept: [{ text: "delivery.timeout.ms=3600000" }],
  reject: [
    {
      text: "delivery.timeout.ms=[[86400000]]\n",
      message:
        "delivery.timeout.ms 86400000 (line 1) is more than an hour: in an outage no error comes; the buffer fills, and then send() blocks for max.block.ms and fails there.",
      fixes: [{ title: "Remove delivery.timeout.ms (the default is 120000)", result: "" }],
    },
    {
      text: "delivery.timeout.ms=[[2147483647]]\n",
      profile: "latency",
      message:
        "delivery.timeout.ms 2147483647 (line 1) is more than an hour: in an outage no error comes; the buffer fills, and then send() blocks for max.block.ms and fails there.",
      fixes: [{ title: "Remove delivery.timeout.ms (the default is 120000)", result: "" }],
    },
  ],
});
