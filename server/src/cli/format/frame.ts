import type { LintedText } from "../../core/report/lint.js";
import type { Finding } from "../../core/rules/types.js";
import { columnsOf } from "../../core/report/render/columns.js";
import { lookOf, type Style } from "./style.js";

/** Longer lines are cut around the place that is underlined. */
const MAX_COLUMNS = 100;

/** The source line of a finding with the place underlined, as compilers show it. */
export function frameOf(document: LintedText["document"], finding: Finding, style: Style): string {
  const { lines, text } = document;
  const { start, end } = lines.rangeOf(finding.span);
  const lineStart = lines.lineStart(start.line);
  const whole = text.slice(lineStart, lines.lineStart(start.line + 1)).replace(/[\r\n]+$/, "");
  const from = start.character > MAX_COLUMNS / 2 && whole.length > MAX_COLUMNS ? start.character - MAX_COLUMNS / 2 : 0;
  const shown = visible(whole.slice(from, from + MAX_COLUMNS));
  const lastColumn = end.line === start.line ? end.character : whole.length;
  const column = start.character - from;
  const width = Math.max(1, Math.min(lastColumn - from, shown.length) - column);
  const number = (start.line + 1).toString();
  const gutter = " ".repeat(number.length);
  const bar = style("gray", "|");
  const mark = style(lookOf(finding.severity), "^".repeat(Math.max(1, columnsOf(shown.slice(column, column + width)))));
  return `    ${style("gray", number)} ${bar} ${shown}\n    ${gutter} ${bar} ${" ".repeat(columnsOf(shown.slice(0, column)))}${mark}\n`;
}

/** Tabs and control characters take one column, so that the mark stands where it should. */
function visible(text: string): string {
  return text.replace(/\t/g, " ").replace(/[\u0000-\u001F\u007F-\u009F\uFEFF]/g, "\u00B7");
}
