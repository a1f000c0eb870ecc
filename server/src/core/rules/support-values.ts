import { distance } from "fastest-levenshtein";
import type { KeySpec } from "../catalog/types.js";
import type { Failure } from "../config/evaluation.js";
import { javaTrim, parseValue } from "../config/parse-value.js";
import { validateValue } from "../config/validate-value.js";
import type { Setting } from "../dialects/types.js";
import { clientMessageOf, spanOfFailure } from "./support.js";
import type { Fix, Report, RuleContext } from "./types.js";

/** Titles of the fixes that `setFix` and `removeFix` make. */
export const VALUE_FIX_TITLES = {
  set: "Set {key} to {value}",
  remove: "Remove {key}",
  removeForDefault: "Remove {key} (the default is {default})",
} as const;

/** Values longer than this are cut in messages. */
const SHOWN_LENGTH = 100;

/** A value in quotes for a message: blanks around it left out, control characters visible, long ones cut. */
export function shown(value: string): string {
  const text = javaTrim(value).replace(/[\0-\x1f]/g, (control) => JSON.stringify(control).slice(1, -1));
  return text.length > SHOWN_LENGTH ? `"${text.slice(0, SHOWN_LENGTH)}…"` : `"${text}"`;
}

/** What every report of a failure has in common: key, place and the client's words. */
export function failureReport(
  context: RuleContext,
  failure: Failure,
  report: Omit<Report, "key" | "span"> & Partial<Pick<Report, "span">>,
): Report {
  return {
    key: failure.key,
    span: spanOfFailure(context, failure),
    clientMessage: clientMessageOf(failure),
    ...report,
  };
}

/** Failures without repetitions: a list that names one bad element twice has one mistake. */
export function distinct(failures: readonly Failure[]): readonly Failure[] {
  const sameAs = (failure: Failure) => (other: Failure) =>
    other.key === failure.key && other.data["name"] === failure.data["name"];
  return failures.filter((failure, index) => failures.findIndex(sameAs(failure)) === index);
}

/** The setting of a failure; none when a default is to blame. */
export function settingOf(context: RuleContext, key: string): Setting | undefined {
  return context.document.byKey.get(key);
}

/** Writes another value. */
export function setFix(context: RuleContext, key: string, value: string, safety: Fix["safety"]): readonly Fix[] {
  const setting = settingOf(context, key);
  if (setting === undefined) return [];
  return [{ titleId: "set", data: { key, value }, safety, edits: context.document.edits.setValue(setting, value) }];
}

/** Without them the client does with less protection than any other value asks for: to take one out is to take the protection away. */
const PROTECTING: ReadonlySet<string> = new Set(["security.protocol"]);

/** Takes the setting out, unless the client needs it or an earlier entry of the same key would come back. */
export function removeFix(context: RuleContext, key: string): readonly Fix[] {
  const { document, catalog } = context;
  const setting = settingOf(context, key);
  const spec = catalog.keys.get(key);
  if (setting === undefined || spec?.required === true || PROTECTING.has(key)) return [];
  if (document.settings.some((other) => other.key === key && other.overridden)) return [];
  const edits = document.edits.remove(setting);
  const value = spec?.defaultText ?? "";
  if (value === "") return [{ titleId: "remove", data: { key }, safety: "suggestion", edits }];
  return [{ titleId: "removeForDefault", data: { key, default: value }, safety: "suggestion", edits }];
}

/** Whether the client takes a text for a setting. */
export function isAccepted(spec: KeySpec, text: string): boolean {
  const result = parseValue(spec.type, text);
  return result.ok && validateValue(spec, result.typed) === undefined;
}

/** The one candidate that is at most `limit` typing mistakes away; undefined when none or several are, or the word is too short to tell. */
export function nearestOf(word: string, candidates: readonly string[], limit = 2): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.min(limit, Math.floor(word.length / 2)) + 1;
  for (const candidate of candidates) {
    const mistakes = distance(word.toLowerCase(), candidate.toLowerCase());
    if (mistakes > bestDistance) continue;
    best = mistakes < bestDistance ? candidate : undefined;
    bestDistance = mistakes;
  }
  return best;
}
