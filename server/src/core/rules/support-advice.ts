import { isSecretKey } from "../catalog/secrecy.js";
import type { Setting } from "../dialects/types.js";
import { described, valueOrKey } from "./support.js";
import { VALUE_FIX_TITLES } from "./support-values.js";
import type { Fix, Report, RuleContext } from "./types.js";

/** Titles of the fixes that advice offers. */
export const ADVICE_TITLES: Readonly<Record<"set" | "remove" | "removeForDefault" | "write", string>> = {
  ...VALUE_FIX_TITLES,
  write: "Write {key}={value}",
};

/** The number a setting has, its default included; undefined when it cannot be known here. */
export function numberOf(context: RuleContext, key: string): number | undefined {
  const value = context.evaluation.values.get(key)?.value;
  return typeof value === "number" ? value : undefined;
}

/** The text or class name a setting has, its default included; undefined when there is none or it cannot be known here. */
export function textOf(context: RuleContext, key: string): string | undefined {
  const value = context.evaluation.values.get(key)?.value;
  return typeof value === "string" ? value : undefined;
}

/** Whether a yes-or-no setting is on, its default included. */
export function isOn(context: RuleContext, key: string): boolean {
  return context.evaluation.values.get(key)?.value === true;
}

/** A number that the file itself gives and the client takes. */
export interface GivenNumber {
  readonly setting: Setting;
  readonly value: number;
}

/** The number a setting has in the file; undefined when the file leaves it to the default or the client refuses the text. */
export function givenNumber(context: RuleContext, key: string): GivenNumber | undefined {
  const setting = context.document.byKey.get(key);
  const value = numberOf(context, key);
  if (setting === undefined || value === undefined || isRefused(context, key)) return undefined;
  return { setting, value };
}

/** A setting that the file gives and the client takes; undefined when its value is not known here. */
export function givenSetting(context: RuleContext, key: string): Setting | undefined {
  const { document, catalog, evaluation } = context;
  if (!catalog.keys.has(key) || evaluation.unresolved.has(key) || isRefused(context, key)) return undefined;
  return document.byKey.get(key);
}

/** Whether the file gives one of the keys. */
export function isGiven(context: RuleContext, ...keys: readonly string[]): boolean {
  return keys.some((key) => context.document.byKey.has(key));
}

/** Whether a setting is refused as it stands: then its error is the thing to tell and advice would be noise. */
export function isRefused(context: RuleContext, key: string): boolean {
  return context.evaluation.failures.some((failure) => failure.key === key && failure.certainty !== "unknown");
}

/** Gives a setting another value, on a line of its own when the file does not have it yet. */
export function writeFix(context: RuleContext, key: string, value: string, after?: Setting): Fix {
  const { byKey, edits } = context.document;
  const setting = byKey.get(key);
  const data = { key, value };
  if (setting === undefined)
    return { titleId: "write", data, safety: "suggestion", edits: edits.insert(key, value, after) };
  return { titleId: "set", data, safety: "suggestion", edits: edits.setValue(setting, value) };
}

/** A report on a value, with `{setting}` for the message; of what may hold a secret only the key is told. */
export function adviceOn(
  context: RuleContext,
  setting: Setting,
  report: Omit<Report, "key" | "span"> & Partial<Pick<Report, "span">>,
): Report {
  const { key } = setting;
  const data = { setting: isSecretKey(key) ? key : described(context, key), ...report.data };
  return { key, span: valueOrKey(setting), ...report, data };
}
