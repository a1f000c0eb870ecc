import { parseProperties } from "../syntax/parse-properties.js";
import type { PropertiesDocument, PropertiesNode } from "../syntax/properties.js";
import { lineEndOf } from "./properties-spelling.js";
import { loadsTheSame } from "./properties-meaning.js";

/** A setting with the comments that stand above it. */
interface Block {
  readonly key: string;
  /** Its lines, each with a line end, blank lines left out. */
  readonly text: string;
  readonly place: number;
}

/** Where a key goes: the number of its group, and its name within the group (empty: it stays in the order of the file). */
export type PlaceOf = (key: string) => { readonly group: number; readonly name: string };

/**
 * Sorts the settings of a text by group and name, groups parted by a blank line. Comments stay with the setting below them; those
 * at the start that a blank line parts from the first setting stay at the start, those at the end at the end. Undefined when the text
 * cannot be sorted without changing what it means.
 */
export function sortProperties(text: string, placeOf: PlaceOf): string | undefined {
  const lineEnd = lineEndOf(text);
  if (hasOtherLineEnds(text, lineEnd) || DANGLING.test(text)) return undefined;
  const parsed = parseProperties(text);
  const { head, blocks, tail } = takenApart(parsed, lineEnd);
  const placed = blocks
    .map((block) => ({ block, ...placeOf(block.key) }))
    .sort((a, b) => a.group - b.group || compare(a.name, b.name) || a.block.place - b.block.place);
  let sorted = "";
  placed.forEach(({ block, group }, index) => {
    if (index > 0 && placed[index - 1]?.group !== group) sorted += lineEnd;
    sorted += block.text;
  });
  const parts = [head, sorted, tail].filter((part) => part !== "");
  const result = parts.join(lineEnd);
  return !DANGLING.test(result) && loadsTheSame(parsed, result) ? result : undefined;
}

/** A last line that goes on: moved to another place it would take the next line along. */
const DANGLING = /(?<!\\)(?:\\\\)*\\(?:[\r\n][ \t\f\r\n]*)?$/;

/** Line ends of several kinds may become one where they meet. */
function hasOtherLineEnds(text: string, lineEnd: string): boolean {
  return (text.match(/\r\n|\n|\r/g) ?? []).some((other) => other !== lineEnd);
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function takenApart(
  { text, nodes }: PropertiesDocument,
  lineEnd: string,
): { head: string; blocks: readonly Block[]; tail: string } {
  const headEnd = endOfHead(nodes);
  const ended = (node: PropertiesNode): string => {
    const written = text.slice(node.span.start, node.span.end);
    return /[\r\n]$/.test(written) ? written : `${written}${lineEnd}`;
  };
  let comments = "";
  const blocks: Block[] = [];
  for (const node of nodes.slice(headEnd)) {
    if (node.kind === "comment") comments += ended(node);
    if (node.kind !== "entry") continue;
    blocks.push({ key: node.key, text: comments + ended(node), place: blocks.length });
    comments = "";
  }
  const head = nodes.slice(0, headEnd).filter(({ kind }) => kind === "comment");
  return { head: head.map(ended).join(""), blocks, tail: comments };
}

/** The comments at the start up to the last blank line before the first setting. */
function endOfHead(nodes: readonly PropertiesNode[]): number {
  let end = 0;
  for (const [index, { kind }] of nodes.entries()) {
    if (kind === "entry") break;
    if (kind === "blank") end = index + 1;
  }
  return end;
}
