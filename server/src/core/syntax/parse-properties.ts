import type { Span } from "../text/span.js";
import { decodeLogical } from "./decode.js";
import { readLogicalLine, type LogicalLine } from "./logical-line.js";
import {
  COLON,
  EQUALS,
  EXCLAMATION,
  HASH,
  BACKSLASH,
  isLineEnd,
  isPropertiesSpace,
  type PropertiesDocument,
  type PropertiesEntry,
  type PropertiesNode,
  type PropertiesProblem,
} from "./properties.js";

/**
 * Parses a text as `java.util.Properties.load(Reader)` reads it, for any text, without losing a character.
 * A malformed `\u` becomes a problem and stays in the value as written, so that the rest can still be judged.
 */
export function parseProperties(text: string): PropertiesDocument {
  const nodes: PropertiesNode[] = [];
  const entries: PropertiesEntry[] = [];
  const problems: PropertiesProblem[] = [];
  let position = 0;
  while (position < text.length) {
    const node = readNode(text, position, problems);
    nodes.push(node);
    if (node.kind === "entry") entries.push(node);
    position = node.span.end;
  }
  return { text, nodes, entries, problems };
}

function readNode(text: string, start: number, problems: PropertiesProblem[]): PropertiesNode {
  const content = skipSpace(text, start);
  if (content === text.length) return { kind: "blank", span: { start, end: content } };
  const code = text.charCodeAt(content);
  if (isLineEnd(code)) return { kind: "blank", span: { start, end: afterLineEnd(text, content) } };
  if (code === HASH || code === EXCLAMATION) return readComment(text, start, content);
  if (code === BACKSLASH && isLoneContinuation(text, content)) {
    return { kind: "blank", span: { start, end: afterLineEnd(text, content + 1) } };
  }
  return readEntry(start, readLogicalLine(text, content), problems);
}

/**
 * A backslash alone on a line continues into the next line while nothing has been read (java.util.Properties.LineReader).
 * When LF or CR ends the text right after it, the reader returns an empty line instead: an entry with an empty key.
 */
function isLoneContinuation(text: string, backslash: number): boolean {
  if (!isLineEnd(text.charCodeAt(backslash + 1))) return false;
  return backslash + 2 < text.length;
}

function readComment(text: string, start: number, content: number): PropertiesNode {
  let end = content;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return { kind: "comment", span: { start, end: afterLineEnd(text, end) }, contentSpan: { start: content, end } };
}

function readEntry(start: number, line: LogicalLine, problems: PropertiesProblem[]): PropertiesEntry {
  const { keyEnd, valueStart } = splitLogical(line.content);
  const limit = line.content.length;
  const key = decodeLogical(line, 0, keyEnd, problems);
  const value = decodeLogical(line, valueStart, limit, problems);
  const valueSpan: Span = { start: line.offsetOf(valueStart), end: line.contentEnd };
  const keySpan: Span = { start: line.offsetOf(0), end: line.endOffsetOf(keyEnd) };
  return {
    kind: "entry",
    span: { start, end: line.end },
    keySpan,
    separatorSpan: { start: keySpan.end, end: valueSpan.start },
    valueSpan,
    key,
    value,
    valueIsRaw: value.length === valueSpan.end - valueSpan.start,
  };
}

/** Where the key ends and the value starts in a logical line (java.util.Properties.load0). */
function splitLogical(content: string): { keyEnd: number; valueStart: number } {
  let keyEnd = 0;
  let escaped = false;
  while (keyEnd < content.length) {
    const code = content.charCodeAt(keyEnd);
    if (!escaped && (code === EQUALS || code === COLON || isPropertiesSpace(code))) break;
    escaped = code === BACKSLASH && !escaped;
    keyEnd++;
  }
  let hasSeparator = false;
  let valueStart = keyEnd;
  while (valueStart < content.length) {
    const code = content.charCodeAt(valueStart);
    if (!isPropertiesSpace(code)) {
      if (hasSeparator || (code !== EQUALS && code !== COLON)) break;
      hasSeparator = true;
    }
    valueStart++;
  }
  return { keyEnd, valueStart };
}

function skipSpace(text: string, from: number): number {
  let position = from;
  while (position < text.length && isPropertiesSpace(text.charCodeAt(position))) position++;
  return position;
}

/** The offset after the line end that starts here: CR LF counts as one. */
function afterLineEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  return text.startsWith("\r\n", at) ? at + 2 : at + 1;
}
