import { retryBackoffZero } from "../../server/src/core/rules/all/retry-backoff-zero.js";
import { testRule } from "../support/rule-tester.js";

testRule(retryBackoffZero, {
  accept: [{ text: "retry.backoff.ms=100" }, { text: "retry.backoff.max.ms=0" }],
  reject: [
    {
      text: "retry.backoff.ms=[[0]]\n",
      message:
        "retry.backoff.ms 0 (line 1) repeats failed requests and requests for metadata without a pause, just when the cluster is in trouble.",
      fixes: [{ title: "Remove retry.backoff.ms (the default is 100)", result: "" }],
    },
    {
      text: "retry.backoff.ms=[[0]]",
      version: "2.8",
      message:
        "retry.backoff.ms 0 (line 1) repeats failed requests and requests for metadata without a pause, just when the cluster is in trouble.",
      fixes: [{ title: "Remove retry.backoff.ms (the default is 100)", result: "" }],
    },
  ],
});
