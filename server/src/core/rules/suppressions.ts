import { secretsOf } from "../dialects/document-secrets.js";
import { directivesOf, type Directive } from "../dialects/directives.js";
import type { ConfigDocument } from "../dialects/types.js";
import type { Messages } from "../messages/messages.js";
import { reportUnused, unusedSuppression } from "./all/unused-suppression.js";
import type { ProfileLevel } from "./profiles.js";
import { ruleById } from "./registry.js";
import { render } from "./render.js";
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

/** Puts the findings aside that a comment switches off, and reports comments that switch nothing off. */
export function applySuppressions(
  document: ConfigDocument,
  findings: readonly Finding[],
  messages: Messages,
  levelOf: (rule: Rule) => ProfileLevel,
): Judged {
  const directives = directivesOf(document).filter((directive) => directive.name.startsWith("disable"));
  if (directives.length === 0) return { findings, suppressed: [] };
  const used = new Set<Directive>();
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const hits = directives.filter((directive) => covers(document, directive, finding));
    hits.forEach((directive) => used.add(directive));
    if (hits.length === 0) kept.push(finding);
    else suppressed.push({ finding, reason: hits.map(({ reason }) => reason).find((it) => it !== undefined) });
  }
  const level = levelOf(unusedSuppression);
  if (level === "off") return { findings: kept, suppressed };
  const unused = directives.filter((directive) => !used.has(directive) && !isAboutOff(directive, levelOf));
  const reports = unused.map((directive) =>
    render(unusedSuppression, reportUnused(document, directive), messages, level, secretsOf(document)),
  );
  return { findings: [...kept, ...reports], suppressed };
}

/** A comment about rules that are off here says what holds where they are on, as in another profile. */
function isAboutOff(directive: Directive, levelOf: (rule: Rule) => ProfileLevel): boolean {
  const rules = directive.words.map(ruleById);
  return rules.length > 0 && rules.every((rule) => rule !== undefined && levelOf(rule) === "off");
}

function covers(document: ConfigDocument, directive: Directive, finding: Finding): boolean {
  if (directive.words.length > 0 && !directive.words.includes(finding.rule)) return false;
  const line = lineOf(document, finding);
  switch (directive.name) {
    case "disable-file":
      return true;
    case "disable-line":
      return line === directive.line;
    case "disable-next-line":
      return line === nextSettingLine(document, directive.line);
    default:
      return false;
  }
}

/** A finding on a continuation line belongs to the line on which its setting starts. */
function lineOf(document: ConfigDocument, finding: Finding): number {
  const { start } = finding.span;
  const setting = document.settings.find(({ span }) => span.start <= start && start < span.end);
  return setting === undefined ? document.lines.lineAt(start) : setting.line - 1;
}

/** The next line that is no comment and not empty, so that several comments may stand above a setting. */
function nextSettingLine(document: ConfigDocument, after: number): number {
  const next = document.settings.find((setting) => setting.line - 1 > after);
  return next === undefined ? after + 1 : next.line - 1;
}
