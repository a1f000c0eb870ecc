import { duplicateKey } from "../../server/src/core/rules/all/duplicate-key.js";
import { testRule } from "../support/rule-tester.js";

testRule(duplicateKey, {
  accept: [{ text: "acks=all\nACKS=all" }],
  reject: [
    {
      text: "[[acks]]=1\nlinger.ms=5\nacks=all\n",
      message: "acks is set again in line 3, which wins: this value is never used.",
      fixes: [{ title: "Remove this acks", result: "linger.ms=5\nacks=all\n" }],
    },
    {
      text: "[[acks]]=all\nacks=all",
      severity: "hint",
      message: "acks is set again in line 2 to the same value.",
      fixes: [{ title: "Remove this acks", result: "acks=all" }],
    },
  ],
});
