import { ownOf } from "../../text/own.js";

/** What java.io.StreamTokenizer finds next: a word, a quoted string, a number or a single character. */
export interface Token {
  readonly kind: "word" | "quoted" | "number" | "character" | "end";
  /** `sval`: what the tokenizer holds as text; undefined for numbers, single characters and the end. */
  readonly text: string | undefined;
  /** The character of a `character` token. */
  readonly character: string;
  readonly start: number;
  readonly end: number;
}

const END = -1;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const STAR = 42;
const MINUS = 45;
const DOT = 46;
const SLASH = 47;
const BACKSLASH = 92;
const NON_ASCII_WORD = 160;
const CONTROL_ESCAPES: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/**
 * java.io.StreamTokenizer as JaasConfig sets it up: `//`, `/*` and even a lone `/` start comments, `-`, `_` and `$` belong to words,
 * numbers are tokens without text. Words start with a letter, `_`, `$` or a character from U+00A0 on.
 */
export class StreamTokenizer {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  next(): Token {
    this.#skipBlanksAndComments();
    const start = this.#at;
    const code = this.#code(start);
    if (code === END) return { kind: "end", text: undefined, character: "", start, end: start };
    if (isDigit(code) || code === DOT || code === MINUS) return this.#numberOrMinus(start, code);
    if (isLetter(code)) return this.#word(start);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return this.#quoted(start, code);
    this.#at++;
    return this.#character(start);
  }

  #code(index: number): number {
    return index < this.#text.length ? this.#text.charCodeAt(index) : END;
  }

  #character(start: number): Token {
    return { kind: "character", text: undefined, character: this.#text.charAt(start), start, end: this.#at };
  }

  #skipBlanksAndComments(): void {
    for (;;) {
      const code = this.#code(this.#at);
      if (code === END) return;
      if (code <= SPACE) this.#at++;
      else if (code === SLASH) this.#skipComment();
      else return;
    }
  }

  /** A lone slash swallows the character after it before it looks for the end of the line, even when that is a line break. */
  #skipComment(): void {
    const second = this.#code(this.#at + 1);
    this.#at = Math.min(this.#at + 2, this.#text.length);
    if (second === STAR) {
      const close = this.#text.indexOf("*/", this.#at);
      this.#at = close < 0 ? this.#text.length : close + 2;
      return;
    }
    while (!isLineEnd(this.#code(this.#at))) this.#at++;
  }

  /** Digits with at most one point, after an optional minus; a minus with neither after it is a character of its own. */
  #numberOrMinus(start: number, code: number): Token {
    this.#at++;
    const second = this.#code(this.#at);
    if (code === MINUS && second !== DOT && !isDigit(second)) return this.#character(start);
    let points = code === DOT ? 1 : 0;
    for (;;) {
      const next = this.#code(this.#at);
      if (next === DOT && points === 0) points++;
      else if (!isDigit(next)) break;
      this.#at++;
    }
    return { kind: "number", text: undefined, character: "", start, end: this.#at };
  }

  #word(start: number): Token {
    while (isWordPart(this.#code(this.#at))) this.#at++;
    return { kind: "word", text: this.#text.slice(start, this.#at), character: "", start, end: this.#at };
  }

  /** Ends at the same quote, which is consumed, or before a line break, or at the end of the text. */
  #quoted(start: number, quote: number): Token {
    this.#at++;
    let value = "";
    for (;;) {
      const code = this.#code(this.#at);
      if (code === quote) {
        this.#at++;
        break;
      }
      if (code === END || isLineEnd(code)) break;
      this.#at++;
      value += code === BACKSLASH ? this.#escape() : String.fromCharCode(code);
    }
    return { kind: "quoted", text: value, character: "", start, end: this.#at };
  }

  /** What follows a backslash: up to three octal digits (at most \377), a control letter, or the character itself. */
  #escape(): string {
    const octal = /^(?:[0-3][0-7]{0,2}|[4-7][0-7]?)/.exec(this.#text.slice(this.#at, this.#at + 3));
    if (octal !== null) {
      this.#at += octal[0].length;
      return String.fromCharCode(Number.parseInt(octal[0], 8));
    }
    // At the end of the text Java stores the -1 of read() as a character.
    if (this.#code(this.#at) === END) return "\uffff";
    const letter = this.#text.charAt(this.#at++);
    return ownOf(CONTROL_ESCAPES, letter) ?? letter;
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122 && code < 128) || code === 95 || code === 36 || code >= NON_ASCII_WORD;
}

function isWordPart(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === MINUS || code === DOT;
}

function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN || code === END;
}
