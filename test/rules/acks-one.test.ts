import { acksOne } from "../../server/src/core/rules/all/acks-one.js";
import { testRule } from "../support/rule-tester.js";

testRule(acksOne, {
  accept: [
    { text: "acks=0" },
    { text: "acks=all" },
    { text: "acks=1" },
    { text: "linger.ms=1" },
    { text: "acks=1", profile: "latency" },
  ],
  reject: [
    {
      text: "acks=[[1]]\nenable.idempotence=false\n",
      message:
        "acks 1 (line 1): if the leader crashes or is replaced before a follower has copied a record, the record is lost although it was reported as sent.",
      fixes: [{ title: "Set acks to all", result: "acks=all\nenable.idempotence=false\n" }],
    },
    {
      text: "acks=[[1]]\nenable.idempotence=false\n",
      profile: "durability",
      message:
        "acks 1 (line 1): if the leader crashes or is replaced before a follower has copied a record, the record is lost although it was reported as sent.",
      fixes: [{ title: "Set acks to all", result: "acks=all\nenable.idempotence=false\n" }],
    },
    {
      text: "acks=[[1]]",
      version: "2.8",
      profile: "strict",
      message:
        "acks 1 (line 1): if the leader crashes or is replaced before a follower has copied a record, the record is lost although it was reported as sent.",
      fixes: [{ title: "Set acks to all", result: "acks=all" }],
    },
  ],
});
