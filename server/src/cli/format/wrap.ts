import { columnsOf } from "../../core/report/render/columns.js";

/** The width that text is written for; a terminal that is wider shows no longer lines, which read badly. */
export const TEXT_COLUMNS: number = 80;

/** Breaks a text between words, so that no line is wider than asked unless one word is; each line is indented. */
export function wrapped(text: string, indent = "", columns: number = TEXT_COLUMNS): string {
  return wrappedLines(text, columns - columnsOf(indent))
    .map((line) => `${indent}${line}\n`)
    .join("");
}

/** The same as lines without indentation or line end. */
export function wrappedLines(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && columnsOf(line) + 1 + columnsOf(word) > columns) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
}
