import { unknownScenarioComments } from "../../config/scenario-in-use.js";
import { allowedNames, parseScenarioName } from "../../config/scenario-names.js";
import type { Rule } from "../types.js";

export const unknownScenarioComment: Rule = {
  meta: {
    id: "unknown-scenario-comment",
    severity: "warning",
    category: "ackwise",
    summary: "An ackwise-scenario comment must name a scenario or a scenario file.",
    sources: ["docs/rules/unknown-scenario-comment.md"],
  },
  messages: {
    unknown: '"{text}" is no scenario: expected {allowed}; or a file such as load.ackwise.yaml.',
  },
  check: ({ document }) =>
    unknownScenarioComments(document).map(({ words, span }) => {
      const name = parseScenarioName(words[0] ?? "");
      const allowed = "problem" in name ? name.problem : allowedNames();
      return { messageId: "unknown", data: { text: words.join(" "), allowed }, key: undefined, span };
    }),
};
