import { historyOf } from "../catalog/catalog.js";
import type { ConfigDocument, Setting } from "../dialects/types.js";
import type { TextEdit } from "../text/span.js";
import type { Change } from "./changes.js";

/**
 * Writes changes into a file; new settings stand behind the last one of their topic. They come last in the list: a half-written line at
 * the end gets its value at the place where the next line is written.
 */
export function changeEdits(document: ConfigDocument, changes: readonly Change[]): readonly TextEdit[] {
  const { byKey, edits, settings } = document;
  const here: TextEdit[] = [];
  const added: TextEdit[] = [];
  for (const { key, value } of changes) {
    const setting = byKey.get(key);
    if (value === undefined) {
      for (const other of settings) if (other.key === key) here.push(...edits.remove(other));
    } else if (setting === undefined) added.push(...edits.insert(key, value, neighbourOf(key, settings)));
    else here.push(...edits.setValue(setting, value));
  }
  return [...apart(here), ...added];
}

/** Edits in order, of which none covers what another does: taking out the last line takes the line end before it along, which may be gone already. */
export function apart(edits: readonly TextEdit[]): readonly TextEdit[] {
  let end = 0;
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, newText }) => {
      const start = Math.max(span.start, end);
      end = Math.max(span.end, end);
      return { span: { start, end }, newText };
    });
}

function neighbourOf(key: string, settings: readonly Setting[]): Setting | undefined {
  const group = historyOf(key)?.group;
  return settings.findLast((setting) => historyOf(setting.key)?.group === group);
}
