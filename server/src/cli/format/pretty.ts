import { columnsOf, padTo } from "../../core/report/render/columns.js";
import { cliSpeaker, type SayCli } from "../../core/messages/cli-texts.js";
import type { Finding, Severity } from "../../core/rules/types.js";
import { inOneLine, inTerminal } from "../../core/text/shown.js";
import { frameOf } from "./frame.js";
import { SEVERITIES, type LintedFile } from "./linted-file.js";
import { lookOf, plain, type Style } from "./style.js";

/** How to print findings for people. */
export interface PrettyOptions {
  readonly style?: Style;
  /** Whether to show the line of each finding with the place underlined. */
  readonly frames?: boolean;
  /** Whether to leave the summary out. */
  readonly quiet?: boolean;
  /** The language; English unless told otherwise. */
  readonly say?: SayCli;
}

/** Findings for people: a block per file, a line per finding, a summary that names the client version. */
export function formatPretty(files: readonly LintedFile[], options: PrettyOptions = {}): string {
  const style = options.style ?? plain;
  const say = options.say ?? cliSpeaker();
  const blocks = files
    .filter((file) => file.findings.length > 0)
    .map((file) => blockOf(file, style, options.frames ?? false, say));
  return inTerminal(blocks.join("") + (options.quiet === true ? "" : summaryOf(files, style, say)));
}

function blockOf(file: LintedFile, style: Style, frames: boolean, say: SayCli): string {
  const rows = file.findings.map((finding) => ({ finding, place: placeOf(file, finding) }));
  const placeWidth = rows.reduce((width, { place }) => Math.max(width, place.length), 0);
  const severityWidth = rows.reduce(
    (width, { finding }) => Math.max(width, columnsOf(say(`severity/${finding.severity}`))),
    0,
  );
  const indent = " ".repeat(placeWidth + severityWidth + 6);
  const lines = rows.map(({ finding, place }) => {
    const [first = "", ...rest] = finding.message.split(/\r?\n/).map(inOneLine);
    const severity = style(lookOf(finding.severity), padTo(say(`severity/${finding.severity}`), severityWidth));
    const head = `  ${style("gray", place.padStart(placeWidth))}  ${severity}  ${first}  ${style("gray", finding.rule)}\n`;
    const quote = rest.map((line) => `${indent}${style("dim", line)}\n`).join("");
    return head + quote + (frames ? frameOf(file.document, finding, style) : "");
  });
  return `${style("underline", inOneLine(file.file))}\n${lines.join("")}\n`;
}

function placeOf({ document }: LintedFile, finding: Finding): string {
  const { line, character } = document.lines.positionAt(finding.span.start);
  return `${(line + 1).toString()}:${(character + 1).toString()}`;
}

function summaryOf(files: readonly LintedFile[], style: Style, say: SayCli): string {
  const counts = SEVERITIES.map((severity) => countOf(files, severity, say)).filter((count) => count !== undefined);
  const total = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const where = plural(files.length, "file", say);
  const what =
    total === 0
      ? style("green", say("lint/none", { files: where }))
      : say("lint/summary", { counts: counts.join(", "), files: where });
  const versions = versionsOf(files, say);
  return `${what}${versions === "" ? "" : ` (${versions})`}\n${knownIn(files, say)}`;
}

/** What a baseline knows is not shown, but told. */
function knownIn(files: readonly LintedFile[], say: SayCli): string {
  const known = files.flatMap(({ suppressed }) => suppressed.filter(({ kind }) => kind === "external")).length;
  if (known === 0) return "";
  return `${say(known === 1 ? "lint/known-one" : "lint/known", { count: known })}\n`;
}

function countOf(files: readonly LintedFile[], severity: Severity, say: SayCli): string | undefined {
  const count = files.reduce((sum, file) => sum + file.findings.filter((it) => it.severity === severity).length, 0);
  if (count === 0) return undefined;
  return plural(count, severity, say);
}

function plural(count: number, noun: Severity | "file", say: SayCli): string {
  return say(count === 1 ? `count/${noun}` : `count/${noun}s`, { count });
}

/** The client versions in use; with many files, only how many have each. */
function versionsOf(files: readonly LintedFile[], say: SayCli): string {
  const counts = new Map<string, number>();
  for (const { client } of files) {
    if (client === undefined) continue;
    const text = `Kafka ${client.version.version.text}, ${client.origin}`;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  if (counts.size === 1) return [...counts.keys()].join("");
  return [...counts].map(([text, count]) => `${text}: ${plural(count, "file", say)}`).join("; ");
}
