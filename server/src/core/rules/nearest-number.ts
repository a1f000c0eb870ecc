import type { KeySpec } from "../catalog/types.js";
import { isAccepted } from "./support-values.js";
import { ownOf } from "../text/own.js";

/** A number that a text most likely stands for. */
export interface NumberReading {
  readonly text: string;
  /** Whether the text can mean nothing else. */
  readonly certain: boolean;
}

/** The largest value of Java's whole-number types; the smallest is one below its negative. */
export const LARGEST: Readonly<Record<string, bigint>> = {
  short: 32_767n,
  int: 2_147_483_647n,
  long: 9_223_372_036_854_775_807n,
};

/** Words for "as much as there is". */
const MAXIMUM =
  /^(?:max(?:imum)?(?:[ ._-]?(?:short|int|integer|long|value))?|(?:short|int|integer|long)[ ._-]?max|inf|infinite|infinity|unlimited|forever)$/i;

/** What a text that Java does not parse is likely to mean; undefined when the client would refuse that as well. */
export function nearestNumber(spec: KeySpec, text: string): NumberReading | undefined {
  const reading = spec.type === "double" ? readDecimal(text) : readWhole(spec, text);
  return reading !== undefined && isAccepted(spec, reading.text) ? reading : undefined;
}

/** `0,8` with the comma of half the world. */
function readDecimal(text: string): NumberReading | undefined {
  return /^[+-]?\d*,\d+$/.test(text) ? { text: text.replace(",", "."), certain: true } : undefined;
}

function readWhole(spec: KeySpec, text: string): NumberReading | undefined {
  const written = readNotation(text);
  if (written !== undefined) return { text: written.toString(), certain: true };
  const named = readName(spec, text);
  if (named !== undefined) return named;
  if (!/^[+]?\d+$/.test(text)) return undefined;
  return { text: largestOf(spec).toString(), certain: false };
}

/** Whole numbers in the notations of programming languages and of people. */
function readNotation(text: string): bigint | undefined {
  if (/^[+-]?\d+(?:_+\d+)+$/.test(text)) return BigInt(text.replace(/[_+]/g, ""));
  if (/^[+-]?\d{1,3}(?:([,' \u2019])\d{3})(?:\1\d{3})*$/.test(text)) return BigInt(text.replace(/[^\d-]/g, ""));
  if (/^[+-]?\d+[lL]$/.test(text)) return BigInt(text.replace(/[lL+]/g, ""));
  if (/^[+-]?\d+\.0*$/.test(text) && !/\.000$/.test(text)) return BigInt(text.replace(/\+|\..*$/g, ""));
  if (/^0[xX][\da-fA-F]{1,16}$/.test(text)) return BigInt(text);
  if (!/^[+-]?\d+(?:\.\d+)?[eE]\+?\d{1,2}$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? BigInt(value) : undefined;
}

/** `Integer.MAX_VALUE` as Java programs write it, and words for "as much as there is". */
function readName(spec: KeySpec, text: string): NumberReading | undefined {
  const constant = /^(?:java\.lang\.)?(Short|Integer|Long)\.MAX_VALUE$/.exec(text)?.[1];
  if (constant !== undefined) {
    const largest = ownOf(LARGEST, constant === "Integer" ? "int" : constant.toLowerCase());
    return { text: (largest ?? 0n).toString(), certain: true };
  }
  if (!MAXIMUM.test(text)) return undefined;
  return { text: largestOf(spec).toString(), certain: false };
}

/** The largest value that both the type and the validator allow. */
function largestOf(spec: KeySpec): bigint {
  const largest = LARGEST[spec.type] ?? 0n;
  const max = spec.validator?.kind === "range" ? spec.validator.max : undefined;
  return max !== undefined && BigInt(Math.floor(max)) < largest ? BigInt(Math.floor(max)) : largest;
}
