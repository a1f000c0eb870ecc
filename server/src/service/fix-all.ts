import type { Finding } from "../core/rules/types.js";
import { applyEdits, type TextEdit } from "../core/text/span.js";
import type { Analysis } from "./analysis.js";

/** One fix can uncover the next finding; more rounds than this mean that two rules disagree. */
const MOST_ROUNDS = 8;

/** Edits that apply every safe fix, round after round until nothing is left to fix. */
export function fixAll(analysis: Analysis): readonly TextEdit[] {
  const original = analysis.document.text;
  const first = safeEdits(analysis.findings);
  if (first.length === 0) return [];
  let text = applyEdits(original, first);
  for (let round = 1; round < MOST_ROUNDS; round++) {
    const edits = safeEdits(analysis.again(text).findings);
    if (edits.length === 0) return round === 1 ? first : difference(original, text);
    text = applyEdits(text, edits);
  }
  return difference(original, text);
}

/** The first safe fix of each finding, left out when it touches one that was chosen before. */
function safeEdits(findings: readonly Finding[]): readonly TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const { fixes } of findings) {
    const safe = fixes.find((fix) => fix.safety === "safe");
    if (safe === undefined) continue;
    if (!safe.edits.some((edit) => chosen.some((other) => overlaps(edit, other)))) chosen.push(...safe.edits);
  }
  return chosen;
}

/** Touching counts as overlapping: the order of two insertions at one place would be left to chance. */
function overlaps(one: TextEdit, other: TextEdit): boolean {
  return one.span.start <= other.span.end && other.span.start <= one.span.end;
}

/** One edit that turns a text into another, cut down to what differs. */
function difference(from: string, to: string): readonly TextEdit[] {
  if (from === to) return [];
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from.charCodeAt(start) === to.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < shorter - start && from.charCodeAt(from.length - 1 - tail) === to.charCodeAt(to.length - 1 - tail))
    tail++;
  return [{ span: { start, end: from.length - tail }, newText: to.slice(start, to.length - tail) }];
}
