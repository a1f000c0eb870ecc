import { SPACE, type PropertiesDocument } from "../syntax/properties.js";
import { ownOf } from "../text/own.js";

/** A whole entry without line end, with the separator that the file uses. */
export function entryText(document: PropertiesDocument, key: string, value: string): string {
  const separator = separatorOf(document);
  const separates = /[=:]/.test(separator) || (key !== "" && !/^[=:]/.test(value));
  return `${escapeKey(key)}${separates ? separator : "="}${escapeValue(value)}`;
}

/** The line end that the text uses first. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}

/** The separator that most entries use, white space around it included. */
export function separatorOf(document: PropertiesDocument): string {
  const counts = new Map<string, number>();
  for (const entry of document.entries) {
    const written = document.text.slice(entry.separatorSpan.start, entry.separatorSpan.end);
    if (/^[ \t]*[=:]?[ \t]*$/.test(written) && written !== "") counts.set(written, (counts.get(written) ?? 0) + 1);
  }
  let best = "=";
  for (const [separator, count] of counts) if (count > (counts.get(best) ?? 0)) best = separator;
  return best;
}

/** Writes a value so that `Properties.load` reads it back: backslashes doubled, leading white space and control characters escaped. */
export function escapeValue(value: string, inside = false): string {
  const escaped = value.replace(/\\/g, "\\\\").replace(/[\n\r\t\f]/g, (control) => ownOf(CONTROL, control) ?? control);
  return !inside && escaped.charCodeAt(0) === SPACE ? `\\${escaped}` : escaped;
}

/** Writes a key so that `Properties.load` reads it back. */
export function escapeKey(key: string): string {
  const escaped = key
    .replace(/[\\=: ]/g, "\\$&")
    .replace(/[\n\r\t\f]/g, (control) => ownOf(CONTROL, control) ?? control);
  return escaped.replace(/^[#!]/, "\\$&");
}

const CONTROL: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f" };
