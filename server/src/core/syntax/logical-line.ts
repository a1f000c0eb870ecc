import { BACKSLASH, isLineEnd, isPropertiesSpace } from "./properties.js";

/** A run of the text that went into a logical line. */
interface Segment {
  readonly logicalStart: number;
  readonly start: number;
}

/** A natural line with its continuation lines joined, and the way back to the text's offsets. */
export interface LogicalLine {
  /** The characters that remain after joining; escapes are still in it. */
  readonly content: string;
  /** The offset of the first character after the content in the text, line end and dropped backslash left out. */
  readonly contentEnd: number;
  /** The offset after the line end. */
  readonly end: number;
  /** The offset of a character of `content`; the length of `content` gives `contentEnd`. */
  offsetOf(index: number): number;
  /** The offset at which a piece that ends before `index` ends: it does not jump over a continuation. */
  endOffsetOf(index: number): number;
}

/** Reads one logical line as java.util.Properties.LineReader does; `start` is its first character that is not white space. */
export function readLogicalLine(text: string, start: number): LogicalLine {
  const segments: Segment[] = [];
  let content = "";
  let position = start;
  for (;;) {
    const lineEnd = scanNaturalLine(text, position);
    const continues = lineEnd.escapedEnd;
    const segmentEnd = continues ? lineEnd.at - 1 : lineEnd.at;
    if (segmentEnd > position || segments.length === 0)
      segments.push({ logicalStart: content.length, start: position });
    content += text.slice(position, segmentEnd);
    const next = skipLineEnd(text, lineEnd.at);
    if (!continues || lineEnd.at >= text.length) return logicalLine(content, segments, segmentEnd, next);
    position = next;
    while (position < text.length && isPropertiesSpace(text.charCodeAt(position))) position++;
    if (position >= text.length) return logicalLine(content, segments, segmentEnd, position);
  }
}

/** Finds the end of a natural line and whether an odd number of backslashes stands before it. */
function scanNaturalLine(text: string, start: number): { at: number; escapedEnd: boolean } {
  let escaped = false;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code)) break;
    escaped = code === BACKSLASH && !escaped;
  }
  return { at, escapedEnd: escaped };
}

function skipLineEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  return text.startsWith("\r\n", at) ? at + 2 : at + 1;
}

function logicalLine(content: string, segments: readonly Segment[], contentEnd: number, end: number): LogicalLine {
  const first = segments[0]?.start ?? contentEnd;
  const offsetOf = (index: number): number => {
    if (index >= content.length) return contentEnd;
    if (segments.length <= 1) return first + index;
    const segment = segmentAt(segments, index);
    return segment === undefined ? contentEnd : segment.start + index - segment.logicalStart;
  };
  const endOffsetOf = (index: number): number => (index === 0 ? offsetOf(0) : offsetOf(index - 1) + 1);
  return { content, contentEnd, end, offsetOf, endOffsetOf };
}

/** The last segment that starts at or before an index of the joined content. */
function segmentAt(segments: readonly Segment[], index: number): Segment | undefined {
  let low = 0;
  let high = segments.length;
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if ((segments[middle]?.logicalStart ?? 0) <= index) low = middle;
    else high = middle;
  }
  return segments[low];
}
