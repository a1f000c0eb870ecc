import { requestTimeoutTooShort } from "../../server/src/core/rules/all/request-timeout-too-short.js";
import { testRule } from "../support/rule-tester.js";

testRule(requestTimeoutTooShort, {
  accept: [{ text: "request.timeout.ms=1000" }, { text: "request.timeout.ms=-1" }, { text: "linger.ms=1" }],
  reject: [
    {
      text: "request.timeout.ms=[[500]]\n",
      message:
        "request.timeout.ms 500 (line 1) is less than a broker may need under load: the connection is dropped, and everything in flight on it is sent again.",
      fixes: [{ title: "Remove request.timeout.ms (the default is 30000)", result: "" }],
    },
    {
      text: "request.timeout.ms=[[0]]\n",
      severity: "warning",
      message:
        "request.timeout.ms 0 (line 1) leaves no time for any answer: the producer starts, but it drops its connections and confirms no record.",
      fixes: [{ title: "Remove request.timeout.ms (the default is 30000)", result: "" }],
    },
  ],
});
