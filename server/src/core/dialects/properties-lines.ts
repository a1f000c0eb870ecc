import { BACKSLASH, isLineEnd, type PropertiesDocument, type PropertiesNode } from "../syntax/properties.js";
import type { Span, TextEdit } from "../text/span.js";
import { entryText, lineEndOf } from "./properties-spelling.js";
import type { WriteStep } from "./types.js";

/** Lines that are taken out together, and what is written where they stood. */
interface Run extends Span {
  readonly lines: string[];
}

/** Where the entries of a document stand among its nodes, by their start; made once for a document, when something is removed. */
export type EntryIndexes = () => ReadonlyMap<number, number>;

/** The indexes of a document's entries. Rules write a fix for each of many findings: none of them may walk through the whole file. */
export function entryIndexesOf({ nodes }: PropertiesDocument): EntryIndexes {
  let indexes: ReadonlyMap<number, number> | undefined;
  return () =>
    (indexes ??= new Map(
      nodes.flatMap(({ kind, span }, index): readonly [number, number][] =>
        kind === "entry" ? [[span.start, index]] : [],
      ),
    ));
}

/** The edits that insert and remove whole entries. They never overlap, neither each other nor edits within the entries that stay. */
export function lineEdits(
  document: PropertiesDocument,
  steps: readonly WriteStep[],
  indexes: EntryIndexes,
): readonly TextEdit[] {
  const runs = removedRuns(document, steps, indexes);
  const inserted = new Map<number, string[]>();
  for (const step of steps) {
    if (step.kind !== "insert") continue;
    const at = step.after?.span.end ?? document.text.length;
    const line = entryText(document, step.key, step.value);
    const lines = runs.find(({ start, end }) => start <= at && at <= end)?.lines ?? inserted.get(at);
    if (lines === undefined) inserted.set(at, [line]);
    else lines.push(line);
  }
  return [
    ...runs.map((run) => removal(document, run)),
    ...[...inserted].map(([at, lines]) => insertion(document, steps, at, lines)),
  ];
}

/** What is taken out, entries that touch as one. A lone backslash above goes along: at the end of a text it would become an entry. */
function removedRuns(
  { text, nodes }: PropertiesDocument,
  steps: readonly WriteStep[],
  indexes: EntryIndexes,
): readonly Run[] {
  const runs: Run[] = [];
  for (const index of removedIndexes(steps, indexes)) {
    let first = index;
    while (isLoneBackslash(text, nodes[first - 1])) first--;
    const start = nodes[first]?.span.start ?? 0;
    const end = nodes[index]?.span.end ?? start;
    const before = runs.at(-1);
    if (before?.end === start) runs[runs.length - 1] = { ...before, end };
    else runs.push({ start, end, lines: [] });
  }
  return runs;
}

/** In the order of the file. */
function removedIndexes(steps: readonly WriteStep[], indexes: EntryIndexes): readonly number[] {
  const removed = new Set(
    steps.flatMap((step) => (step.kind === "remove" ? (indexes().get(step.setting.span.start) ?? []) : [])),
  );
  return [...removed].sort((a, b) => a - b);
}

function isLoneBackslash(text: string, node: PropertiesNode | undefined): boolean {
  return node?.kind === "blank" && text.slice(node.span.start, node.span.end).includes("\\");
}

function removal(document: PropertiesDocument, { start, end, lines }: Run): TextEdit {
  const { text } = document;
  const lineEnd = lineEndOf(text);
  const isEnded = end < text.length || isLineEnd(text.charCodeAt(end - 1));
  if (lines.length > 0) return { span: { start, end }, newText: lines.join(lineEnd) + (isEnded ? lineEnd : "") };
  return { span: { start: isEnded ? start : startWithLineEnd(document, start), end }, newText: "" };
}

/** A text without final line end has none after its last entry is taken out either, unless a lone backslash needs it. */
function startWithLineEnd({ text, nodes }: PropertiesDocument, start: number): number {
  const before = nodes.findIndex(({ span }) => span.end === start);
  if (start === 0 || (nodes[before]?.kind === "blank" && isLoneBackslash(text, nodes[before - 1]))) return start;
  return text.endsWith("\r\n", start) ? start - 2 : start - 1;
}

function insertion(
  document: PropertiesDocument,
  steps: readonly WriteStep[],
  at: number,
  lines: readonly string[],
): TextEdit {
  const { text } = document;
  const lineEnd = lineEndOf(text);
  const block = lines.join(lineEnd);
  const isEnded = at === 0 || isLineEnd(text.charCodeAt(at - 1));
  const dangling = at === text.length ? danglingEnd(document, steps) : undefined;
  if (dangling !== undefined)
    return {
      span: { start: dangling.start, end: at },
      newText: `${dangling.kept}${lineEnd}${block}${isEnded ? lineEnd : ""}`,
    };
  return { span: { start: at, end: at }, newText: isEnded ? `${block}${lineEnd}` : `${lineEnd}${block}` };
}

/**
 * A last entry that goes on into nothing would take an inserted line for its own: its backslash gives way. Where nothing else is left of
 * it and no other step writes it, `=` keeps what the backslash alone loads: an empty key.
 */
function danglingEnd(
  { text, entries }: PropertiesDocument,
  steps: readonly WriteStep[],
): { readonly start: number; readonly kept: string } | undefined {
  const last = entries.at(-1);
  if (last?.span.end !== text.length || text.charCodeAt(last.valueSpan.end) !== BACKSLASH) return undefined;
  const start = last.valueSpan.end;
  const isWritten = steps.some((step) => step.kind !== "insert" && step.setting.span.start === last.span.start);
  return { start, kept: last.keySpan.start === start && !isWritten ? "=" : "" };
}
