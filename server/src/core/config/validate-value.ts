import type { KeySpec, Validator } from "../catalog/types.js";
import type { FailureCode, TypedValue } from "./evaluation.js";
import { hashOrder } from "./java-hash.js";
import { javaDouble } from "./parse-value.js";

/** A validator's refusal: the whole message of the ConfigException and the part of the value it is about. */
export interface Refusal {
  readonly code: FailureCode;
  readonly message: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** Applies the validator of a setting as ConfigDef does after parsing; undefined when the value passes. */
export function validateValue(spec: KeySpec, typed: TypedValue): Refusal | undefined {
  const validator = spec.validator;
  if (validator === undefined) return undefined;
  switch (validator.kind) {
    case "nonNull":
      return undefined;
    case "range":
      return validateRange(spec, validator, typed);
    case "oneOf":
      return validateOneOf(spec, validator, typed);
    case "gzipLevel":
      return validateGzipLevel(spec, validator, typed);
    case "nonEmptyString":
      return typed.value === "" ? refuse(spec, "empty-string", "", "String must be non-empty") : undefined;
    case "list":
      return validateList(spec, validator, typed);
  }
}

/** The usual form of a ConfigException: `Invalid value {v} for configuration {key}: {detail}`. */
export function invalidValue(key: string, value: string, detail: string): string {
  return `Invalid value ${value} for configuration ${key}: ${detail}`;
}

function refuse(spec: KeySpec, code: FailureCode, value: string, detail: string, data: Refusal["data"] = {}): Refusal {
  return { code, message: invalidValue(spec.key, value, detail), data };
}

/** ConfigDef.Range compares as doubles, so that NaN passes; bounds are inclusive. */
function validateRange(
  spec: KeySpec,
  range: Extract<Validator, { kind: "range" }>,
  typed: TypedValue,
): Refusal | undefined {
  const value = typed.value;
  if (typeof value !== "number") return undefined;
  const print = (bound: number): string => (spec.type === "double" ? javaDouble(bound) : bound.toString());
  if (range.min !== undefined && value < range.min) {
    return refuse(spec, "out-of-range", typed.text, `Value must be at least ${print(range.min)}`, { min: range.min });
  }
  if (range.max !== undefined && value > range.max) {
    return refuse(spec, "out-of-range", typed.text, `Value must be no more than ${print(range.max)}`, {
      max: range.max,
    });
  }
  return undefined;
}

function validateGzipLevel(
  spec: KeySpec,
  level: Extract<Validator, { kind: "gzipLevel" }>,
  typed: TypedValue,
): Refusal | undefined {
  const value = typed.value;
  if (typeof value !== "number" || value === level.also || (value >= level.min && value <= level.max)) return undefined;
  const detail = `Value must be between ${level.min} and ${level.max} or equal to ${level.also}`;
  return refuse(spec, "out-of-range", typed.text, detail, { min: level.min, max: level.max });
}

function validateOneOf(
  spec: KeySpec,
  choice: Extract<Validator, { kind: "oneOf" }>,
  typed: TypedValue,
): Refusal | undefined {
  const value = typed.text;
  const choices = choice.values.join(", ");
  if (choice.caseSensitive) {
    if (choice.values.includes(value)) return undefined;
    return refuse(spec, "not-a-choice", value, `String must be one of: ${choices}`, { choices });
  }
  if (choice.values.includes(value.toUpperCase())) return undefined;
  // ConfigDef.CaseInsensitiveValidString prints a hash set.
  const printed = hashOrder(choice.values).join(", ");
  return refuse(spec, "not-a-choice", value, `String must be one of (case insensitive): ${printed}`, { choices });
}

/** ConfigDef.ValidList of 4.2 (KIP-1161); its messages have a form of their own. */
function validateList(
  spec: KeySpec,
  list: Extract<Validator, { kind: "list" }>,
  typed: TypedValue,
): Refusal | undefined {
  const elements = typed.value;
  if (!Array.isArray(elements)) return undefined;
  if (elements.length === 0 && !list.emptyListAllowed) {
    const message = `Configuration '${spec.key}' must not be empty. Valid values include: any non-empty value`;
    return { code: "empty-list", message, data: {} };
  }
  if (!elements.includes("")) return undefined;
  return { code: "empty-list-element", message: `Configuration '${spec.key}' values must not be empty.`, data: {} };
}
