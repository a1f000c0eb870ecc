import { keyKind, type KeyKind } from "../catalog/key-kind.js";
import { parseValue } from "../config/parse-value.js";
import { validateValue } from "../config/validate-value.js";
import type { Setting } from "../dialects/types.js";
import type { Fix, Report, RuleContext } from "./types.js";

/** The settings whose key is of a kind, overridden ones left out: they are reported as duplicates. */
export function settingsOfKind<K extends KeyKind["kind"]>(
  context: RuleContext,
  ...kinds: readonly K[]
): readonly { readonly setting: Setting; readonly kind: Extract<KeyKind, { kind: K }> }[] {
  const { document, catalog } = context;
  return [...document.byKey.values()].flatMap((setting) => {
    if (catalog.keys.has(setting.key)) return [];
    const kind = keyKind(setting.key, catalog.version);
    return isOneOf(kind, kinds) ? [{ setting, kind }] : [];
  });
}

function isOneOf<K extends KeyKind["kind"]>(kind: KeyKind, kinds: readonly K[]): kind is Extract<KeyKind, { kind: K }> {
  return (kinds as readonly string[]).includes(kind.kind);
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

function takesValue(context: RuleContext, key: string, value: string): boolean {
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
