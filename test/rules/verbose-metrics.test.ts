import { verboseMetrics } from "../../server/src/core/rules/all/verbose-metrics.js";
import { testRule } from "../support/rule-tester.js";

testRule(verboseMetrics, {
  accept: [
    {
      text: "metrics.recording.level=INFO",
    },
    {
      text: "metrics.recording.level=debug",
    },
  ],
  reject: [
    {
      text: "metrics.recording.level=[[DEBUG]]\n",
      message:
        "DEBUG changes nothing in a producer: all its metrics are recorded at INFO, unless a plugin creates sensors of that level.",
      fixes: [
        {
          title: "Remove metrics.recording.level (the default is INFO)",
          result: "",
        },
      ],
    },
  ],
});
