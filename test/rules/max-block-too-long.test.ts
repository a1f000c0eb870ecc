import { maxBlockTooLong } from "../../server/src/core/rules/all/max-block-too-long.js";
import { testRule } from "../support/rule-tester.js";

testRule(maxBlockTooLong, {
  accept: [{ text: "max.block.ms=120000" }],
  reject: [
    {
      text: "max.block.ms=[[600000]]\n",
      message:
        "max.block.ms 600000 (line 1) lets a thread hang in send() for 10 minutes when the cluster is away or the buffer is full.",
      fixes: [{ title: "Remove max.block.ms (the default is 60000)", result: "" }],
    },
    {
      text: "max.block.ms=[[9223372036854775807]]\n",
      profile: "latency",
      message:
        "max.block.ms 9223372036854775807 (line 1) lets a thread hang in send() for ever when the cluster is away or the buffer is full.",
      fixes: [{ title: "Remove max.block.ms (the default is 60000)", result: "" }],
    },
    {
      text: "max.block.ms=[[600000]]\n",
      profile: "strict",
      message:
        "max.block.ms 600000 (line 1) lets a thread hang in send() for 10 minutes when the cluster is away or the buffer is full.",
      fixes: [{ title: "Remove max.block.ms (the default is 60000)", result: "" }],
    },
  ],
});
