import { batchAboveRequestSize } from "../../server/src/core/rules/all/batch-above-request-size.js";
import { testRule } from "../support/rule-tester.js";

testRule(batchAboveRequestSize, {
  accept: [
    {
      text: "batch.size=1048576",
    },
    {
      text: "batch.size=2097152\nmax.request.size=2097152",
    },
    {
      text: "batch.size=64000000",
    },
    {
      text: "batch.size=2097152\nmax.request.size=1MB",
    },
  ],
  reject: [
    {
      text: "batch.size=[[2097152]]\nmax.request.size=1048576\n",
      message:
        "batch.size 2097152 (line 1) is above max.request.size 1048576 (line 2): a request takes its first batch whatever its size. A batch beyond the broker's message.max.bytes (1048588 by default) is refused, split and sent again.",
      fixes: [
        {
          title: "Set batch.size to 1048576",
          result: "batch.size=1048576\nmax.request.size=1048576\n",
        },
      ],
    },
    {
      text: "batch.size=[[2097152]]\n",
      severity: "information",
      message:
        "batch.size 2097152 (line 1) is above max.request.size 1048576 (default): a request takes its first batch whatever its size. A batch beyond the broker's message.max.bytes (1048588 by default) is refused, split and sent again.",
      fixes: [
        {
          title: "Set batch.size to 1048576",
          result: "batch.size=1048576\n",
        },
      ],
    },
    {
      text: "max.request.size=[[10000]]\n",
      severity: "information",
      message:
        "batch.size 16384 (default) is above max.request.size 10000 (line 1): a request takes its first batch whatever its size. A batch beyond the broker's message.max.bytes (1048588 by default) is refused, split and sent again.",
      fixes: [
        {
          title: "Write batch.size=10000",
          result: "max.request.size=10000\nbatch.size=10000\n",
        },
      ],
    },
  ],
});
