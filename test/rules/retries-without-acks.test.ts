import { retriesWithoutAcks } from "../../server/src/core/rules/all/retries-without-acks.js";
import { testRule } from "../support/rule-tester.js";

testRule(retriesWithoutAcks, {
  accept: [{ text: "acks=0" }, { text: "acks=0\nretries=0" }, { text: "acks=1\nretries=3" }],
  reject: [
    {
      text: "acks=0\nretries=[[3]]\n",
      message:
        "retries 3 (line 2) hardly matters with acks=0: only what was not yet written when the connection broke is sent again; what was written is never retried.",
      fixes: [
        { title: "Remove retries (the default is 2147483647)", result: "acks=0\n" },
        { title: "Set acks to all", result: "acks=all\nretries=3\n" },
      ],
    },
  ],
});
