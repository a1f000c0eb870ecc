import { recordAboveBuffer } from "../../server/src/core/rules/all/record-above-buffer.js";
import { testRule } from "../support/rule-tester.js";

testRule(recordAboveBuffer, {
  accept: [
    {
      text: "max.request.size=33554432",
    },
    {
      text: "buffer.memory=1048576",
    },
    {
      text: "max.request.size=99999999\nbuffer.memory=100000000",
    },
  ],
  reject: [
    {
      text: "max.request.size=[[99999999]]\n",
      message:
        "max.request.size 99999999 (line 1) allows records that buffer.memory 33554432 (default) can never hold: those in between fail with RecordTooLargeException.",
      fixes: [
        {
          title: "Write buffer.memory=249999998",
          result: "max.request.size=99999999\nbuffer.memory=249999998\n",
        },
        {
          title: "Set max.request.size to 13421772",
          result: "max.request.size=13421772\n",
        },
      ],
    },
    {
      text: "buffer.memory=67108864\nmax.request.size=[[99999999]]\n",
      message:
        "max.request.size 99999999 (line 2) allows records that buffer.memory 67108864 (line 1) can never hold: those in between fail with RecordTooLargeException.",
      fixes: [
        {
          title: "Set buffer.memory to 249999998",
          result: "buffer.memory=249999998\nmax.request.size=99999999\n",
        },
        {
          title: "Set max.request.size to 26843545",
          result: "buffer.memory=67108864\nmax.request.size=26843545\n",
        },
      ],
    },
    {
      text: "buffer.memory=[[524288]]\n",
      severity: "information",
      message:
        "max.request.size 1048576 (default) allows records that buffer.memory 524288 (line 1) can never hold: those in between fail with RecordTooLargeException.",
      fixes: [
        {
          title: "Remove buffer.memory (the default is 33554432)",
          result: "",
        },
      ],
    },
  ],
});
