import { prefixedKey } from "../../server/src/core/rules/all/prefixed-key.js";
import { testRule } from "../support/rule-tester.js";

testRule(prefixedKey, {
  accept: [{ text: "acks=all" }, { text: "producer.topic=x" }],
  reject: [
    {
      text: "[[producer.acks]]=all\n",
      message: "producer.acks is ignored: the producer itself reads acks, without a prefix.",
      fixes: [{ title: "Replace with acks", result: "acks=all\n" }],
    },
    {
      text: "acks=1\n[[producer.acks]]=all\n",
      message: "producer.acks is ignored: the producer itself reads acks, without a prefix.",
      fixes: [{ title: "Remove producer.acks", result: "acks=1\n" }],
    },
  ],
});
