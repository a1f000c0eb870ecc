/** A half-open range of UTF-16 offsets in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The replacement of one span by a new text. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The text that a span covers. */
export function sliceSpan(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/**
 * Applies edits to a text. Edits may come in any order; two edits at one place keep the order given.
 * @throws RangeError for edits that overlap, which is a mistake of whoever made them: one of the two would be lost.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = "";
  let position = 0;
  for (const { span, newText } of ordered) {
    if (span.start < position) throw new RangeError(`edits overlap at ${span.start}`);
    result += text.slice(position, span.start) + newText;
    position = span.end;
  }
  return result + text.slice(position);
}
