import { historyOf } from "../catalog/catalog.js";
import type { ConfigDocument, Setting, WriteStep } from "../dialects/types.js";
import { applyEdits, type TextEdit } from "../text/span.js";
import type { Change } from "./changes.js";

/**
 * The edits that write changes into a file, whoever asks: what-if, tuning, presets, upgrades. A key that the file has keeps its place, a new
 * one goes behind the last one of its topic, and a removed one goes wherever it is written. Reading the text again gives
 * `changedSettings(given, changes)`; nothing else is touched.
 */
export function changeEdits(document: ConfigDocument, changes: readonly Change[]): readonly TextEdit[] {
  const last = new Map(changes.map((change) => [change.key, change]));
  return document.edits.write([...last.values()].flatMap((change) => stepsFor(document, change)));
}

/** The text with the changes made. */
export function changedText(document: ConfigDocument, changes: readonly Change[]): string {
  return applyEdits(document.text, changeEdits(document, changes));
}

function stepsFor({ byKey, settings }: ConfigDocument, { key, value }: Change): readonly WriteStep[] {
  if (value === undefined)
    return settings.filter((one) => one.key === key).map((setting) => ({ kind: "remove", setting }));
  const setting = byKey.get(key);
  if (setting === undefined) return [{ kind: "insert", key, value, after: neighbourOf(key, settings) }];
  return setting.value === value ? [] : [{ kind: "set", setting, value }];
}

function neighbourOf(key: string, settings: readonly Setting[]): Setting | undefined {
  const group = historyOf(key)?.group;
  return group === undefined ? undefined : settings.findLast((setting) => historyOf(setting.key)?.group === group);
}
