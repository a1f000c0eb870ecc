import { deliveryTimeoutBrief } from "../../server/src/core/rules/all/delivery-timeout-brief.js";
import { testRule } from "../support/rule-tester.js";

testRule(deliveryTimeoutBrief, {
  accept: [
    { text: "delivery.timeout.ms=30000\nrequest.timeout.ms=10000" },
    { text: "delivery.timeout.ms=5000" },
    { text: "delivery.timeout.ms=5000\nrequest.timeout.ms=2000", profile: "latency" },
  ],
  reject: [
    {
      text: "delivery.timeout.ms=[[10000]]\nrequest.timeout.ms=2000\n",
      message:
        "delivery.timeout.ms 10000 (line 1) may be over before a failed broker is replaced (up to 9 s with KRaft, 18 s with ZooKeeper) or a slow replica is dropped (30 to 45 s): records fail in outages that pass by themselves.",
      fixes: [{ title: "Remove delivery.timeout.ms (the default is 120000)", result: "request.timeout.ms=2000\n" }],
    },
    {
      text: "delivery.timeout.ms=[[10000]]\nrequest.timeout.ms=2000\n",
      profile: "durability",
      message:
        "delivery.timeout.ms 10000 (line 1) may be over before a failed broker is replaced (up to 9 s with KRaft, 18 s with ZooKeeper) or a slow replica is dropped (30 to 45 s): records fail in outages that pass by themselves.",
      fixes: [{ title: "Remove delivery.timeout.ms (the default is 120000)", result: "request.timeout.ms=2000\n" }],
    },
  ],
});
