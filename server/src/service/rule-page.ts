/** Where the pages about rules are published. */
export const RULE_PAGES_URL = "https://github.com/ackwise/ackwise/blob/main/docs/rules";

/** The page that explains a rule. */
export function rulePageUrl(rule: string): string {
  return `${RULE_PAGES_URL}/${rule}.md`;
}
