import type { RenderTexts } from "../../messages/render-texts.js";
import type { ReportCell, ReportTable } from "../report-model.js";
import { columnsOf, padTo, wrapped } from "./columns.js";
import { toneMark } from "./palette.js";
import { toneLook, type TextStyle } from "./text-style.js";
import { changeWord, directionOf } from "./tone-words.js";

const GAP = 2;
/** A column of text is not made narrower than this; one of numbers not narrower than they are. */
const LEAST_TEXT_COLUMNS = 14;

/** A longer word of a label is broken when the table is too wide. */
const MOST_LABEL_COLUMNS = 12;

/**
 * A table with aligned columns. When it is too wide, text and labels are wrapped; when that is not enough, every row becomes a
 * list of its cells: nothing is left out.
 */
export function tableText(
  { columns, rows }: ReportTable,
  width: number,
  texts: RenderTexts,
  style: TextStyle,
): readonly string[] {
  const written = rows.map((row) => row.map((cell) => cellText(cell, texts)));
  const natural = columns.map(({ label }, column) =>
    Math.max(columnsOf(label), ...written.map((row) => columnsOf(row[column] ?? ""))),
  );
  const least = columns.map(({ label, align }, column) => {
    if (align === "start") return Math.min(LEAST_TEXT_COLUMNS, natural[column] ?? 0);
    const values = written.map((row) => columnsOf(row[column] ?? ""));
    const longestWord = Math.max(...label.split(/\s+/).map(columnsOf));
    return Math.max(...values, Math.min(longestWord, MOST_LABEL_COLUMNS), 1);
  });
  const widths = fitting(natural, least, width);
  const dress = (text: string, row: number, column: number): string => {
    const tone = rows[row]?.[column]?.tone;
    return tone === undefined || tone === "neutral" ? text : style(toneLook(tone), text);
  };
  if (widths === undefined)
    return written.flatMap((cells, row) => [
      ...cells.flatMap((text, column) =>
        wrapped(`${columns[column]?.label ?? ""}: ${text}`, width).map((line) => dress(line, row, column)),
      ),
      ...(row < written.length - 1 ? [""] : []),
    ]);
  const lines = (cells: readonly string[], look: (text: string, column: number) => string): string[] => {
    const parts = cells.map((text, column) => wrapped(text, widths[column] ?? width));
    const height = Math.max(...parts.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) =>
      parts
        .map((part, column) => {
          const padded = padTo(part[line] ?? "", widths[column] ?? 0, columns[column]?.align);
          return look(column === parts.length - 1 ? padded.trimEnd() : padded, column);
        })
        .join(" ".repeat(GAP))
        .trimEnd(),
    );
  };
  const labels = columns.map(({ label }) => label);
  return [
    ...lines(labels, (text) => style("gray", text)),
    ...written.flatMap((cells, row) => lines(cells, (text, column) => dress(text, row, column))),
  ];
}

/** The widths of the columns when text and labels are wrapped where they must be; undefined when they do not fit even so. */
function fitting(natural: readonly number[], least: readonly number[], width: number): readonly number[] | undefined {
  const widths = [...natural];
  let over = widths.reduce((sum, one) => sum + one, 0) + GAP * (widths.length - 1) - width;
  for (; over > 0; over--) {
    const slacks = widths.map((one, column) => one - (least[column] ?? one));
    const most = Math.max(...slacks);
    if (most <= 0) return undefined;
    const column = slacks.indexOf(most);
    widths[column] = (widths[column] ?? 0) - 1;
  }
  return widths;
}

/** A cell with the direction of its change, and its tone as mark and word. */
function cellText(cell: ReportCell, texts: RenderTexts): string {
  const text = cell.text.replace(/\s+/g, " ");
  if (cell.tone === undefined || cell.tone === "neutral") return text;
  const word = changeWord(cell, texts);
  return [directionOf(cell), text, toneMark(cell.tone), word].filter((part) => part !== undefined).join(" ");
}
