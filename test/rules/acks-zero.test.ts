import { acksZero } from "../../server/src/core/rules/all/acks-zero.js";
import { testRule } from "../support/rule-tester.js";

testRule(acksZero, {
  accept: [{ text: "acks=1" }, { text: "acks=all" }, { text: "acks=0\nenable.idempotence=true" }, { text: "acks=00" }],
  reject: [
    {
      text: "acks=[[0]]\n",
      message:
        "acks 0 (line 1): records that the broker refuses or a connection loses count as sent all the same; offsets are always -1.",
      fixes: [{ title: "Set acks to all", result: "acks=all\n" }],
    },
    {
      text: "acks=[[0]]\nenable.idempotence=false\n",
      profile: "durability",
      message:
        "acks 0 (line 1): records that the broker refuses or a connection loses count as sent all the same; offsets are always -1.",
      fixes: [{ title: "Set acks to all", result: "acks=all\nenable.idempotence=false\n" }],
    },
    {
      text: "acks=[[0]]",
      version: "2.8",
      profile: "latency",
      message:
        "acks 0 (line 1): records that the broker refuses or a connection loses count as sent all the same; offsets are always -1.",
      fixes: [{ title: "Set acks to all", result: "acks=all" }],
    },
  ],
});
