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
      message: "DEBUG records sensors that are only needed to look for a problem; they cost time and memory all along.",
      fixes: [
        {
          title: "Remove metrics.recording.level (the default is INFO)",
          result: "",
        },
      ],
    },
  ],
});
