import type { RenderTexts } from "../../messages/render-texts.js";
import type { ReportCell, ReportTable } from "../report-model.js";
import { columnsOf, padTo, wrapped } from "./columns.js";
import { toneMark } from "./palette.js";
import { toneLook, type TextStyle } from "./text-style.js";
import { changeWord, directionOf } from "./tone-words.js";

const GAP = 2;
/** A column of text is not made narrower than this. */
const LEAST_TEXT_COLUMNS = 14;

/**
 * A table with aligned columns. When it is too wide, the widest columns of text are wrapped; when that is not enough, every row becomes a
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
  const widths = fitting(
    natural,
    columns.map(({ align }) => align === "start"),
    width,
  );
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

/** The widths of the columns when text is wrapped where it must be; undefined when they do not fit even so. */
function fitting(natural: readonly number[], isText: readonly boolean[], width: number): readonly number[] | undefined {
  const widths = [...natural];
  const total = (): number => widths.reduce((sum, one) => sum + one, 0) + GAP * (widths.length - 1);
  while (total() > width) {
    const widest = Math.max(...widths.filter((_, column) => isText[column]));
    const column = widths.findIndex((one, at) => isText[at] === true && one === widest);
    if (column < 0 || widest <= LEAST_TEXT_COLUMNS) return undefined;
    widths[column] = Math.max(
      LEAST_TEXT_COLUMNS,
      widest - Math.max(1, Math.min(total() - width, widest - secondOf(widths, isText))),
    );
  }
  return widths;
}

/** The width of the second widest column of text. */
function secondOf(widths: readonly number[], isText: readonly boolean[]): number {
  return widths.filter((_, column) => isText[column]).sort((a, b) => b - a)[1] ?? LEAST_TEXT_COLUMNS;
}

/** A cell with the direction of its change, and its tone as mark and word. */
function cellText(cell: ReportCell, texts: RenderTexts): string {
  const text = cell.text.replace(/\s+/g, " ");
  if (cell.tone === undefined || cell.tone === "neutral") return text;
  const word = changeWord(cell, texts);
  return [directionOf(cell), text, toneMark(cell.tone), word].filter((part) => part !== undefined).join(" ");
}
