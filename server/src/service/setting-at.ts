import type { ConfigDocument, Setting } from "../core/dialects/types.js";

/** A setting and the part of it that an offset is in. Ends count as inside, so that a cursor behind a word finds the word. */
export interface SettingAt {
  readonly setting: Setting;
  readonly part: "key" | "separator" | "value";
}

/** The setting that holds an offset; undefined in blank lines, comments and indentation. */
export function settingAt(document: ConfigDocument, offset: number): SettingAt | undefined {
  const setting = lastStartingBefore(document.settings, offset);
  if (setting === undefined) return undefined;
  if (offset <= setting.keySpan.end) return { setting, part: "key" };
  if (offset < setting.valueSpan.start) return { setting, part: "separator" };
  return offset <= setting.valueSpan.end ? { setting, part: "value" } : undefined;
}

/** Binary search: settings stand in the order of the text. */
function lastStartingBefore(settings: readonly Setting[], offset: number): Setting | undefined {
  let low = 0;
  let high = settings.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((settings[middle]?.keySpan.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return settings[low - 1];
}
