import { chooseFixes, fixLinted } from "../core/report/fix.js";
import { applyEdits, type TextEdit } from "../core/text/span.js";
import type { Analysis } from "./analysis.js";
import { oncePerAnalysis } from "./once.js";

/** Edits that apply every safe fix, round after round until nothing is left to fix: what `ackwise fix` does. */
export const fixAll: (analysis: Analysis) => readonly TextEdit[] = oncePerAnalysis(workedOut);

function workedOut(analysis: Analysis): readonly TextEdit[] {
  const { document, findings, options } = analysis;
  const first = chooseFixes(findings, "safe").flatMap(({ fix }) => fix.edits);
  if (first.length === 0) return [];
  const { text } = document;
  const fixed = fixLinted(analysis, options).text;
  return applyEdits(text, first) === fixed ? first : difference(text, fixed);
}

/** One edit that turns a text into another, cut down to what differs: edits of several rounds have no common text. */
export function difference(from: string, to: string): readonly TextEdit[] {
  if (from === to) return [];
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from.charCodeAt(start) === to.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < shorter - start && from.charCodeAt(from.length - 1 - tail) === to.charCodeAt(to.length - 1 - tail))
    tail++;
  return [{ span: { start, end: from.length - tail }, newText: to.slice(start, to.length - tail) }];
}
