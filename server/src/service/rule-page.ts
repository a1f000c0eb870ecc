import { PROJECT_RULE } from "../core/project/project-lint.js";
import { SCENARIO_RULE } from "../core/report/scenario-lint.js";

/** Where the pages about rules are published. */
export const RULE_PAGES_URL = "https://github.com/ackwise/ackwise/blob/main/docs/rules";

/** The page about scenario files, which no rule is about. */
export const SCENARIO_PAGE_URL = "https://github.com/ackwise/ackwise/blob/main/docs/scenario-files.md";

/** The page about project files. */
const PROJECT_PAGE_URL = "https://github.com/ackwise/ackwise/blob/main/docs/project-file.md";

/** The page that explains a rule. */
export function rulePageUrl(rule: string): string {
  if (rule === SCENARIO_RULE.meta.id) return SCENARIO_PAGE_URL;
  if (rule === PROJECT_RULE.meta.id) return PROJECT_PAGE_URL;
  return `${RULE_PAGES_URL}/${rule}.md`;
}

/** The part of the page about presets that is about one of them. */
export function presetsPageUrl(id: string): string {
  return `https://github.com/ackwise/ackwise/blob/main/docs/presets.md#${id}`;
}
