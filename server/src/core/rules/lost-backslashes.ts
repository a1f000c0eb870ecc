import { parseJaas } from "../config/jaas/parse-jaas.js";
import type { Setting } from "../dialects/types.js";
import { backslashesIn, type Backslash } from "../syntax/backslashes.js";
import type { TextEdit } from "../text/span.js";
import { jaasBackslashes } from "./jaas-backslashes.js";
import type { RuleContext } from "./types.js";

/** Titles of the fixes for lost backslashes. */
export const BACKSLASH_TITLES: Readonly<Record<"double" | "doubleAll", string>> = {
  double: "Write the backslash twice",
  doubleAll: "Double every backslash of the value",
};

/** Backslashes of a value that do not reach the client, and what has to be written for them. */
export interface LostBackslashes {
  /** As places in the text of the file. */
  readonly places: readonly number[];
  readonly edits: readonly TextEdit[];
}

const JAAS = /(^|\.)sasl\.jaas\.config$/;
const PATH_KEY = /(\.location|\.file|\.path|\.dir|\.directory|\.cmd|\.url)$/;
const WINDOWS_PATH = /^[a-z]\\?:\\|^\\\\/i;
const PASSWORD_KEY = /(password|passphrase|secret)$/i;
/** What templates and JSON escape without need: the value loads as it was meant. */
const NEEDLESS_IN_PATH = "/${}\"'";
const WORD = /[\p{L}\p{N}.]/u;

/**
 * The backslashes of a value that `Properties.load` drops or turns into control characters although they were meant, and no others:
 * an escape that loads what was meant is none of them.
 */
export function lostBackslashes({ document }: RuleContext, setting: Setting): LostBackslashes | undefined {
  const { start, end } = setting.valueSpan;
  const written = document.text.slice(start, end);
  const dangles = document.text.charAt(end) === "\\";
  if (!written.includes("\\") && !dangles) return undefined;
  const all = backslashesIn(written);
  if (JAAS.test(setting.key)) return inJaas(setting, written, all);
  const lost = all.filter((one, index) => isLost(setting.key, written, one, index === all.length - 1));
  const ends = dangles && keepsBackslash(setting.key, written) ? [end] : [];
  const places = [...lost.map(({ at }) => start + at), ...ends];
  if (places.length === 0) return undefined;
  // `\\server\share`: a share is written with two backslashes, of which one is lost.
  const isShare = /^\\\\[^\\]/.test(written) && lost.length > 0;
  const doubled = isShare && all[0]?.kind === "pair" ? [start, start + 1, ...places] : places;
  return { places, edits: doubled.map((at) => ({ span: { start: at, end: at }, newText: "\\" })) };
}

function isLost(key: string, written: string, { kind, at, end }: Backslash, isLast: boolean): boolean {
  const next = written.charAt(at + 1);
  const isPath = PATH_KEY.test(key) || WINDOWS_PATH.test(written);
  switch (kind) {
    case "malformed":
      return true;
    case "lost":
      if (PASSWORD_KEY.test(key)) return true;
      return isPath ? !NEEDLESS_IN_PATH.includes(next) : WORD.test(next);
    case "control":
      return isPath || PASSWORD_KEY.test(key);
    case "line":
      return isLast && end === written.length && keepsBackslash(key, written);
    case "pair":
    case "escape":
    case "unicode":
      return false;
  }
}

/** Whether the last backslash of a line is most likely meant: lists and numbers never end in one. */
function keepsBackslash(key: string, written: string): boolean {
  return PATH_KEY.test(key) || PASSWORD_KEY.test(key) || WINDOWS_PATH.test(written);
}

/** In the quotes of a login module's option JAAS reads escapes of its own, so that a backslash is written four times. */
function inJaas(setting: Setting, written: string, all: readonly Backslash[]): LostBackslashes | undefined {
  const { start } = setting.valueSpan;
  const quotesAreMeant = parseJaas(setting.value).ok;
  const lost = jaasBackslashes(written, all, quotesAreMeant);
  if (lost.length === 0) return undefined;
  const edits = lost.map(({ at, missing }) => ({
    span: { start: start + at, end: start + at },
    newText: "\\".repeat(missing),
  }));
  return { places: lost.map(({ at }) => start + at), edits };
}
