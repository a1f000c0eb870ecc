import type { Finding, FindingFix, Severity } from "../rules/types.js";
import { applyEdits, type TextEdit } from "../text/span.js";
import { lintDocument, type LintedDocument, type LintOptions } from "./lint.js";

/** A fix that was applied: the rule, the one-based line at that moment, and what was done. */
export interface AppliedFix {
  readonly rule: string;
  readonly line: number;
  readonly title: string;
}

/** A text after its fixes. `settled` is false when the fixes still changed the text at the limit. */
export interface FixedText {
  readonly text: string;
  readonly applied: readonly AppliedFix[];
  readonly settled: boolean;
}

/** From the worst one on. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "information", "hint"];

/**
 * Which fixes to apply: the safe ones, or also the preferred suggestion of findings without a safe one, from a severity on. That is errors and
 * warnings unless asked otherwise: advice is for a person to weigh, and nobody wants acks changed because a hint says what it costs.
 */
export type FixScope = "safe" | "suggestions" | { readonly from: Severity };

/** One fix may make room for the next; fixes that chase each other stop here. */
export const MAX_FIX_ROUNDS = 10;

/** Applies fixes until nothing is left to fix. Edits that overlap wait for the next round. */
export function fixText(text: string, options: LintOptions = {}, scope: FixScope = "safe"): FixedText {
  return fixLinted(lintDocument(text, options), options, scope);
}

/** The same for a text whose findings are known. */
export function fixLinted(
  linted: Pick<LintedDocument, "document" | "findings">,
  options: LintOptions,
  scope: FixScope = "safe",
): FixedText {
  const applied: AppliedFix[] = [];
  let current = linted.document.text;
  for (let round = 0; round < MAX_FIX_ROUNDS; round++) {
    const { document, findings } = round === 0 ? linted : lintDocument(current, options);
    const chosen = chooseFixes(findings, scope);
    const next = applyEdits(
      current,
      chosen.flatMap(({ fix }) => fix.edits),
    );
    if (next === current) return { text: current, applied, settled: true };
    for (const { finding, fix } of chosen) {
      const line = document.lines.lineAt(finding.span.start) + 1;
      applied.push({ rule: finding.rule, line, title: fix.title });
    }
    current = next;
  }
  return { text: current, applied, settled: false };
}

/** One fix per finding, the preferred one; a fix whose edits meet edits already taken is left for later. */
export function chooseFixes(
  findings: readonly Finding[],
  scope: FixScope,
): readonly { readonly finding: Finding; readonly fix: FindingFix }[] {
  const chosen: { finding: Finding; fix: FindingFix }[] = [];
  const taken: TextEdit[] = [];
  for (const finding of findings) {
    const fix =
      finding.fixes.find(({ safety }) => safety === "safe") ??
      (takesSuggestion(finding, scope) ? finding.fixes[0] : undefined);
    if (fix === undefined || fix.edits.some((edit) => taken.some((other) => meets(edit, other)))) continue;
    chosen.push({ finding, fix });
    taken.push(...fix.edits);
  }
  return chosen;
}

function takesSuggestion({ severity }: Finding, scope: FixScope): boolean {
  if (scope === "safe") return false;
  const from = scope === "suggestions" ? "warning" : scope.from;
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(from);
}

function meets(a: TextEdit, b: TextEdit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}
