import { noRecordFits } from "../../server/src/core/rules/all/no-record-fits.js";
import { testRule } from "../support/rule-tester.js";

testRule(noRecordFits, {
  accept: [
    { text: "max.request.size=85" },
    { text: "max.request.size=-1" },
    { text: "buffer.memory=1000\nbatch.size=100" },
    { text: "buffer.memory=10" },
  ],
  reject: [
    {
      text: "max.request.size=[[1]]\n",
      message:
        "max.request.size 1 (line 1) is below the 85 bytes that even an empty record counts: the producer starts, but every send() fails with a RecordTooLargeException.",
      fixes: [{ title: "Remove max.request.size (the default is 1048576)", result: "" }],
    },
    {
      text: "batch.size=10\nbuffer.memory=[[64]]\n",
      message:
        "buffer.memory 64 (line 2) is below the 85 bytes that even an empty record counts: the producer starts, but every send() fails with a RecordTooLargeException.",
      fixes: [{ title: "Remove buffer.memory (the default is 33554432)", result: "batch.size=10\n" }],
    },
  ],
});
