import { maxBlockTooShort } from "../../server/src/core/rules/all/max-block-too-short.js";
import { testRule } from "../support/rule-tester.js";

testRule(maxBlockTooShort, {
  accept: [{ text: "max.block.ms=1000" }, { text: "max.block.ms=-1" }],
  reject: [
    {
      text: "max.block.ms=[[0]]\n",
      severity: "warning",
      message:
        "max.block.ms 0 (line 1) gives send() no time to learn about a topic: the producer starts, but the first records to every topic fail with a TimeoutException.",
      fixes: [{ title: "Remove max.block.ms (the default is 60000)", result: "" }],
    },
    {
      text: "max.block.ms=[[100]]\n",
      message:
        "max.block.ms 100 (line 1) may be over before the first metadata is there, with TLS and SASL above all: the first records fail.",
      fixes: [{ title: "Remove max.block.ms (the default is 60000)", result: "" }],
    },
  ],
});
