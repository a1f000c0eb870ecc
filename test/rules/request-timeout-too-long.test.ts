import { requestTimeoutTooLong } from "../../server/src/core/rules/all/request-timeout-too-long.js";
import { testRule } from "../support/rule-tester.js";

const remove = "Remove request.timeout.ms (the default is 30000)";

testRule(requestTimeoutTooLong, {
  accept: [
    { text: "request.timeout.ms=3600000" },
    { text: "delivery.timeout.ms=2147483647" },
    { text: "request.timeout.ms=99999999999" },
  ],
  reject: [
    {
      text: "request.timeout.ms=[[2147483647]]\ndelivery.timeout.ms=2147483647\n",
      version: "2.7",
      message:
        "request.timeout.ms 2147483647 (line 1) never gives up a request to a broker that hangs, or is gone without a reset, and later batches wait behind it. 30000 fits nearly everybody.",
      fixes: [{ title: remove, result: "delivery.timeout.ms=2147483647\n" }],
    },
    {
      text: "request.timeout.ms=[[7200000]]\n",
      message:
        "request.timeout.ms 7200000 (line 1) does not give up a request to a broker that hangs, or is gone without a reset, for 120 minutes, and later batches wait behind it. 30000 fits nearly everybody.",
      fixes: [{ title: remove, result: "" }],
    },
  ],
});
