import { ownOf } from "../text/own.js";

/** Values longer than this are cut in messages. */
const SHOWN_LENGTH = 120;
const NAMES: Readonly<Record<string, string>> = { "\t": "<TAB>", "\n": "<LF>", "\r": "<CR>", "\f": "<FF>" };

/** A value in quotes as the client gets it, control characters by name: a message about backslashes must not show them as escapes. */
export function loadedText(value: string): string {
  const cut = value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}…` : value;
  return `"${cut.replace(/[\0-\x1f\x7f-\x9f]/g, nameOf)}"`;
}

function nameOf(control: string): string {
  return ownOf(NAMES, control) ?? `<U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`;
}
