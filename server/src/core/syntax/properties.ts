import type { Span } from "../text/span.js";

/** A `\u` that is not followed by four hexadecimal digits: `Properties.load` throws for the whole file. */
export interface PropertiesProblem {
  readonly code: "malformed-unicode-escape";
  readonly span: Span;
}

/** White space, empty lines, and lone continuation marks before anything has been read. */
export interface BlankNode {
  readonly kind: "blank";
  readonly span: Span;
}

/** A line whose first character is `#` or `!`. `contentSpan` is the line without indentation and line end. */
export interface CommentNode {
  readonly kind: "comment";
  readonly span: Span;
  readonly contentSpan: Span;
}

/** One key and value. A logical line may run over several natural lines. */
export interface PropertiesEntry {
  readonly kind: "entry";
  /** Everything from the indentation to the line end. */
  readonly span: Span;
  /** The key as written, escapes included. */
  readonly keySpan: Span;
  /** White space and at most one `=` or `:` between key and value. */
  readonly separatorSpan: Span;
  /** The value as written, escapes and line continuations included; trailing white space belongs to it. */
  readonly valueSpan: Span;
  /** The key and the value as `java.util.Properties` gives them. */
  readonly key: string;
  readonly value: string;
  /** Whether offsets of the decoded value differ from the raw ones (an escape or a continuation stands in it). */
  readonly valueIsRaw: boolean;
}

export type PropertiesNode = BlankNode | CommentNode | PropertiesEntry;

/** The lossless parse of a `.properties` text: the nodes' spans join without a gap to the whole text. */
export interface PropertiesDocument {
  readonly text: string;
  readonly nodes: readonly PropertiesNode[];
  readonly entries: readonly PropertiesEntry[];
  readonly problems: readonly PropertiesProblem[];
}

export const TAB = 9;
export const LINE_FEED = 10;
export const FORM_FEED = 12;
export const CARRIAGE_RETURN = 13;
export const SPACE = 32;
export const BACKSLASH = 92;
export const COLON = 58;
export const EQUALS = 61;
export const HASH = 35;
export const EXCLAMATION = 33;

/** White space in the sense of `java.util.Properties`: space, tab and form feed only. */
export function isPropertiesSpace(code: number): boolean {
  return code === SPACE || code === TAB || code === FORM_FEED;
}

/** Whether a character ends a natural line. */
export function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

/** Prints a parse back: the same text, whatever it was. */
export function printProperties(document: PropertiesDocument): string {
  return document.nodes.map((node) => document.text.slice(node.span.start, node.span.end)).join("");
}
