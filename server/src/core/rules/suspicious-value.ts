import type { SettingType } from "../catalog/types.js";
import { javaTrim, parseValue } from "../config/parse-value.js";
import type { Setting } from "../dialects/types.js";
import { failureOfKey, producerSettings } from "./support.js";
import type { Report, RuleContext } from "./types.js";
import { ownOf } from "../text/own.js";

/** A habit of other file formats that a `.properties` value does not know. */
export type Suspicion = "quotes" | "comment" | "semicolon" | "unit";

const NUMBER_TYPES: readonly SettingType[] = ["int", "long", "short", "double"];
const NUMBER_WITH_UNIT = /^(\d+(?:\.\d+)?)[ _]?([A-Za-z]+)$/;
/** The start of what may be a comment. The look-behind keeps it linear: each run of blanks is walked through once. */
const COMMENT_START = /(?<![ \t])[ \t]+(?:#|\/\/)/g;
const LINE_END = /[\n\r\u2028\u2029]/;

/** A JAAS text has a grammar of its own; a password may hold anything. */
const FREE_TEXT: ReadonlySet<string> = new Set(["sasl.jaas.config"]);

/** What looks wrong about a value of a known key; the rule of that name claims the value and other rules leave it alone. */
export function suspicionOf(context: RuleContext, setting: Setting): Suspicion | undefined {
  const spec = context.catalog.keys.get(setting.key);
  if (spec === undefined || FREE_TEXT.has(setting.key)) return undefined;
  const value = javaTrim(setting.value);
  if (isQuoted(value)) return "quotes";
  if (
    spec.type === "password" ||
    (spec.validator === undefined && parsesAlready(spec.type, value) && !/[ \t]#[ \t]/.test(value))
  ) {
    return undefined;
  }
  if (commentStart(value) !== undefined) return "comment";
  if (spec.type !== "string" && /[^;];$/.test(value) && !parsesAlready(spec.type, value)) return "semicolon";
  if (spec.validator?.kind === "oneOf" && value.endsWith(";")) return "semicolon";
  return NUMBER_TYPES.includes(spec.type) && withoutUnit(setting.key, value) !== undefined ? "unit" : undefined;
}

function parsesAlready(type: SettingType, value: string): boolean {
  return type !== "list" && type !== "class" && parseValue(type, value).ok;
}

/** Whether a value stands in a pair of quotes. */
export function isQuoted(value: string): boolean {
  const first = value.charAt(0);
  return value.length >= 2 && (first === '"' || first === "'") && value.endsWith(first);
}

/** Where the white space before a trailing comment starts; undefined when there is none. */
export function commentStart(value: string): number | undefined {
  const lastSlash = value.lastIndexOf("/");
  const isOneLine = !LINE_END.test(value);
  for (const { index, 0: sign } of value.matchAll(COMMENT_START)) {
    const end = index + sign.length;
    if (lastSlash < end || (isOneLine && /[ \t]/.test(value.charAt(end)))) return index;
  }
  return undefined;
}

/** Factors to milliseconds. */
const TIME_FACTORS: Readonly<Record<string, number>> = {
  ms: 1,
  millis: 1,
  s: 1000,
  sec: 1000,
  secs: 1000,
  second: 1000,
  seconds: 1000,
  m: 60_000,
  min: 60_000,
  mins: 60_000,
  minute: 60_000,
  minutes: 60_000,
  h: 3_600_000,
  hour: 3_600_000,
  hours: 3_600_000,
  d: 86_400_000,
  day: 86_400_000,
  days: 86_400_000,
};

/** Factors to bytes; people who write KB in a Kafka file mean 1024. */
const SIZE_FACTORS: Readonly<Record<string, number>> = {
  b: 1,
  byte: 1,
  bytes: 1,
  k: 1024,
  kb: 1024,
  kib: 1024,
  m: 1_048_576,
  mb: 1_048_576,
  mib: 1_048_576,
  g: 1_073_741_824,
  gb: 1_073_741_824,
  gib: 1_073_741_824,
};

const SIZE_KEYS: ReadonlySet<string> = new Set([
  "batch.size",
  "buffer.memory",
  "max.request.size",
  "send.buffer.bytes",
  "receive.buffer.bytes",
]);

/** `32MB` → 33554432 for sizes, `5s` → 5000 for milliseconds; undefined when the unit does not fit the key. */
export function withoutUnit(key: string, value: string): string | undefined {
  const match = NUMBER_WITH_UNIT.exec(value);
  if (match === null) return undefined;
  const unit = (match[2] ?? "").toLowerCase();
  const factor = factorOf(key, unit);
  if (factor === undefined) return undefined;
  const number = Number(match[1]) * factor;
  return Number.isSafeInteger(number) ? number.toString() : undefined;
}

function factorOf(key: string, unit: string): number | undefined {
  if (SIZE_KEYS.has(key)) return ownOf(SIZE_FACTORS, unit);
  if (key.endsWith(".ms")) return ownOf(TIME_FACTORS, unit);
  if (!key.endsWith(".seconds")) return undefined;
  const factor = ownOf(TIME_FACTORS, unit);
  return factor === undefined ? undefined : factor / 1000;
}

/** The settings of a document that a suspicion claims, each with the failure it causes, if any. */
export function reportsFor(
  context: RuleContext,
  suspicion: Suspicion,
  report: (setting: Setting) => Omit<Report, "key" | "severity" | "clientMessage">,
): readonly Report[] {
  return producerSettings(context).flatMap((setting) => {
    if (suspicionOf(context, setting) !== suspicion) return [];
    const failure = failureOfKey(context, setting.key);
    const severity = failure === undefined ? "warning" : "error";
    return [{ ...report(setting), key: setting.key, severity, clientMessage: failure?.clientMessage }];
  });
}
