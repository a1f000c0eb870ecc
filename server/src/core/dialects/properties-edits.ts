import { SPACE, isPropertiesSpace, type PropertiesDocument } from "../syntax/properties.js";
import type { TextEdit } from "../text/span.js";
import type { ConfigEdits, Setting } from "./types.js";
import { ownOf } from "../text/own.js";

/** Edits of a `.properties` file that keep its separators, line ends and everything not concerned. */
export function propertiesEdits(document: PropertiesDocument): ConfigEdits {
  const { text } = document;
  return {
    setValue: (setting, value) => [newValue(document, setting, value)],
    replacePart: (setting, start, end, replacement) => [
      { span: setting.spanOf(start, end), newText: escapeValue(replacement, start > 0) },
    ],
    insert: (key, value, after) => [insertion(document, entryText(document, key, value), after)],
    remove: (setting) => [removal(text, setting)],
    rename: (setting, key) => [{ span: setting.keySpan, newText: escapeKey(key) }],
  };
}

/** A separator of white space only is written anew: a value that starts with `=` or `:` would be taken for it. */
function newValue(document: PropertiesDocument, setting: Setting, value: string): TextEdit {
  const { text } = document;
  const span = trimmedValueSpan(text, setting);
  const separator = text.slice(setting.keySpan.end, setting.valueSpan.start);
  const separates = /[=:]/.test(separator) || (/^[ \t\f]/.test(separator) && !/^[=:]/.test(value));
  if (separates) return { span, newText: escapeValue(value) };
  return { span: { start: setting.keySpan.end, end: span.end }, newText: `=${escapeValue(value)}` };
}

/** The value without trailing white space, which most settings do not see anyway; an escaped blank at the end stays. */
function trimmedValueSpan(text: string, setting: Setting): { start: number; end: number } {
  const { start } = setting.valueSpan;
  let { end } = setting.valueSpan;
  while (end > start && isPropertiesSpace(text.charCodeAt(end - 1)) && text.charAt(end - 2) !== "\\") end--;
  return { start, end };
}

function insertion(document: PropertiesDocument, line: string, after: Setting | undefined): TextEdit {
  const { text } = document;
  const lineEnd = lineEndOf(text);
  const at = after === undefined ? text.length : after.span.end;
  const needsLineEnd = at > 0 && !/[\r\n]/.test(text.charAt(at - 1));
  return { span: { start: at, end: at }, newText: needsLineEnd ? `${lineEnd}${line}` : `${line}${lineEnd}` };
}

function entryText(document: PropertiesDocument, key: string, value: string): string {
  const separator = separatorOf(document);
  const separates = /[=:]/.test(separator) || !/^[=:]/.test(value);
  return `${escapeKey(key)}${separates ? separator : "="}${escapeValue(value)}`;
}

/** The last entry of a file without final line end takes the line end before it along. */
function removal(text: string, setting: Setting): TextEdit {
  const { start, end } = setting.span;
  if (/[\r\n]/.test(text.charAt(end - 1)) || start === 0) return { span: { start, end }, newText: "" };
  const before = text.endsWith("\r\n", start) ? start - 2 : start - 1;
  return { span: { start: before, end }, newText: "" };
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
