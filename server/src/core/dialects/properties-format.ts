import { parseProperties } from "../syntax/parse-properties.js";
import type { PropertiesDocument, PropertiesEntry, PropertiesNode } from "../syntax/properties.js";
import { applyEdits, type TextEdit } from "../text/span.js";
import { loadsTheSame } from "./properties-meaning.js";

/** White space on both sides of `=` or `:`. */
interface SpacingStyle {
  readonly before: "" | " ";
  readonly after: "" | " ";
}

const SEPARATOR = /^([ \t]*)([=:])([ \t]*)$/;
const STYLES: readonly SpacingStyle[] = [
  { before: "", after: "" },
  { before: " ", after: " " },
  { before: "", after: " " },
  { before: " ", after: "" },
];

/** From so many settings on, separators below each other are no accident. */
const FEWEST_ALIGNED = 3;

/**
 * Edits that make a text even and that `java.util.Properties` does not see: no indentation, the white space around separators that most
 * settings have, no white space at the end of comments and in blank lines. Values keep every character, trailing blanks included;
 * lines that go on keep their form. Separators that stand below each other stay there.
 */
export function formatProperties(text: string): readonly TextEdit[] {
  const document = parseProperties(text);
  const style = isAligned(document) ? undefined : styleOf(document);
  const edits = document.nodes.flatMap((node) => editsOf(text, node, style));
  return loadsTheSame(text, applyEdits(text, edits)) ? edits : [];
}

function editsOf(text: string, node: PropertiesNode, style: SpacingStyle | undefined): readonly TextEdit[] {
  switch (node.kind) {
    case "blank":
      return blankEdits(text, node.span.start, node.span.end);
    case "comment": {
      const { start, end } = node.contentSpan;
      const content = text.slice(start, end).trimEnd().length;
      return [...removal(node.span.start, start), ...removal(start + content, end)];
    }
    case "entry":
      return [...removal(node.span.start, node.keySpan.start), ...separatorEdits(text, node, style)];
  }
}

/** Not a lone backslash, which goes on into the next line. */
function blankEdits(text: string, start: number, end: number): readonly TextEdit[] {
  const white = /^[ \t\f]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return /^[\r\n]*$/.test(text.slice(start + white, end)) ? removal(start, start + white) : [];
}

function removal(start: number, end: number): readonly TextEdit[] {
  return end > start ? [{ span: { start, end }, newText: "" }] : [];
}

function separatorEdits(text: string, entry: PropertiesEntry, style: SpacingStyle | undefined): readonly TextEdit[] {
  const { separatorSpan: span, valueSpan } = entry;
  const written = text.slice(span.start, span.end);
  const [, , mark] = SEPARATOR.exec(written) ?? [];
  if (mark === undefined || style === undefined) return [];
  const isEmpty = valueSpan.start === valueSpan.end;
  const newText = `${style.before}${mark}${isEmpty ? "" : style.after}`;
  return newText === written ? [] : [{ span, newText }];
}

/** What most settings have; of two that are as frequent, the plainer one. */
function styleOf({ entries, text }: PropertiesDocument): SpacingStyle {
  const counts = STYLES.map(() => 0);
  for (const { separatorSpan, valueSpan } of entries) {
    const [, before, , after] = SEPARATOR.exec(text.slice(separatorSpan.start, separatorSpan.end)) ?? [];
    if (before === undefined || after === undefined || valueSpan.start === valueSpan.end) continue;
    const place = STYLES.findIndex((style) => (style.before !== "") === (before !== "") && (style.after !== "") === (after !== "")); // prettier-ignore
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const most = Math.max(...counts);
  return STYLES[counts.indexOf(most)] ?? { before: "", after: "" };
}

/** Whether the separators of most settings stand in one column although the keys have different lengths. */
function isAligned({ entries, text }: PropertiesDocument): boolean {
  const columns = new Map<number, Set<number>>();
  const counts = new Map<number, number>();
  for (const { span, keySpan, separatorSpan } of entries) {
    const [, before] = SEPARATOR.exec(text.slice(separatorSpan.start, separatorSpan.end)) ?? [];
    if (before === undefined) continue;
    const column = separatorSpan.start + before.length - span.start;
    columns.set(column, (columns.get(column) ?? new Set()).add(keySpan.end - keySpan.start));
    counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  return [...counts].some(
    ([column, count]) => count >= FEWEST_ALIGNED && count * 2 > entries.length && (columns.get(column)?.size ?? 0) > 1,
  );
}
