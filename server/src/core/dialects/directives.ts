import type { Span } from "../text/span.js";
import type { Comment, ConfigDocument } from "./types.js";

/** An `# ackwise-…` comment. */
export interface Directive {
  readonly name: "disable-next-line" | "disable-line" | "disable-file" | "kafka-version" | "scenario";
  /** What stands after the name, split at blanks and commas; a reason after `--` is left out. */
  readonly words: readonly string[];
  /** What stands after `--`, empty when nothing does; undefined without `--`. */
  readonly reason: string | undefined;
  readonly span: Span;
  /** Zero-based line of the comment. */
  readonly line: number;
}

const FORM = /^\s*ackwise-(disable-next-line|disable-line|disable-file|kafka-version|scenario)(?=$|[\s:])\s*:?\s*(.*)$/;

/** Reads the directives out of a document's comments. */
export function directivesOf(document: ConfigDocument): readonly Directive[] {
  return document.comments.flatMap((comment) => directiveOf(comment) ?? []);
}

function directiveOf(comment: Comment): Directive | undefined {
  const match = FORM.exec(comment.text);
  if (match === null) return undefined;
  const rest = match[2] ?? "";
  const dashes = /(?:^|\s)--(?=\s|$)/.exec(rest);
  const words = rest
    .slice(0, dashes?.index)
    .split(/[\s,]+/)
    .filter((word) => word !== "");
  const reason = dashes === null ? undefined : rest.slice(dashes.index + dashes[0].length).trim();
  return { name: match[1] as Directive["name"], words, reason, span: comment.span, line: comment.line };
}
