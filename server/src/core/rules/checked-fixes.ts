import { acceptedSettings } from "../changes/changes.js";
import { applyEdits } from "../text/span.js";
import type { Finding, FindingFix, RuleContext } from "./types.js";

/** Longer files configure no producer; to read one again for each of its fixes would take time that grows with the square of its length. */
const CHECKED_LENGTH = 32_768;

/**
 * A finding without the fixes that would stop a producer that starts. They are looked at when somebody asks for them, which most who ask
 * for findings do not.
 */
export function withCheckedFixes(context: RuleContext, finding: Finding): Finding {
  const { fixes } = finding;
  const { document, evaluation } = context;
  if (fixes.length === 0 || evaluation.verdict === "throws" || document.text.length > CHECKED_LENGTH) return finding;
  let checked: readonly FindingFix[] | undefined;
  return {
    ...finding,
    get fixes() {
      checked ??= fixes.filter((fix) => keepsStarting(context, fix));
      return checked;
    },
  };
}

function keepsStarting({ document, evaluation, catalog }: RuleContext, { edits }: FindingFix): boolean {
  const { byKey } = document.readAgain(applyEdits(document.text, edits));
  const given = new Map([...byKey.values()].map((setting) => [setting.key, setting.loaded]));
  return acceptedSettings(evaluation, given, catalog) !== undefined;
}
