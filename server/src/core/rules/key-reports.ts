import { keyKind, type KeyKind } from "../catalog/key-kind.js";
import { parseValue } from "../config/parse-value.js";
import { validateValue } from "../config/validate-value.js";
import type { Setting } from "../dialects/types.js";
import type { Fix, Report, RuleContext } from "./types.js";

interface KindOfSetting<K extends KeyKind = KeyKind> {
  readonly setting: Setting;
  readonly kind: K;
}

/** Several rules ask for the kinds of the same keys. */
const known = new WeakMap<RuleContext, readonly KindOfSetting[]>();

/** The settings whose key is of a kind, overridden ones left out: they are reported as duplicates. */
export function settingsOfKind<K extends KeyKind["kind"]>(
  context: RuleContext,
  ...kinds: readonly K[]
): readonly KindOfSetting<Extract<KeyKind, { kind: K }>>[] {
  let all = known.get(context);
  if (all === undefined) {
    all = otherKeys(context);
    known.set(context, all);
  }
  return all.filter((entry): entry is KindOfSetting<Extract<KeyKind, { kind: K }>> =>
    (kinds as readonly string[]).includes(entry.kind.kind),
  );
}

/** Every setting whose key is not one of the release's catalog. */
function otherKeys({ document, catalog }: RuleContext): readonly KindOfSetting[] {
  const found: KindOfSetting[] = [];
  for (const setting of document.byKey.values()) {
    if (setting.key.startsWith("\ufeff")) continue; // The rule byte-order-mark says what is wrong.
    if (!catalog.keys.has(setting.key)) found.push({ setting, kind: keyKind(setting.key, catalog.version) });
  }
  return found;
}

/** A report on the key itself. */
export function keyReport(setting: Setting, report: Omit<Report, "key" | "span">): Report {
  return { ...report, key: setting.key, span: setting.keySpan };
}

/** Renaming, unless the right key stands in the file already or cannot take the value: then the wrong one can only go. */
export function renameOrRemove(context: RuleContext, setting: Setting, use: string): readonly Fix[] {
  const { document } = context;
  if (document.byKey.has(use) || !takesValue(context, use, setting.value)) return [removeKey(context, setting)];
  const data = { key: setting.key, use };
  return [{ titleId: "rename", data, safety: "suggestion", edits: document.edits.rename(setting, use) }];
}

/** Whether the client takes a value for a key; of keys outside the catalog anything. */
export function takesValue(context: RuleContext, key: string, value: string): boolean {
  const spec = context.catalog.keys.get(key);
  if (spec === undefined) return true;
  const result = parseValue(spec.type, value);
  return result.ok && validateValue(spec, result.typed) === undefined;
}

/** Takes a key out that has no effect. */
export function removeKey(context: RuleContext, setting: Setting): Fix {
  const edits = context.document.edits.remove(setting);
  return { titleId: "remove", data: { key: setting.key }, safety: "suggestion", edits };
}
