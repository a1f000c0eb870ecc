import { tinyBatches } from "../../server/src/core/rules/all/tiny-batches.js";
import { testRule } from "../support/rule-tester.js";

testRule(tinyBatches, {
  accept: [
    {
      text: "batch.size=16384",
    },
    {
      text: "batch.size=1025",
    },
    {
      text: "batch.size=abc",
    },
    {
      text: "batch.size=0",
      version: "3.3.1",
    },
    {
      text: "linger.ms=5",
    },
  ],
  reject: [
    {
      text: "linger.ms=1\nbatch.size=[[1024]]\n",
      message:
        "Batches of 1024 bytes hold hardly more than one record each: more requests, and compression gains little.",
      fixes: [
        {
          title: "Remove batch.size (the default is 16384)",
          result: "linger.ms=1\n",
        },
      ],
    },
    {
      text: "batch.size=[[0]]",
      message:
        "batch.size=0 puts every record into a batch of its own, which still waits linger.ms: more requests, and compression gains little.",
      fixes: [
        {
          title: "Remove batch.size (the default is 16384)",
          result: "",
        },
      ],
    },
    {
      text: "batch.size=[[0]]",
      version: "2.8",
      message:
        "batch.size=0 puts every record into a batch of its own, which still waits linger.ms: more requests, and compression gains little.",
      fixes: [
        {
          title: "Remove batch.size (the default is 16384)",
          result: "",
        },
      ],
    },
  ],
});
