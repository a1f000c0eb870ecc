import { describe, expect, test } from "vitest";
import { parseVersion } from "../../server/src/core/catalog/version.js";
import { readDocument } from "../../server/src/core/dialects/dialects.js";
import { versionInUse } from "../../server/src/core/config/version-in-use.js";
import { contextOf, runRules } from "../../server/src/core/rules/run.js";
import type { Finding, Rule, Severity } from "../../server/src/core/rules/types.js";
import { applyEdits } from "../../server/src/core/text/span.js";

/** A text the rule has nothing to say about. */
export interface Accepted {
  readonly text: string;
  readonly version?: string;
}

/** A text the rule reports. `[[` and `]]` in the text mark what must be underlined; they are taken out before the check. */
export interface Rejected {
  readonly text: string;
  readonly version?: string;
  readonly severity?: Severity;
  /** The whole message, or a pattern it must match. */
  readonly message: string | RegExp;
  /** Every fix in order: its title and the whole text after it. */
  readonly fixes?: readonly { readonly title: string; readonly result: string }[];
}

/** Checks one rule against a table of accepted and rejected texts, and that every fix leaves nothing for a second run. */
export function testRule(
  rule: Rule,
  table: { readonly accept: readonly Accepted[]; readonly reject: readonly Rejected[] },
): void {
  describe(rule.meta.id, () => {
    test.each(table.accept.map((entry, index) => [index, entry] as const))("accepts %i", (_index, entry) => {
      expect(findingsOf(rule, entry.text, entry.version)).toEqual([]);
    });
    test.each(table.reject.map((entry, index) => [index, entry] as const))("rejects %i", (_index, entry) => {
      checkRejected(rule, entry);
    });
  });
}

function checkRejected(rule: Rule, entry: Rejected): void {
  const { text, start, end } = unmark(entry.text);
  const findings = findingsOf(rule, text, entry.version);
  expect(findings).toHaveLength(1);
  const [finding] = findings as [Finding];
  expect(finding.severity).toBe(entry.severity ?? rule.meta.severity);
  if (typeof entry.message === "string") expect(finding.message).toBe(entry.message);
  else expect(finding.message).toMatch(entry.message);
  expect(finding.message).not.toMatch(/\{[a-zA-Z]+\}/);
  if (start !== undefined) expect(text.slice(finding.span.start, finding.span.end)).toBe(text.slice(start, end));
  if (start !== undefined) expect(finding.span).toEqual({ start, end });
  const fixes = finding.fixes.map((fix) => ({ title: fix.title, result: applyEdits(text, fix.edits) }));
  expect(fixes).toEqual(entry.fixes ?? []);
  for (const fix of fixes) expect(findingsOf(rule, fix.result, entry.version), `after "${fix.title}"`).toEqual([]);
}

/** The findings of one rule; the newest release unless told otherwise. */
export function findingsOf(rule: Rule, text: string, version?: string): readonly Finding[] {
  const document = readDocument("properties", "producer.properties", text);
  const asked = version === undefined ? undefined : parseVersion(version);
  const outer = asked === undefined ? undefined : ({ version: asked, source: "settings" } as const);
  return runRules(contextOf(document, versionInUse(document, outer).version), { rules: [rule] }).filter(
    (finding) => finding.rule === rule.meta.id,
  );
}

function unmark(marked: string): { text: string; start: number | undefined; end: number | undefined } {
  const open = marked.indexOf("[[");
  const close = marked.indexOf("]]");
  if (open < 0 || close < 0) return { text: marked, start: undefined, end: undefined };
  return {
    text: marked.slice(0, open) + marked.slice(open + 2, close) + marked.slice(close + 2),
    start: open,
    end: close - 2,
  };
}
