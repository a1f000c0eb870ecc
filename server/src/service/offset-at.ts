import type { ConfigDocument } from "../core/dialects/types.js";
import type { Position } from "../core/text/line-index.js";

/** The offset of a position; a column past the end of its line is the end of that line, as the protocol has it. */
export function offsetAt({ lines, text }: ConfigDocument, position: Position): number {
  const offset = lines.offsetAt(position);
  const line = Math.max(0, position.line);
  if (line + 1 >= lines.lineCount) return offset;
  let lineEnd = lines.lineStart(line + 1);
  while (lineEnd > lines.lineStart(line) && /[\r\n]/.test(text.charAt(lineEnd - 1))) lineEnd--;
  return Math.min(offset, lineEnd);
}
