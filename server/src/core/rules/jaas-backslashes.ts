import type { Backslash } from "../syntax/backslashes.js";

/** A backslash of an option that the login module does not get, and how many are missing before it. */
export interface LostInJaas {
  readonly at: number;
  readonly missing: number;
}

/**
 * The backslashes within quotes of `sasl.jaas.config` that are lost on the way, first in `Properties.load`, then in the StreamTokenizer of
 * JaasConfig, which reads `\n` as a line end and drops the backslash before most characters. `\"` is meant as a plain quote where the text
 * can be read that way (`plainQuotes`), and else as a quote within the value.
 */
export function jaasBackslashes(
  written: string,
  all: readonly Backslash[],
  plainQuotes: boolean,
): readonly LostInJaas[] {
  const found: LostInJaas[] = [];
  let isQuoted = false;
  let from = 0;
  for (let index = 0; index < all.length; index++) {
    const backslash = all[index];
    if (backslash === undefined) break;
    const { kind, at, end } = backslash;
    isQuoted = toggled(isQuoted, written.slice(from, at));
    from = end;
    const escaped = written.charAt(at + 1);
    if (kind === "lost" && escaped === '"') {
      if (plainQuotes) isQuoted = !isQuoted;
      else found.push({ at, missing: 1 });
    } else if (isQuoted && kind === "pair") {
      const next = all[index + 1];
      if (next?.kind === "pair" && next.at === end) {
        index++;
        from = next.end;
      } else if (written.charAt(end) === '"') from = end + 1;
      else found.push({ at, missing: 2 });
    } else if (isQuoted && (kind === "lost" || kind === "control" || kind === "malformed"))
      found.push({ at, missing: 3 });
    else if (kind === "malformed") found.push({ at, missing: 1 });
  }
  return found;
}

function toggled(isQuoted: boolean, text: string): boolean {
  return (text.split('"').length - 1) % 2 === 0 ? isQuoted : !isQuoted;
}
