import type { SettingType } from "../catalog/types.js";
import type { TypedValue } from "./evaluation.js";
import { listElements } from "./list-elements.js";

/** The outcome of ConfigDef.parseType: a value, or the detail of the ConfigException. */
export type ParseResult =
  { readonly ok: true; readonly typed: TypedValue } | { readonly ok: false; readonly detail: string };

/** The digits of the largest long. */
const LONGEST_LONG = 19;
const INTEGER_BITS = { short: 15n, int: 31n, long: 63n } as const;

/**
 * Parses the text of a setting as org.apache.kafka.common.config.ConfigDef.parseType does. Class names are not looked up here.
 * The text is trimmed by `String.trim()` (characters up to U+0020), whatever the type.
 */
export function parseValue(type: SettingType, raw: string): ParseResult {
  const text = javaTrim(raw);
  switch (type) {
    case "boolean":
      return parseBoolean(text);
    case "short":
    case "int":
    case "long":
      return parseInteger(type, text);
    case "double":
      return parseDouble(text);
    case "list":
      return parsed(
        listElements(text).map((element) => element.text),
        text,
      );
    case "string":
    case "password":
    case "class":
      return parsed(text, text);
  }
}

/** `String.trim()` of Java: drops characters up to U+0020 on both ends, and no others. */
export function javaTrim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function parsed(value: TypedValue["value"], text: string): ParseResult {
  return { ok: true, typed: { value, text } };
}

function parseBoolean(text: string): ParseResult {
  const lower = text.toLowerCase();
  if (lower === "true" || lower === "false") return parsed(lower === "true", lower);
  return { ok: false, detail: "Expected value to be either true or false" };
}

function parseInteger(type: "short" | "int" | "long", text: string): ParseResult {
  const failure: ParseResult = { ok: false, detail: `Not a number of type ${type.toUpperCase()}` };
  const match = /^([+-]?)(\p{Nd}+)$/u.exec(text);
  if (match === null) return failure;
  const digits = asciiDigits(match[2] ?? "")?.replace(/^0+(?=.)/, "");
  if (digits === undefined || digits.length > LONGEST_LONG) return failure;
  const value = BigInt(digits) * (match[1] === "-" ? -1n : 1n);
  const limit = 1n << INTEGER_BITS[type];
  if (value < -limit || value >= limit) return failure;
  return parsed(Number(value), value.toString());
}

/** Java's number parsers take any decimal digit of the Basic Multilingual Plane; each run of ten starts at its zero. */
function asciiDigits(digits: string): string | undefined {
  if (/^[0-9]+$/.test(digits)) return digits;
  let result = "";
  for (const digit of digits) {
    if (digit.length > 1) return undefined;
    result += digitValue(digit.charCodeAt(0)).toString();
  }
  return result;
}

const digitValues = new Map<number, number>();

function digitValue(code: number): number {
  let value = digitValues.get(code);
  if (value !== undefined) return value;
  value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCharCode(code - value - 1))) value++;
  digitValues.set(code, value);
  return value;
}

const DECIMAL_DOUBLE = /^[+-]?(?:NaN|Infinity|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?[fFdD]?)$/;
const HEXADECIMAL_DOUBLE = /^([+-]?)0[xX]([0-9a-fA-F]*)(?:\.([0-9a-fA-F]*))?[pP]([+-]?\d+)[fFdD]?$/;

function parseDouble(text: string): ParseResult {
  if (DECIMAL_DOUBLE.test(text)) return doubleOf(Number(text.replace(/(?<=[\d.])[fFdD]$/, "")));
  const match = HEXADECIMAL_DOUBLE.exec(text);
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match ?? [];
  if (match === null || whole + fraction === "") return { ok: false, detail: "Not a number of type DOUBLE" };
  const mantissa = Number.parseInt(`0${whole}${fraction}`, 16) / 16 ** fraction.length;
  return doubleOf((sign === "-" ? -1 : 1) * mantissa * 2 ** Number(exponent));
}

function doubleOf(value: number): ParseResult {
  return parsed(value, javaDouble(value));
}

/** `Double.toString` for the magnitudes that settings have: whole numbers keep one decimal. */
export function javaDouble(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude < 1e-3 || magnitude >= 1e7)) return javaExponent(value);
  const negativeZero = Object.is(value, -0) ? "-" : "";
  return Number.isInteger(value) ? `${negativeZero}${value.toString()}.0` : value.toString();
}

function javaExponent(value: number): string {
  const [mantissa = "0", exponent = "0"] = value.toExponential().split("e");
  return `${mantissa.includes(".") ? mantissa : `${mantissa}.0`}E${Number(exponent).toString()}`;
}
