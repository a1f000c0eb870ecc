import { HIDDEN } from "../../catalog/secrecy.js";
import { phrase } from "../../messages/phrase-texts.js";
import type { KeySpec } from "../../catalog/types.js";
import type { Draft } from "../draft.js";
import { defaultsOf } from "../defaults.js";
import { parseValue } from "../parse-value.js";
import { invalidValue, validateValue } from "../validate-value.js";
import { findClass } from "./classes.js";

/** Parses and validates every defined key in the order of ProducerConfig.CONFIG (ConfigDef.parse); defaults stand already. */
export function checkValues(draft: Draft): void {
  const { placeOf, required } = defaultsOf(draft.catalog);
  const touched: KeySpec[] = required.filter((spec) => !draft.isSet(spec.key));
  for (const key of draft.given.keys()) {
    const spec = draft.catalog.keys.get(key);
    if (spec !== undefined) touched.push(spec);
  }
  touched.sort((a, b) => (placeOf.get(a.key) ?? 0) - (placeOf.get(b.key) ?? 0));
  for (const spec of touched) checkValue(draft, spec);
}

function checkValue(draft: Draft, spec: KeySpec): void {
  const raw = draft.given.get(spec.key);
  draft.values.delete(spec.key);
  if (raw === undefined) missingSetting(draft, spec.key);
  else if (draft.unresolved.has(spec.key))
    draft.effective.set(spec.key, {
      value: spec.type === "password" ? "[hidden]" : raw,
      source: "file",
      note: phrase("note/placeholder"),
    });
  else useGiven(draft, spec, raw);
}

/** Serializers of 3.3 and later have been reported before. */
function missingSetting(draft: Draft, key: string): void {
  if (key !== "bootstrap.servers" && draft.since("3.3.0")) return;
  const message = `Missing required configuration "${key}" which has no default value.`;
  draft.failConfig("bare", { code: "missing-setting", key, message });
}

function useGiven(draft: Draft, spec: KeySpec, raw: string): void {
  const result = parseValue(spec.type, raw);
  if (!result.ok) {
    draft.effective.set(spec.key, { value: raw, source: "file", note: undefined });
    const code = spec.type === "boolean" ? "not-a-boolean" : "not-a-number";
    draft.failConfig("bare", {
      code,
      key: spec.key,
      message: invalidValue(spec.key, raw, result.detail),
      data: { type: spec.type },
    });
    return;
  }
  const shown = spec.type === "password" ? HIDDEN : result.typed.text;
  draft.effective.set(spec.key, { value: shown, source: "file", note: undefined });
  if (spec.type === "class") {
    checkClassExists(draft, spec.key, raw, result.typed.text);
  }
  const refusal = validateValue(spec, result.typed);
  if (refusal !== undefined) {
    draft.failConfig("bare", { code: refusal.code, key: spec.key, message: refusal.message, data: refusal.data });
    return;
  }
  draft.values.set(spec.key, result.typed);
  if (spec.validator?.kind === "list") removeDuplicates(draft, spec.key, result.typed.value as readonly string[]);
}

/** A class-valued setting is looked up even when nothing uses it. */
function checkClassExists(draft: Draft, key: string, raw: string, name: string): void {
  const found = findClass(name, draft.version);
  if (found === "exists") return;
  const message = invalidValue(key, raw, `Class ${raw} could not be found.`);
  draft.failConfig("bare", {
    code: "class-not-found",
    key,
    message,
    certainty: found === "missing" ? "certain" : "unknown",
    data: { name },
  });
}

/** KIP-1161 (4.2): repeated elements of a validated list are dropped with a warning. */
function removeDuplicates(draft: Draft, key: string, elements: readonly string[]): void {
  const unique = [...new Set(elements)];
  if (unique.length === elements.length) return;
  const value = unique.join(",");
  const message =
    `Configuration key "${key}" contains duplicate values. Duplicates will be removed. ` +
    `The original value is: [${elements.join(", ")}], the updated value is: [${unique.join(", ")}]`;
  draft.values.set(key, { value: unique, text: value });
  draft.adjust(
    { code: "list-duplicates-removed", key, causedBy: [key], value, log: { level: "WARN", message }, data: {} },
    phrase("note/duplicates-removed"),
  );
}
