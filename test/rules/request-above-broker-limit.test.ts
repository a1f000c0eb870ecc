import { requestAboveBrokerLimit } from "../../server/src/core/rules/all/request-above-broker-limit.js";
import { testRule } from "../support/rule-tester.js";

testRule(requestAboveBrokerLimit, {
  accept: [
    {
      text: "max.request.size=1048588",
    },
    {
      text: "max.request.size=-5",
    },
    {
      text: "acks=all",
    },
  ],
  reject: [
    {
      text: "max.request.size=[[10485760]]\nacks=all\n",
      message:
        "A broker takes batches of at most message.max.bytes, 1048588 by default (1000012 before broker 2.5), or the topic's max.message.bytes: larger records need one of them raised as well.",
      fixes: [
        {
          title: "Remove max.request.size (the default is 1048576)",
          result: "acks=all\n",
        },
      ],
    },
  ],
});
