import { shortVersion } from "../catalog/version.js";
import { isSecretKey } from "../catalog/secrecy.js";
import { valueIn } from "../catalog/catalog.js";
import type { Adjustment, AdjustmentCode, Failure, FailureCode } from "../config/evaluation.js";
import type { Setting } from "../dialects/types.js";
import type { Phrase } from "../messages/format.js";
import { phrase, type PhraseId } from "../messages/phrase-texts.js";
import { indexBehindLatin1 } from "../syntax/latin1.js";
import type { Span } from "../text/span.js";
import type { RelatedReport, RuleContext } from "./types.js";

/** The settings that the release's producer has, in the order in which it reads them; a file may hold thousands of others. */
export function producerSettings({ document, catalog }: RuleContext): readonly Setting[] {
  const found: Setting[] = [];
  for (const key of catalog.keys.keys()) {
    const setting = document.byKey.get(key);
    if (setting !== undefined) found.push(setting);
  }
  return found;
}

/** The failures with one of these codes; whatever depends on the machine is no error of the file. */
export function failuresOf(context: RuleContext, ...codes: readonly FailureCode[]): readonly Failure[] {
  return context.evaluation.failures.filter(
    (failure) => failure.certainty !== "unknown" && codes.includes(failure.code),
  );
}

/** The changes that the client makes by itself, with one of these codes. */
export function adjustmentsOf(context: RuleContext, ...codes: readonly AdjustmentCode[]): readonly Adjustment[] {
  return context.evaluation.adjustments.filter((adjustment) => codes.includes(adjustment.code));
}

/** The client's exception as people find it in a log: the one that names the cause, or the innermost when the client hides the cause. */
export function clientMessageOf(failure: Failure): string {
  const cause =
    failure.exception.find((exception) => exception.message === failure.message) ?? failure.exception.at(-1);
  return `${cause?.class ?? "ConfigException"}: ${cause?.message ?? failure.message}`;
}

/** What the client says about a key that certainly fails; undefined when nothing of it does. */
export function failureOfKey(
  context: RuleContext,
  key: string,
): { readonly clientMessage: string | undefined } | undefined {
  const failure = context.evaluation.failures.find((entry) => entry.key === key && entry.certainty !== "unknown");
  if (failure === undefined) return undefined;
  return { clientMessage: isSecretKey(key) ? undefined : clientMessageOf(failure) };
}

/** What to underline for a failure: the part of the value, the value, the key, or the first related setting. */
export function spanOfFailure(context: RuleContext, failure: Failure): Span {
  const setting = [failure.key, ...failure.relatedKeys]
    .map((key) => context.document.byKey.get(key))
    .find((candidate) => candidate !== undefined);
  if (setting === undefined) return firstLine(context);
  if (failure.part !== undefined && setting.key === failure.key)
    return setting.spanOf(placeIn(setting, failure.part.start), placeIn(setting, failure.part.end));
  return valueOrKey(setting);
}

/** The client counts in what it has loaded. */
function placeIn({ value, loaded }: Setting, index: number): number {
  return value === loaded ? index : indexBehindLatin1(value, index);
}

/** The value's span without trailing blanks, or the key's when the value is empty. */
export function valueOrKey(setting: Setting): Span {
  const { start, end } = setting.valueSpan;
  const trimmed = setting.value.trimEnd().length;
  if (start === end || trimmed === 0) return setting.keySpan;
  return setting.spanOf(0, trimmed);
}

/** The first line of a setting, for findings about what is not there: a comment above it can switch them off. */
export function firstLine({ document }: Pick<RuleContext, "document">): Span {
  const line = (document.settings[0]?.line ?? 1) - 1;
  const start = document.lines.lineStart(line);
  return { start, end: start + document.text.slice(start, document.lines.lineStart(line + 1)).trimEnd().length };
}

/** `linger.ms 5 (default since 4.0)`: the key, its parsed value and where that comes from. */
export function described(context: RuleContext, key: string): Phrase {
  const value = context.evaluation.values.get(key)?.text ?? context.document.byKey.get(key)?.value ?? "";
  const { id, ...origin } = originOf(context, key);
  return phrase(id, { key, value, ...origin });
}

/** Where a value comes from: a line of the file, or the default of a span of releases. */
function originOf(
  context: RuleContext,
  key: string,
): { readonly id: PhraseId; readonly line?: number; readonly version?: string } {
  const setting = context.document.byKey.get(key);
  if (setting !== undefined) return { id: "value/line", line: setting.line };
  const history = context.catalog.keys.get(key)?.history.default ?? [];
  if (history.length <= 1) return { id: "value/default" };
  const version = context.catalog.version;
  const current = valueIn(history, version);
  const index = history.findIndex((entry) => entry.v === current);
  const next = history[index + 1]?.from;
  if (next !== undefined) return { id: "value/default-before", version: shortVersion(next) };
  return { id: "value/default-since", version: shortVersion(history[index]?.from ?? version.text) };
}

/** The settings of these keys that stand in the file, as places that take part in a finding. */
export function relatedSettings(
  context: RuleContext,
  keys: readonly string[],
  messageId: string,
): readonly RelatedReport[] {
  return keys.flatMap((key) => {
    const setting = context.document.byKey.get(key);
    return setting === undefined ? [] : [{ span: setting.keySpan, messageId, data: { key, value: setting.value } }];
  });
}
