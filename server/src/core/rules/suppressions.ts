import { secretsOf } from "../dialects/document-secrets.js";
import { directivesOf, type Directive } from "../dialects/directives.js";
import type { ConfigDocument } from "../dialects/types.js";
import type { Messages } from "../messages/messages.js";
import { reportUnused, unusedSuppression } from "./all/unused-suppression.js";
import type { ProfileLevel } from "./profiles.js";
import { ruleById } from "./registry.js";
import { limitReports } from "./limit-reports.js";
import { render, renderRest } from "./render.js";
import { SpanMap } from "../text/span-map.js";
import type { Finding, Rule } from "./types.js";

/** A finding that a comment switches off. */
export interface SuppressedFinding {
  readonly finding: Finding;
  /** Why, as the comment says after `--`. */
  readonly reason: string | undefined;
}

/** What is left of the findings of a document when its comments have been obeyed. */
export interface Judged {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/**
 * Puts the findings aside that a comment switches off, and reports comments that switch nothing off. Of the `cut` rules not all findings are
 * listed: whether a comment about them is needed, nobody knows.
 */
export function applySuppressions(
  document: ConfigDocument,
  findings: readonly Finding[],
  messages: Messages,
  levelOf: (rule: Rule) => ProfileLevel,
  cut: ReadonlySet<string>,
): Judged {
  const directives = directivesOf(document).filter((directive) => directive.name.startsWith("disable"));
  if (directives.length === 0) return { findings, suppressed: [] };
  const groups = groupsOf(document, directives);
  const settings = new SpanMap(document.settings.map((setting) => [setting.span, setting]));
  const used = new Set<Group>();
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const { start } = finding.span;
    // A finding on a continuation line belongs to the line on which its setting starts.
    const line = settings.at(start)?.line ?? document.lines.lineAt(start) + 1;
    const hits = PLACES.flatMap((place) => [
      groups.get(nameOf(place(line), "")),
      groups.get(nameOf(place(line), finding.rule)),
    ]).filter((group) => group !== undefined);
    hits.forEach((group) => used.add(group));
    if (hits.length === 0) kept.push(finding);
    else suppressed.push({ finding, reason: firstReason(hits) });
  }
  const level = levelOf(unusedSuppression);
  if (level === "off") return { findings: kept, suppressed };
  const needed = new Set([...used].flatMap(({ directives: needing }) => needing));
  const unused = directives.filter(
    (directive) => !needed.has(directive) && !isAboutOff(directive, levelOf) && !isAbout(directive, cut),
  );
  const { listed, rest } = limitReports(
    unused.map((directive) => reportUnused(document, directive)),
    unusedSuppression.meta.severity,
  );
  const secrets = secretsOf(document);
  const rendered = listed.map((report) => render(unusedSuppression, report, messages, level, secrets));
  const more = rest === undefined ? [] : [renderRest(unusedSuppression, rest, messages, level)];
  return { findings: [...kept, ...rendered, ...more], suppressed };
}

/** The comments that switch the same off: one rule or all of them, in one line or in the whole file. */
interface Group {
  readonly directives: Directive[];
  /** The first that gives a reason. */
  reasoned: Directive | undefined;
}

/** The lines whose comments a finding in a line obeys, as people count; `0` is the whole file. */
const PLACES: readonly ((line: number) => number)[] = [() => 0, (line) => line];

function nameOf(line: number, rule: string): string {
  return `${line} ${rule}`;
}

function groupsOf(document: ConfigDocument, directives: readonly Directive[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  const lines = document.settings.map(({ line }) => line);
  for (const directive of directives) {
    const line = coveredLine(lines, directive);
    for (const rule of directive.words.length === 0 ? [""] : new Set(directive.words)) {
      const group = groups.get(nameOf(line, rule)) ?? { directives: [], reasoned: undefined };
      group.directives.push(directive);
      if (directive.reason !== undefined) group.reasoned ??= directive;
      groups.set(nameOf(line, rule), group);
    }
  }
  return groups;
}

/** A comment about rules that are off here says what holds where they are on, as in another profile. */
function isAboutOff(directive: Directive, levelOf: (rule: Rule) => ProfileLevel): boolean {
  const rules = directive.words.map(ruleById);
  return rules.length > 0 && rules.every((rule) => rule !== undefined && levelOf(rule) === "off");
}

function isAbout({ words }: Directive, rules: ReadonlySet<string>): boolean {
  return words.length === 0 ? rules.size > 0 : words.some((word) => rules.has(word));
}

function firstReason(groups: readonly Group[]): string | undefined {
  const reasons = groups.flatMap(({ reasoned }) => reasoned ?? []);
  return reasons.sort((a, b) => a.line - b.line)[0]?.reason;
}

/** The line that a comment is about, as people count; `0` for the whole file. Several comments may stand above a setting. */
function coveredLine(settingLines: readonly number[], { name, line }: Directive): number {
  switch (name) {
    case "disable-line":
      return line + 1;
    case "disable-next-line":
      return settingLines[firstAbove(settingLines, line + 1)] ?? line + 2;
    default:
      return 0;
  }
}

/** The index of the first of these numbers, which rise, that is above a limit. */
function firstAbove(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
