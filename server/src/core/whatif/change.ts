import type { ConfigDocument } from "../dialects/types.js";
import { applyEdits, type TextEdit } from "../text/span.js";

/** A setting that is written with another value; without a value it is taken out. */
export interface SettingChange {
  readonly key: string;
  readonly value: string | undefined;
}

/** What has to be edited so that a file says what the changes want; in the file's own spelling, nothing else is touched. */
export function editsForChanges(document: ConfigDocument, changes: readonly SettingChange[]): readonly TextEdit[] {
  return changes.flatMap(({ key, value }) => {
    const setting = document.byKey.get(key);
    if (value === undefined)
      return document.settings.filter((one) => one.key === key).flatMap((one) => document.edits.remove(one));
    if (setting === undefined) return document.edits.insert(key, value, undefined);
    return setting.value.trim() === value ? [] : document.edits.setValue(setting, value);
  });
}

/** The text with the changes made. */
export function changedText(document: ConfigDocument, changes: readonly SettingChange[]): string {
  return applyEdits(document.text, editsForChanges(document, changes));
}

/** `key=value`, or `key` alone to take it out; undefined when there is no key. */
export function parseChange(text: string): SettingChange | undefined {
  const at = text.indexOf("=");
  const key = (at < 0 ? text : text.slice(0, at)).trim();
  if (key === "" || /[\s:]/.test(key)) return undefined;
  return { key, value: at < 0 ? undefined : text.slice(at + 1).trim() };
}
