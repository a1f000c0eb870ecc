import { BACKSLASH, isLineEnd, isPropertiesSpace } from "./properties.js";

/**
 * What a backslash in the text of a value is to `java.util.Properties`. `pair`: two that load as one. `escape`: of a character that may be
 * escaped. `control`: `\t`, `\n`, `\r`, `\f`. `lost`: it disappears. `malformed`: a `\u` without four digits. `line`: the value goes on in
 * the next line.
 */
export type BackslashKind = "pair" | "escape" | "control" | "unicode" | "malformed" | "lost" | "line";

/** A backslash, with what it escapes. */
export interface Backslash {
  readonly kind: BackslashKind;
  /** Where it stands in the text that was scanned. */
  readonly at: number;
  /** Behind what it escapes; of `line` behind the white space at the start of the next line. */
  readonly end: number;
}

const CONTROLS = "tnrf";
const ESCAPABLE = "=:#! \t\f";
const UNICODE = /^[0-9a-fA-F]{4}/;

/** The backslashes of a value as it is written, in order. */
export function backslashesIn(written: string): readonly Backslash[] {
  const found: Backslash[] = [];
  for (let at = written.indexOf("\\"); at >= 0 && at + 1 < written.length;) {
    const backslash = backslashAt(written, at);
    found.push(backslash);
    at = written.indexOf("\\", backslash.end);
  }
  return found;
}

function backslashAt(written: string, at: number): Backslash {
  const code = written.charCodeAt(at + 1);
  const next = written.charAt(at + 1);
  if (isLineEnd(code)) return { kind: "line", at, end: startOfNextLine(written, at + 1) };
  if (code === BACKSLASH) return { kind: "pair", at, end: at + 2 };
  if (CONTROLS.includes(next)) return { kind: "control", at, end: at + 2 };
  if (ESCAPABLE.includes(next)) return { kind: "escape", at, end: at + 2 };
  if (next !== "u") return { kind: "lost", at, end: at + 2 };
  return UNICODE.test(written.slice(at + 2, at + 6))
    ? { kind: "unicode", at, end: at + 6 }
    : { kind: "malformed", at, end: at + 2 };
}

function startOfNextLine(written: string, lineEnd: number): number {
  let at = written.startsWith("\r\n", lineEnd) ? lineEnd + 2 : lineEnd + 1;
  while (at < written.length && isPropertiesSpace(written.charCodeAt(at))) at++;
  return at;
}
