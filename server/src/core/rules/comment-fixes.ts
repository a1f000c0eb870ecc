import type { Directive } from "../dialects/directives.js";
import type { ConfigDocument } from "../dialects/types.js";
import type { Fix } from "./types.js";

/** Titles of the fixes for comments to Ackwise. */
export const COMMENT_FIX_TITLES: Readonly<Record<"write" | "removeComment", string>> = {
  write: "Write {text}",
  removeComment: "Remove the comment",
};

/** Writes another text behind the name; a reason after it stays. */
export function rewordFix({ text: source }: ConfigDocument, directive: Directive, text: string): Fix {
  const { span, name } = directive;
  const comment = source.slice(span.start, span.end);
  const from = comment.indexOf(`ackwise-${name}`) + `ackwise-${name}`.length;
  const length = /^\s*:?\s*(?:(?!--(?:\s|$))\S+\s*)*/.exec(comment.slice(from))?.[0].trimEnd().length ?? 0;
  const edits = [{ span: { start: span.start + from, end: span.start + from + length }, newText: `: ${text}` }];
  return { titleId: "write", data: { text }, safety: "suggestion", edits };
}

/** Takes the whole line out. */
export function removeCommentFix({ lines }: ConfigDocument, { line }: Directive): Fix {
  const span = { start: lines.lineStart(line), end: lines.lineStart(line + 1) };
  return { titleId: "removeComment", safety: "suggestion", edits: [{ span, newText: "" }] };
}
