// How wide text is in a terminal: wide scripts and signs take two columns, marks that join others take none.

const JOINING = /[\p{Mn}\p{Me}\u200B-\u200D\uFE0F]/u;
const WIDE: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

/** The columns that a text takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOfCharacter(character);
  return columns;
}

/** A text with spaces behind or before it, up to a width. */
export function padTo(text: string, width: number, align: "start" | "end" = "start"): string {
  const spaces = " ".repeat(Math.max(0, width - columnsOf(text)));
  return align === "start" ? text + spaces : spaces + text;
}

/** A text cut to a width, with an ellipsis where something is missing. */
export function cutTo(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  let kept = "";
  let columns = 0;
  for (const character of text) {
    columns += columnsOfCharacter(character);
    if (columns > width - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** The lines of a text, broken between words; a word longer than a line is broken within. */
export function wrapped(text: string, width: number): readonly string[] {
  const limit = Math.max(8, width);
  const lines: string[] = [];
  let line = "";
  for (const word of text
    .split(/\s+/)
    .filter((part) => part !== "")
    .flatMap((part) => broken(part, limit))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (columnsOf(longer) <= limit) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
}

function broken(word: string, width: number): readonly string[] {
  const parts: string[] = [];
  let part = "";
  for (const character of word) {
    if (part !== "" && columnsOf(part + character) > width) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part];
}

function columnsOfCharacter(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (JOINING.test(character)) return 0;
  return WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}
