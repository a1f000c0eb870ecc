import { javaTrim } from "./parse-value.js";

/** One element of a list setting and where it stands in the value as the file holds it. */
export interface ListElement {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The elements of a list setting, empty ones kept: split on commas with white space around; "" is the empty list. */
export function listElements(raw: string): readonly ListElement[] {
  const trimmed = javaTrim(raw);
  if (trimmed === "") return [];
  // Not indexOf: searching a long text in itself takes the square of its length.
  let offset = 0;
  while (raw.charCodeAt(offset) <= 32) offset++;
  const elements: ListElement[] = [];
  let at = 0;
  while (at <= trimmed.length) {
    const comma = trimmed.indexOf(",", at);
    const end = comma < 0 ? trimmed.length : comma;
    elements.push(withoutBlanks(trimmed, at, end, offset));
    at = end + 1;
  }
  return elements;
}

function withoutBlanks(text: string, from: number, to: number, offset: number): ListElement {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { text: text.slice(start, end), start: offset + start, end: offset + end };
}

/** `\s` of Java's regular expressions. */
function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
