import type { Catalog } from "../catalog/catalog.js";
import { shownValue } from "../catalog/secrecy.js";
import { assess } from "../config/assess.js";
import type { Evaluation, Failure } from "../config/evaluation.js";

/** A setting with another value; `undefined` takes it out. */
export interface Change {
  readonly key: string;
  readonly value: string | undefined;
}

/** Changes as a person may see them: secrets read `[hidden]`. */
export function shownChanges(changes: readonly Change[]): readonly Change[] {
  return changes.map(({ key, value }) => ({ key, value: value === undefined ? undefined : shownValue(key, value) }));
}

/** The settings after changes. */
export function changedSettings(given: ReadonlyMap<string, string>, changes: readonly Change[]): Map<string, string> {
  const changed = new Map(given);
  for (const { key, value } of changes) {
    if (value === undefined) changed.delete(key);
    else changed.set(key, value);
  }
  return changed;
}

/** What the client makes of changed settings; undefined when it refuses them for a reason that was not there before. */
export function acceptedChange(
  before: Evaluation,
  changes: readonly Change[],
  catalog: Catalog,
): Evaluation | undefined {
  return acceptedSettings(before, changedSettings(before.given, changes), catalog);
}

/** The same for all settings at once. */
export function acceptedSettings(
  before: Evaluation,
  given: ReadonlyMap<string, string>,
  catalog: Catalog,
): Evaluation | undefined {
  const after = assess(given, catalog);
  const known = new Set(before.failures.filter(isCertain).map(nameOf));
  return after.failures.filter(isCertain).every((failure) => known.has(nameOf(failure))) ? after : undefined;
}

function isCertain({ certainty }: Failure): boolean {
  return certainty !== "unknown";
}

function nameOf({ code, key, message }: Failure): string {
  return `${code} ${key} ${message}`;
}
