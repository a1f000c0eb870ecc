import { unknownScenarioComments } from "../../config/scenario-in-use.js";
import { allowedNames, parseScenarioName, scenarioWords } from "../../config/scenario-names.js";
import { COMMENT_FIX_TITLES, removeCommentFix, rewordFix } from "../comment-fixes.js";
import { nearestOf } from "../support-values.js";
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
    ...COMMENT_FIX_TITLES,
  },
  check: ({ document }) =>
    unknownScenarioComments(document).map((comment) => {
      const { words, span } = comment;
      const name = parseScenarioName(words[0] ?? "");
      const allowed = "problem" in name ? name.problem : allowedNames();
      const names = similarNames(words[0] ?? "").map((similar) => rewordFix(document, comment, similar));
      const fixes = [...names, removeCommentFix(document, comment)];
      return { messageId: "unknown", data: { text: words.join(" "), allowed }, key: undefined, span, fixes };
    }),
};

/** The longest name has some forty characters. */
const LONGEST_MISSPELLED = 100;

/** The name without typing mistakes, or with one part less where two are of a kind. */
function similarNames(name: string): readonly string[] {
  if (name.length > LONGEST_MISSPELLED) return [];
  const known = scenarioWords().map(({ word }) => word);
  const words = name.split("+").map((word) => (known.includes(word) ? word : (nearestOf(word, known) ?? word)));
  const fewer = words.map((_word, index) => words.filter((_other, place) => place !== index)).reverse();
  const names = [words, ...fewer].map((candidate) => candidate.join("+"));
  const right = names.filter((candidate) => !("problem" in parseScenarioName(candidate)));
  return right.slice(0, right[0] === names[0] ? 1 : 2);
}
