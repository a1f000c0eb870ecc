import { HIDDEN } from "../../core/catalog/secrecy.js";
import { secretsIn, type LintedText } from "../../core/report/lint.js";
import type { Finding } from "../../core/rules/types.js";
import { columnsOf } from "../../core/report/render/columns.js";
import type { Span } from "../../core/text/span.js";
import { lookOf, type Style } from "./style.js";

/** Longer lines are cut around the place that is underlined. */
const MAX_COLUMNS = 100;

/** The source line of a finding with the place underlined, as compilers show it. Secrets are hidden. */
export function frameOf(document: LintedText["document"], finding: Finding, style: Style): string {
  const { lines, text } = document;
  const { start, end } = lines.rangeOf(finding.span);
  const lineStart = lines.lineStart(start.line);
  const written = text.slice(lineStart, lines.lineStart(start.line + 1)).replace(/[\r\n]+$/, "");
  const secrets = (secretsIn(document)?.spans ?? []).map((span) => ({
    start: span.start - lineStart,
    end: span.end - lineStart,
  }));
  const { shown: whole, at } = withHidden(written, secrets);
  const first = at(start.character, "start");
  const last = end.line === start.line ? at(end.character, "end") : whole.length;
  const from = first > MAX_COLUMNS / 2 && whole.length > MAX_COLUMNS ? first - MAX_COLUMNS / 2 : 0;
  const shown = visible(whole.slice(from, from + MAX_COLUMNS));
  const column = first - from;
  const width = Math.max(1, Math.min(last - from, shown.length) - column);
  const number = (start.line + 1).toString();
  const gutter = " ".repeat(number.length);
  const bar = style("gray", "|");
  const mark = style(lookOf(finding.severity), "^".repeat(Math.max(1, columnsOf(shown.slice(column, column + width)))));
  return `    ${style("gray", number)} ${bar} ${shown}\n    ${gutter} ${bar} ${" ".repeat(columnsOf(shown.slice(0, column)))}${mark}\n`;
}

/** A line without its secrets, and where a place of it is then: of a secret, before or behind what stands in its place. */
function withHidden(
  line: string,
  secrets: readonly Span[],
): { readonly shown: string; readonly at: (place: number, edge: "start" | "end") => number } {
  const here = secrets
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(line.length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  let shown = "";
  let position = 0;
  const moves = here.map(({ start, end }) => {
    shown += line.slice(position, Math.max(position, start)) + HIDDEN;
    position = Math.max(position, end);
    return { start, end, before: shown.length - HIDDEN.length, behind: shown.length };
  });
  const at = (place: number, edge: "start" | "end"): number => {
    const move = moves.findLast(({ start }) => start < place || (edge === "start" && start === place));
    if (move === undefined) return place;
    if (place < move.end || (edge === "end" && place === move.end)) return edge === "start" ? move.before : move.behind;
    return move.behind + place - move.end;
  };
  return { shown: shown + line.slice(position), at };
}

/** Tabs, control characters and changes of direction take one column, so that the mark stands where it should. */
function visible(text: string): string {
  return text
    .replace(/\t/g, " ")
    .replace(/[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g, "\u00B7");
}
