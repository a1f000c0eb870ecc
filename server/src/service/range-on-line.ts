import type { ConfigDocument } from "../core/dialects/types.js";
import type { Range } from "../core/text/line-index.js";
import type { Span } from "../core/text/span.js";

/** The part of a span that is on the line of an offset: completion may only replace text on one line. */
export function rangeOnLine(document: ConfigDocument, span: Span, offset: number): Range {
  const { lines, text } = document;
  const line = lines.lineAt(offset);
  const lineStart = lines.lineStart(line);
  let lineEnd = lines.lineStart(line + 1);
  while (lineEnd > lineStart && /[\r\n]/.test(text.charAt(lineEnd - 1))) lineEnd--;
  const start = Math.max(span.start, lineStart);
  const end = Math.min(span.end, lineEnd);
  return lines.rangeOf({ start: Math.min(start, offset), end: Math.max(end, offset) });
}
