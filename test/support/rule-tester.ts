import { readFileSync } from "node:fs";
import { Messages } from "../../server/src/core/messages/messages.js";
import { messagesFor } from "../../server/src/core/messages/translations.js";
import { englishIn } from "./english-runs.js";
import { describe, expect, test } from "vitest";
import { parseVersion } from "../../server/src/core/catalog/version.js";
import { readDocument } from "../../server/src/core/dialects/dialects.js";
import { versionInUse } from "../../server/src/core/config/version-in-use.js";
import { firstProfileOf, profileLevel, type Profile } from "../../server/src/core/rules/profiles.js";
import { contextOf, runRules } from "../../server/src/core/rules/run.js";
import type { Finding, Rule, Severity } from "../../server/src/core/rules/types.js";
import { applyEdits } from "../../server/src/core/text/span.js";

/** A text the rule has nothing to say about. */
export interface Accepted {
  readonly text: string;
  readonly version?: string;
  /** The first one in which the rule is on, unless told otherwise. */
  readonly profile?: Profile;
}

/** A text the rule reports. `[[` and `]]` in the text mark what must be underlined; they are taken out before the check. */
export interface Rejected {
  readonly text: string;
  readonly version?: string;
  readonly profile?: Profile;
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
      expect(findingsOf(rule, entry.text, entry)).toEqual([]);
    });
    test.each(table.reject.map((entry, index) => [index, entry] as const))("rejects %i", (_index, entry) => {
      checkRejected(rule, entry);
    });
    test("has a fix for everything, or its page says why not", () => {
      const hasAll = table.reject.every(({ fixes = [] }) => fixes.length > 0);
      expect(saysWhyNoFix(rule), `docs/rules/${rule.meta.id}.md: "## No fix"`).toBe(!hasAll);
    });
  });
}

/** Whether the page of a rule has a section about findings that have no mechanical answer. */
export function saysWhyNoFix({ meta }: Rule): boolean {
  const page = readFileSync(new URL(`../../docs/rules/${meta.id}.md`, import.meta.url), "utf8");
  return /^## No fix\n\n\S.{20}/m.test(page);
}

function checkRejected(rule: Rule, entry: Rejected): void {
  const { text, start, end } = unmark(entry.text);
  const findings = findingsOf(rule, text, entry);
  expect(findings).toHaveLength(1);
  const [finding] = findings as [Finding];
  expect(finding.severity).toBe(entry.severity ?? severityIn(rule, entry));
  if (typeof entry.message === "string") expect(finding.message).toBe(entry.message);
  else expect(finding.message).toMatch(entry.message);
  expect(finding.message).not.toMatch(/\{[a-zA-Z]+\}/);
  if (start !== undefined) expect(text.slice(finding.span.start, finding.span.end)).toBe(text.slice(start, end));
  if (start !== undefined) expect(finding.span).toEqual({ start, end });
  const fixes = finding.fixes.map((fix) => ({ title: fix.title, result: applyEdits(text, fix.edits) }));
  expect(fixes).toEqual(entry.fixes ?? []);
  for (const fix of fixes) expect(findingsOf(rule, fix.result, entry), `after "${fix.title}"`).toEqual([]);
  for (const korean of findingsOf(rule, text, entry, messagesFor("ko"))) {
    expect(textsOf(korean).flatMap(englishIn), `English in Korean: ${textsOf(korean).join(" | ")}`).toEqual([]);
  }
}

/** Everything that a person reads of a finding. */
export function textsOf({ message, fixes, related }: Finding): readonly string[] {
  return [message, ...fixes.map(({ title }) => title), ...related.map((place) => place.message)];
}

/** What all findings of a rule have in a profile, if the profile or the rule says so. */
function severityIn(rule: Rule, { profile }: Rejected): Severity {
  const level = profileLevel(rule.meta, profile ?? firstProfileOf(rule.meta) ?? "default");
  return level === undefined || level === "off" ? rule.meta.severity : level;
}

/** The findings of one rule; the newest release unless told otherwise. */
export function findingsOf(
  rule: Rule,
  text: string,
  { version, profile }: Omit<Accepted, "text"> = {},
  messages: Messages = new Messages(),
): readonly Finding[] {
  const document = readDocument("properties", "producer.properties", text);
  const asked = version === undefined ? undefined : parseVersion(version);
  const outer = asked === undefined ? undefined : ({ version: asked, source: "settings" } as const);
  const options = {
    rules: [rule],
    profile: profile ?? firstProfileOf(rule.meta) ?? "default",
    messages,
  };
  return runRules(contextOf(document, versionInUse(document, outer).version), options).filter(
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
