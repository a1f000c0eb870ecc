import type { RenderTexts } from "../../messages/render-texts.js";
import type { ReportCell, ReportTable } from "../report-model.js";
import { columnsOf, cutTo, padTo } from "./columns.js";
import { toneMark } from "./palette.js";
import { toneLook, type TextStyle } from "./text-style.js";
import { changeWord, directionOf } from "./tone-words.js";

const GAP = 2;
const MIN_FIRST_COLUMN = 12;

/** A table with aligned columns. When it is too wide, the first column gives way, then the last ones are left out. */
export function tableText(
  { columns, rows }: ReportTable,
  width: number,
  texts: RenderTexts,
  style: TextStyle,
): readonly string[] {
  const written = rows.map((row) => row.map((cell) => cellText(cell, texts)));
  const widths = columns.map(({ label }, column) =>
    Math.max(columnsOf(label), ...written.map((row) => columnsOf(row[column] ?? ""))),
  );
  const shown = fitting(widths, width);
  const line = (cells: readonly string[], dress: (text: string, column: number) => string): string =>
    shown
      .map((columnWidth, column) => {
        const padded = padTo(cutTo(cells[column] ?? "", columnWidth), columnWidth, columns[column]?.align);
        return dress(column === shown.length - 1 ? padded.trimEnd() : padded, column);
      })
      .join(" ".repeat(GAP))
      .trimEnd();
  const head = line(
    columns.map(({ label }) => label),
    (text) => style("gray", text),
  );
  const body = written.map((cells, row) =>
    line(cells, (text, column) => {
      const tone = rows[row]?.[column]?.tone;
      return tone === undefined || tone === "neutral" ? text : style(toneLook(tone), text);
    }),
  );
  return [head, ...body];
}

/** The widths of the columns that fit. */
function fitting(widths: readonly number[], width: number): readonly number[] {
  const [first = 0, ...others] = widths;
  const rest = others.reduce((sum, other) => sum + other + GAP, 0);
  if (first + rest <= width) return widths;
  const narrowed = Math.max(Math.min(first, MIN_FIRST_COLUMN), width - rest);
  if (narrowed + rest <= width || others.length === 0) return [Math.min(narrowed, width), ...others];
  return fitting(widths.slice(0, -1), width);
}

/** A cell with the direction of its change, and its tone as mark and word. */
function cellText(cell: ReportCell, texts: RenderTexts): string {
  const text = cell.text.replace(/\s+/g, " ");
  if (cell.tone === undefined || cell.tone === "neutral") return text;
  const direction = directionOf(cell);
  const word = `${toneMark(cell.tone)} ${changeWord(cell.tone, texts)}`;
  return [direction, text, word].filter((part) => part !== undefined).join(" ");
}
