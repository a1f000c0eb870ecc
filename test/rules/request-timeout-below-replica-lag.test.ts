import { requestTimeoutBelowReplicaLag } from "../../server/src/core/rules/all/request-timeout-below-replica-lag.js";
import { testRule } from "../support/rule-tester.js";

testRule(requestTimeoutBelowReplicaLag, {
  accept: [
    { text: "request.timeout.ms=30000" },
    { text: "request.timeout.ms=500" },
    { text: "request.timeout.ms=15000\nacks=1" },
    { text: "request.timeout.ms=15000", profile: "default" },
    { text: "request.timeout.ms=15000", version: "2.8" },
  ],
  reject: [
    {
      text: "request.timeout.ms=[[15000]]\n",
      message:
        "request.timeout.ms 15000 (line 1) is below 30000, the default of replica.lag.time.max.ms (10000 before broker 2.5): for that long, and up to half as long again, a slow replica may hold up acks=all, and giving up earlier only causes retries.",
      fixes: [{ title: "Remove request.timeout.ms (the default is 30000)", result: "" }],
    },
    {
      text: "request.timeout.ms=[[15000]]\nacks=-1\n",
      version: "2.8",
      profile: "durability",
      message:
        "request.timeout.ms 15000 (line 1) is below 30000, the default of replica.lag.time.max.ms (10000 before broker 2.5): for that long, and up to half as long again, a slow replica may hold up acks=all, and giving up earlier only causes retries.",
      fixes: [{ title: "Remove request.timeout.ms (the default is 30000)", result: "acks=-1\n" }],
    },
  ],
});
