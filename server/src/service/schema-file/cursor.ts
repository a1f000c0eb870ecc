import type { ObjectNode, TreeStep } from "../../core/syntax/value-tree.js";
import { trailAt } from "../../core/syntax/value-tree.js";
import { parseYaml } from "../../core/syntax/yaml.js";
import type { Span } from "../../core/text/span.js";

/** What a person is about to write in a file that a schema describes. */
export interface SchemaCursor {
  readonly part: "name" | "value";
  /** The way to the object that gets the name, or to the value. */
  readonly steps: readonly TreeStep[];
  /** The object that holds what is being written; it holds that too. */
  readonly object: ObjectNode | undefined;
  /** The word around the cursor, its quotes included. */
  readonly word: Span;
  /** The part of the word in front of the cursor. */
  readonly typed: string;
  readonly quote: string;
  /** Whether the name has its colon already. */
  readonly hasColon: boolean;
  /** Whether this is between brackets, where line ends mean nothing. */
  readonly isFlow: boolean;
  /** The column at which the names of the object stand. */
  readonly indent: number;
}

/** What stands for the word while its place is looked for. */
export const MARK = "ackwise0cursor";

/** Longer words are texts, not names. */
const LONGEST_WORD = 200;

/**
 * Looks where the cursor is; in a list it may be at a name or at a value. A text is rarely whole while it is written, so a mark is put in place of the word, as a name or as
 * a value, and the text is read with it.
 */
export function cursorsAt(text: string, offset: number): readonly SchemaCursor[] {
  const before = text.slice(Math.max(0, offset - LONGEST_WORD), offset);
  const typed = /["']?[\w$.+-]*$/.exec(before)?.[0] ?? "";
  const dashes = /^-+$/.test(typed) ? typed.length : 0; // A dash alone begins an item.
  const start = offset - typed.length + dashes;
  const rest = /^[\w$.+-]*["']?/.exec(text.slice(offset, offset + LONGEST_WORD))?.[0] ?? "";
  const word = { start, end: offset + rest.length };
  const lineStart = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  const line = text.slice(lineStart, start);
  if (/(?:^|\s)#/.test(line)) return [];
  const quote = /^["']/.exec(text.slice(start, offset))?.[0] ?? "";
  const hasColon = /^[ \t]*:/.test(text.slice(word.end, word.end + LONGEST_WORD));
  const parts = /:[ \t]*$/.test(line) ? ["value" as const] : ["name" as const, "value" as const];
  const seat = { word, typed: typed.slice(dashes), quote, hasColon, indent: start - lineStart };
  return parts.flatMap((part) => seated(text, part, seat) ?? []);
}

type Seat = Pick<SchemaCursor, "word" | "typed" | "quote" | "hasColon" | "indent">;

function seated(text: string, part: SchemaCursor["part"], seat: Seat): SchemaCursor | undefined {
  const mark = part === "name" && !seat.hasColon ? `${MARK}: 0` : MARK;
  const marked = text.slice(0, seat.word.start) + mark + text.slice(seat.word.end);
  const { root } = parseYaml(marked);
  if (root === undefined) return undefined;
  const trail = trailAt(root, seat.word.start + 1);
  const last = trail.at(-1);
  const isName = last?.member?.name === MARK;
  if (isName !== (part === "name")) return undefined;
  if (part === "value" && !(last?.node.kind === "scalar" && last.node.value === MARK)) return undefined;
  const steps = isName ? trail.slice(0, -1) : trail;
  const object = steps.findLast(({ node }) => node.kind === "object")?.node;
  const outer = isName ? steps.at(-1) : steps.at(-2);
  const isFlow = /^[{[]/.test(marked.slice(outer?.node.span.start ?? 0));
  return { part, steps, object: object?.kind === "object" ? object : undefined, isFlow, ...seat };
}
