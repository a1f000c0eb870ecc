import type { TextEdit as LspTextEdit } from "vscode-languageserver-types";
import { formatProperties } from "../core/dialects/properties-format.js";
import { isPropertiesFile } from "../core/dialects/properties-meaning.js";
import type { Range } from "../core/text/line-index.js";
import type { Analysis } from "./analysis.js";

/** Evens out a file, or the lines of a range, without changing what it means. */
export function formatting({ document }: Analysis, range?: Range): LspTextEdit[] {
  if (!isPropertiesFile(document)) return [];
  const { lines, text } = document;
  const first = range?.start.line ?? 0;
  const last = range === undefined ? Infinity : range.end.line;
  return formatProperties(text)
    .map(({ span, newText }) => ({ range: lines.rangeOf(span), newText }))
    .filter(({ range: { start } }) => start.line >= first && start.line <= last);
}
