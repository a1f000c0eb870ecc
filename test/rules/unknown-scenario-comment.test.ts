import { unknownScenarioComment } from "../../server/src/core/rules/all/unknown-scenario-comment.js";
import { testRule } from "../support/rule-tester.js";

testRule(unknownScenarioComment, {
  accept: [
    { text: "# ackwise-scenario: three-zones" },
    { text: "# ackwise-scenario three-zones+leader-crash -- the worst of last year" },
    { text: "# ackwise-scenario: ../load/peak.ackwise.yaml" },
    { text: "# ackwise-scenarios: nothing of ours" },
  ],
  reject: [
    {
      text: "[[#  ackwise-scenario : three-zone+leader-crsh -- as in March]]\nacks=all",
      message: /^"three-zone\+leader-crsh" is no scenario: /,
      fixes: [
        {
          title: "Write three-zones+leader-crash",
          result: "#  ackwise-scenario: three-zones+leader-crash -- as in March\nacks=all",
        },
        { title: "Remove the comment", result: "acks=all" },
      ],
    },
    {
      text: "[[# ackwise-scenario: the-moon]]\nacks=all",
      message: /^"the-moon" is no scenario: expected a place \(one-rack, .*; or a file such as load\.ackwise\.yaml\.$/,
      fixes: [{ title: "Remove the comment", result: "acks=all" }],
    },
    {
      text: "[[# ackwise-scenario: laptop+one-rack]]",
      message:
        '"laptop+one-rack" is no scenario: expected at most one place, not both laptop and one-rack; or a file such as load.ackwise.yaml.',
      fixes: [
        { title: "Write laptop", result: "# ackwise-scenario: laptop" },
        { title: "Write one-rack", result: "# ackwise-scenario: one-rack" },
        { title: "Remove the comment", result: "" },
      ],
    },
    {
      text: "[[# ackwise-scenario:]]",
      message: /^"" is no scenario/,
      fixes: [{ title: "Remove the comment", result: "" }],
    },
    {
      text: "# ackwise-scenario: laptop\n[[# ackwise-scenario: .ackwise.yaml]]",
      message: /^"\.ackwise\.yaml" is no scenario/,
      fixes: [{ title: "Remove the comment", result: "# ackwise-scenario: laptop\n" }],
    },
  ],
});
