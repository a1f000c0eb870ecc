import type { PropertiesDocument } from "../syntax/properties.js";
import type { TextEdit } from "../text/span.js";
import { entryIndexesOf, lineEdits, type EntryIndexes } from "./properties-lines.js";
import { escapeKey, escapeValue } from "./properties-spelling.js";
import type { ConfigEdits, Setting, WriteStep } from "./types.js";

/** Edits of a `.properties` file that keep its separators, line ends and everything not concerned. */
export function propertiesEdits(document: PropertiesDocument): ConfigEdits {
  const indexes = entryIndexesOf(document);
  const write = (...steps: readonly WriteStep[]): readonly TextEdit[] => writeSteps(document, steps, indexes);
  return {
    write: (steps) => writeSteps(document, steps, indexes),
    setValue: (setting, value) => write({ kind: "set", setting, value }),
    replacePart: (setting, start, end, text) => write({ kind: "part", setting, start, end, text }),
    insert: (key, value, after) => write({ kind: "insert", key, value, after }),
    remove: (setting) => write({ kind: "remove", setting }),
    rename: (setting, key) => write({ kind: "rename", setting, key }),
  };
}

/** In the order of the file: a line that is inserted where an entry starts comes before what is written into that entry. */
function writeSteps(
  document: PropertiesDocument,
  steps: readonly WriteStep[],
  indexes: EntryIndexes,
): readonly TextEdit[] {
  const lines = lineEdits(document, steps, indexes).map((edit) => ({ at: edit.span.end, edit }));
  const parts = steps.flatMap((step) => editInEntry(document, step) ?? []);
  return [...lines, ...parts].sort((a, b) => a.at - b.at).map(({ edit }) => edit);
}

/** What a step changes within the lines of one entry, and where that entry starts; undefined for whole lines. */
function editInEntry(
  document: PropertiesDocument,
  step: WriteStep,
): { readonly at: number; readonly edit: TextEdit } | undefined {
  if (step.kind === "insert" || step.kind === "remove") return undefined;
  const { setting } = step;
  const at = setting.span.start;
  switch (step.kind) {
    case "set":
      return { at, edit: newValue(document, setting, step.value) };
    case "part":
      return {
        at,
        edit: { span: setting.spanOf(step.start, step.end), newText: escapeValue(step.text, step.start > 0) },
      };
    case "rename":
      return { at, edit: { span: setting.keySpan, newText: escapeKey(step.key) } };
  }
}

/** A separator of white space only is written anew: a value that starts with `=` or `:` would be taken for it. */
function newValue(document: PropertiesDocument, setting: Setting, value: string): TextEdit {
  const { text } = document;
  const span = setting.valueSpan;
  const separator = text.slice(setting.keySpan.end, setting.valueSpan.start);
  const separates = /[=:]/.test(separator) || (/^[ \t\f]/.test(separator) && !/^[=:]/.test(value));
  if (separates) return { span, newText: escapeValue(value) };
  return { span: { start: setting.keySpan.end, end: span.end }, newText: `=${escapeValue(value)}` };
}
