import { batchSizeZero } from "../../server/src/core/rules/all/batch-size-zero.js";
import { testRule } from "../support/rule-tester.js";

testRule(batchSizeZero, {
  accept: [
    { text: "batch.size=0", version: "3.3.2" },
    { text: "batch.size=0", version: "3.2" },
    { text: "batch.size=1", version: "3.3.1" },
  ],
  reject: [
    {
      text: "batch.size=[[0]]\n",
      version: "3.3.1",
      message:
        "batch.size 0 (line 1) makes send() of a record without key hang for ever in release 3.3.1 (KAFKA-14303, fixed in 3.3.2). 1 switches batching off as well.",
      fixes: [
        { title: "Set batch.size to 1", result: "batch.size=1\n" },
        { title: "Remove batch.size (the default is 16384)", result: "" },
      ],
    },
  ],
});
