import type { Setting } from "../dialects/types.js";
import { removeFix } from "./support-values.js";
import type { Fix, RuleContext } from "./types.js";

/** An element of a list setting and its place in the decoded value, blanks around it left out. */
export interface ListElement {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Titles of the fixes that `withoutEmptyElements` makes. */
export const LIST_FIX_TITLES = { dropEmpty: "Remove the superfluous comma" } as const;

/** The elements as the list type of ConfigDef splits them, empty ones included. */
export function elementsOf(value: string): readonly ListElement[] {
  let at = 0;
  return value.split(",").map((piece) => {
    const text = piece.replace(/^[\0-\x20]+|[\0-\x20]+$/g, "");
    const start = at + (text === "" ? 0 : piece.indexOf(text));
    const end = text === "" ? at + piece.length : start + text.length;
    at += piece.length + 1;
    return { text, start, end };
  });
}

/** The first empty element with the comma that makes it, to be underlined. */
export function emptyElement(value: string): { readonly start: number; readonly end: number } | undefined {
  const elements = elementsOf(value);
  const index = elements.findIndex((element) => element.text === "");
  const empty = elements[index];
  if (empty === undefined || elements.length === 1) return undefined;
  return index + 1 < elements.length
    ? { start: empty.start, end: empty.end + 1 }
    : { start: empty.start - 1, end: empty.end };
}

/** Takes superfluous commas out and leaves everything else as it is; a list without elements goes as a whole. */
export function withoutEmptyElements(context: RuleContext, setting: Setting): readonly Fix[] {
  const { edits } = context.document;
  const kept = elementsOf(setting.value).filter((element) => element.text !== "");
  const [first] = kept;
  const last = kept.at(-1);
  if (first === undefined || last === undefined) return removeFix(context, setting.key);
  const gaps = kept.slice(1).map((element, index) => ({ start: kept[index]?.end ?? 0, end: element.start }));
  const changes = [
    ...gapEdits(setting, { start: 0, end: first.start }, "", 0),
    ...gaps.flatMap((gap) => gapEdits(setting, gap, ",", 1)),
    ...gapEdits(setting, { start: last.end, end: setting.value.length }, "", 0),
  ].flatMap(({ start, end, text }) => edits.replacePart(setting, start, end, text));
  return changes.length === 0 ? [] : [{ titleId: "dropEmpty", safety: "safe", edits: changes }];
}

/** A gap between elements that holds more commas than it may. */
function gapEdits(
  setting: Setting,
  gap: { readonly start: number; readonly end: number },
  text: string,
  commas: number,
): readonly { readonly start: number; readonly end: number; readonly text: string }[] {
  const written = setting.value.slice(gap.start, gap.end);
  return written.split(",").length - 1 > commas ? [{ ...gap, text }] : [];
}
