/** A piece of a JAAS text that may be half written. Places are indexes of the text. */
export interface JaasPiece {
  readonly kind: "module" | "flag" | "option" | "value" | "end";
  readonly start: number;
  readonly end: number;
  /** The module, the flag, or the option, which a value belongs to. */
  readonly name: string;
  /** The quote that a value begins with. */
  readonly quote: string;
  /** Whether a quoted value has its closing quote. */
  readonly isClosed: boolean;
}

const BLANKS = /\s*/y;
const WORD = /[\w.$-]+/y;
const BARE_VALUE = /[^\s;"']*/y;

/**
 * Reads `module flag name=value … ;` as far as it goes, for what helps while somebody types. What the client makes of a text says
 * `parseJaas`. Never throws; characters that belong nowhere are passed over.
 */
export function scanJaas(text: string): readonly JaasPiece[] {
  const pieces: JaasPiece[] = [];
  let at = 0;
  while (at < text.length) {
    at = endOf(BLANKS, text, at);
    if (text.charAt(at) === ";") pieces.push(pieceOf("end", at, at + 1, ";"));
    const end = endOf(WORD, text, at);
    if (end === at) {
      at++;
      continue;
    }
    const kind = pieces.length === 0 ? "module" : pieces.length === 1 ? "flag" : "option";
    const name = text.slice(at, end);
    pieces.push(pieceOf(kind, at, end, name));
    at = end;
    if (kind !== "option") continue;
    const equals = endOf(BLANKS, text, end);
    if (text.charAt(equals) !== "=") continue;
    const value = valueAt(text, equals + 1, name);
    pieces.push(value);
    at = value.end;
  }
  return pieces;
}

function valueAt(text: string, behindEquals: number, name: string): JaasPiece {
  const start = endOf(BLANKS, text, behindEquals);
  const quote = /["']/.exec(text.charAt(start))?.[0] ?? "";
  if (quote === "") {
    const end = endOf(BARE_VALUE, text, start);
    // Blanks behind `=` belong to a value only when there is one.
    const from = end === start ? behindEquals : start;
    return { ...pieceOf("value", from, Math.max(from, end === start ? behindEquals : end), name), isClosed: false };
  }
  for (let at = start + 1; at < text.length; at++) {
    if (text.charAt(at) === "\\") at++;
    else if (text.charAt(at) === quote) return { kind: "value", start, end: at + 1, name, quote, isClosed: true };
  }
  return { kind: "value", start, end: text.length, name, quote, isClosed: false };
}

function pieceOf(kind: JaasPiece["kind"], start: number, end: number, name: string): JaasPiece {
  return { kind, start, end, name, quote: "", isClosed: false };
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
