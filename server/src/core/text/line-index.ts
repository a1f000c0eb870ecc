import type { Span } from "./span.js";

/** A zero-based line and a zero-based UTF-16 column, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Two positions; the end is not part of the range. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Offsets of line starts. Lines end at LF, CR LF or CR, as the Language Server Protocol and java.util.Properties have it. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #text: string;
  readonly #length: number;

  constructor(text: string) {
    this.#starts = lineStarts(text);
    this.#text = text;
    this.#length = text.length;
  }

  /** How many lines the text has; an empty text has one. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** The zero-based line that holds an offset. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  /** The offset at which a zero-based line starts; lines past the end give the length of the text. */
  lineStart(line: number): number {
    return this.#starts[line] ?? this.#length;
  }

  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.#length));
    const line = this.lineAt(clamped);
    return { line, character: clamped - this.lineStart(line) };
  }

  /** The offset of a position; a column past the end of the line means its end, before the line end. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    return Math.min(this.lineStart(position.line) + Math.max(0, position.character), this.lineEnd(position.line));
  }

  /** The offset at which the characters that end a zero-based line start. */
  lineEnd(line: number): number {
    const start = this.lineStart(line);
    let end = this.lineStart(line + 1);
    while (end > start && isLineEnd(this.#text.charCodeAt(end - 1))) end--;
    return end;
  }

  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }
}

function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > CARRIAGE_RETURN) continue;
    if (code === CARRIAGE_RETURN && text.charCodeAt(i + 1) === LINE_FEED) continue;
    if (isLineEnd(code)) starts.push(i + 1);
  }
  return starts;
}
