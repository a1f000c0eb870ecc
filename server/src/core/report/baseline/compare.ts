import type { Finding } from "../../rules/types.js";
import type { LintedText } from "../lint.js";
import type { BaselineEntry } from "./baseline-file.js";
import { fingerprintOf } from "./fingerprint.js";

/** The findings of a file, told apart by a baseline. */
export interface Compared {
  readonly fresh: readonly Finding[];
  readonly known: readonly Finding[];
  /** How many findings of the baseline no longer occur in the file. */
  readonly gone: number;
}

/** Entries for the findings of a file, in the order of the text. */
export function entriesOf(file: string, { document, findings }: LintedText): readonly BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    const { rule, key } = finding;
    const fingerprint = fingerprintOf(document, finding);
    const id = idOf(rule, fingerprint);
    const about = key === undefined ? { rule, fingerprint } : { rule, key, fingerprint };
    entries.set(id, { file, ...about, count: (entries.get(id)?.count ?? 0) + 1 });
  }
  return [...entries.values()];
}

/** Compares the findings of a file with the entries of the same file. Of equal findings the first ones are the known ones. */
export function compareWith(entries: readonly BaselineEntry[], { document, findings }: LintedText): Compared {
  const left = new Map<string, number>();
  for (const { rule, fingerprint, count } of entries) {
    const id = idOf(rule, fingerprint);
    left.set(id, (left.get(id) ?? 0) + count);
  }
  const fresh: Finding[] = [];
  const known: Finding[] = [];
  for (const finding of findings) {
    const id = idOf(finding.rule, fingerprintOf(document, finding));
    const count = left.get(id) ?? 0;
    left.set(id, count - 1);
    (count > 0 ? known : fresh).push(finding);
  }
  const gone = [...left.values()].reduce((sum, count) => sum + Math.max(0, count), 0);
  return { fresh, known, gone };
}

function idOf(rule: string, fingerprint: string): string {
  return `${rule} ${fingerprint}`;
}
