import { retriesWithoutAcks } from "../../server/src/core/rules/all/retries-without-acks.js";
import { testRule } from "../support/rule-tester.js";

testRule(retriesWithoutAcks, {
  accept: [{ text: "acks=0" }, { text: "acks=0\nretries=0" }, { text: "acks=1\nretries=3" }],
  reject: [
    {
      text: "acks=0\nretries=[[3]]\n",
      message: "retries 3 (line 2) never happens: with acks=0 no answer comes that could tell of a failure.",
      fixes: [
        { title: "Set acks to all", result: "acks=all\nretries=3\n" },
        { title: "Remove retries (the default is 2147483647)", result: "acks=0\n" },
      ],
    },
  ],
});
