/**
 * Why java.util.regex.Pattern certainly refuses an expression, as the first line of its PatternSyntaxException; undefined when it
 * takes it or when that cannot be told. Looks for unbalanced brackets and misplaced repetitions, the mistakes people make.
 */
export function javaPatternProblem(pattern: string): string | undefined {
  return new PatternScanner(pattern).problem();
}

class PatternScanner {
  readonly #text: string;
  #at = 0;
  #groups = 0;
  /** Whether something stands before the current place that can be repeated. */
  #repeatable = false;

  constructor(text: string) {
    this.#text = text;
  }

  problem(): string | undefined {
    // Comments change what counts as text; such an expression is let pass.
    if (/\(\?[a-zA-Z-]*x/.test(this.#text)) return undefined;
    while (this.#at < this.#text.length) {
      const problem = this.#step();
      if (problem !== undefined) return problem === "" ? undefined : problem;
    }
    return this.#groups > 0 ? near("Unclosed group", this.#text.length) : undefined;
  }

  /** One element; the empty text when the scanner gives up. */
  #step(): string | undefined {
    const letter = this.#text.charAt(this.#at);
    switch (letter) {
      case "\\":
        return this.#escape();
      case "[":
        return this.#characterClass();
      case "(":
        return this.#openGroup();
      case ")":
        return this.#closeGroup();
      case "|":
        return this.#move(1, false);
      case "*":
      case "+":
      case "?":
        return this.#repetition(letter);
      case "{":
        return this.#counted();
      default:
        return this.#move(1, true);
    }
  }

  /** Goes on; never a problem, so that a step can end with it. */
  #move(length: number, repeatable: boolean): string | undefined {
    this.#at += length;
    this.#repeatable = repeatable;
    return undefined;
  }

  #escape(): string | undefined {
    const quoted = this.#text.startsWith("\\Q", this.#at);
    if (!quoted) return this.#singleEscape();
    const end = this.#text.indexOf("\\E", this.#at);
    return this.#move(end < 0 ? this.#text.length : end + 2 - this.#at, true);
  }

  /** Letters without a meaning of their own are reserved; everything that is no letter stands for itself. */
  #singleEscape(): string | undefined {
    const letter = this.#text.charAt(this.#at + 1);
    if (letter === "") return near("Unescaped trailing backslash", this.#text.length);
    const reserved = /[a-zA-Z]/.test(letter) && !/[bBAGZzdDhHsSvVwWRXNkpPxuctnrfae]/.test(letter);
    return reserved ? near("Illegal/unsupported escape sequence", this.#at + 1) : this.#move(2, true);
  }

  /** Classes nest; a `]` right at the start of one is a character like any other. */
  #characterClass(): string | undefined {
    let depth = 0;
    for (let at = this.#at; at < this.#text.length; at++) {
      const letter = this.#text.charAt(at);
      if (letter === "\\") {
        if (this.#text.charAt(at + 1) === "Q") return "";
        at++;
      } else if (letter === "[") {
        depth++;
        if (this.#text.charAt(at + 1) === "^") at++;
        if (this.#text.charAt(at + 1) === "]") at++;
      } else if (letter === "]" && --depth === 0) {
        return this.#move(at + 1 - this.#at, true);
      }
    }
    return near("Unclosed character class", this.#text.length - 1);
  }

  #openGroup(): string | undefined {
    this.#groups++;
    if (this.#text.charAt(this.#at + 1) !== "?") return this.#move(1, false);
    const special = /^\(\?(?:[:=!>]|<[=!]|<[a-zA-Z][a-zA-Z0-9]*>|[a-zA-Z-]*:)/.exec(
      this.#text.slice(this.#at, this.#at + 80),
    );
    // Flags for the rest, (?i), and anything unusual.
    if (special !== null) return this.#move(special[0].length, false);
    const flags = /^\(\?[a-zA-Z-]+\)/.exec(this.#text.slice(this.#at, this.#at + 80));
    if (flags === null) return "";
    this.#groups--;
    return this.#move(flags[0].length, false);
  }

  #closeGroup(): string | undefined {
    if (this.#groups === 0) return near("Unmatched closing ')'", this.#at - 1);
    this.#groups--;
    return this.#move(1, true);
  }

  /** `*`, `+` or `?`, with `?` or `+` behind it. */
  #repetition(letter: string): string | undefined {
    if (!this.#repeatable) return near(`Dangling meta character '${letter}'`, this.#at);
    const next = this.#text.charAt(this.#at + 1);
    return this.#move(next === "?" || next === "+" ? 2 : 1, false);
  }

  #counted(): string | undefined {
    if (!/[0-9]/.test(this.#text.charAt(this.#at + 1))) return near("Illegal repetition", this.#at + 1);
    const whole = /^\{[0-9]{1,9}(?:,[0-9]{0,9})?\}[?+]?/.exec(this.#text.slice(this.#at, this.#at + 30));
    return whole === null || !this.#repeatable ? "" : this.#move(whole[0].length, false);
  }
}

function near(description: string, index: number): string {
  return index < 0 ? description : `${description} near index ${index.toString()}`;
}
