import { HIDDEN } from "../catalog/secrecy.js";

/** More pieces than a person writes: a PEM text without its backslashes has some thirty lines. */
export const MOST_PIECES = 500;
/** Shorter pieces are hidden as whole words only. */
const LONG_PIECE = 8;
/** Longer ones are looked for one by one: an expression that holds a whole certificate is too large for engines to compile. */
const LONGEST_IN_FORM = 64;

/** Looks for pieces of secrets in texts. */
export class SecretSearch {
  /** Longer pieces first, so that nothing is left of them. */
  readonly #long: readonly string[];
  readonly #form: RegExp | undefined;

  constructor(pieces: readonly string[]) {
    const chosen = [...pieces].sort((a, b) => b.length - a.length).slice(0, MOST_PIECES);
    this.#long = chosen.filter((piece) => piece.length > LONGEST_IN_FORM);
    this.#form = formOf(chosen.slice(this.#long.length));
  }

  /** The text without the pieces. */
  hide(text: string): string {
    let shown = text;
    for (const piece of this.#long) if (piece.length <= shown.length) shown = shown.replaceAll(piece, () => HIDDEN);
    return this.#form === undefined ? shown : shown.replace(this.#form, HIDDEN);
  }

  /** Whether a text holds one of the pieces. */
  isIn(text: string): boolean {
    return (
      this.#long.some((piece) => text.includes(piece)) || (this.#form !== undefined && text.search(this.#form) >= 0)
    );
  }
}

function formOf(pieces: readonly string[]): RegExp | undefined {
  if (pieces.length === 0) return undefined;
  const forms = pieces.map((piece) => {
    const literal = piece.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
    return piece.length >= LONG_PIECE ? literal : `(?<![\\w.-])${literal}(?![\\w.-])`;
  });
  return new RegExp(forms.join("|"), "g");
}
