import { typeOf, type Schema } from "../../core/schema/schema-check.js";
import { membersOf } from "../../core/schema/schema-tree.js";

/** How a value is written at a place. */
export interface Writing {
  readonly isJson: boolean;
  readonly isFlow: boolean;
  /** The column at which the name stands. */
  readonly indent: number;
}

/** A value to begin with, of a schema whose reference is resolved: the default, else an example, else what is needed; undefined for an object without a default. */
export function firstValue(root: Schema, schema: Schema): unknown {
  const { default: standard, enum: choices, examples, minimum, oneOf, type } = schema;
  if (standard !== undefined && !isEmptyObject(standard)) return standard;
  if (choices !== undefined) return choices[0];
  // The first example of a number with a unit is a very small one.
  if (examples !== undefined) return Array.isArray(type) ? (examples[1] ?? examples[0]) : examples[0];
  if (oneOf !== undefined) return undefined;
  switch (typeOf(schema)) {
    case "object":
      return requiredOf(root, schema);
    case "array":
      return [];
    case "string":
      return "";
    default:
      return minimum ?? 0;
  }
}

/** What an alternative cannot do without, with its kind first. */
export function requiredOf(root: Schema, schema: Schema): Readonly<Record<string, unknown>> | undefined {
  const needed = membersOf(root, schema, undefined).filter(({ isRequired }) => isRequired);
  if (needed.length === 0) return undefined;
  const values = needed.map(({ name, schema: own }): [string, unknown] => [name, own.const ?? firstValue(root, own)]);
  return Object.fromEntries(values);
}

/** `name: value` as it is written at a place; an object without a value waits for its first name. */
export function writtenMember(name: string, value: unknown, isObject: boolean, at: Writing): string {
  const { isJson, isFlow, indent } = at;
  const label = isJson ? JSON.stringify(name) : name;
  if (value === undefined) return isFlow || !isObject ? `${label}: ` : `${label}:\n${" ".repeat(indent + 2)}`;
  if (Array.isArray(value) && value.length === 0 && !isFlow) return `${label}:\n${" ".repeat(indent + 2)}- `;
  return `${label}: ${writtenValue(value, isJson)}`;
}

/** Several members below each other, or in one line between brackets. */
export function writtenMembers(members: Readonly<Record<string, unknown>>, at: Writing): string {
  const lines = Object.entries(members).map(([name, value]) => writtenMember(name, value, false, at));
  return lines.join(at.isFlow ? ", " : `\n${" ".repeat(at.indent)}`);
}

/** Texts that YAML reads as texts without quotes, as far as scenarios and project files have them: names, and numbers with a unit. */
const PLAIN = /^(?:[A-Za-z][\w +.-]*|\d+ ?[A-Za-z/]+)$/;

/** A value in one line. */
export function writtenValue(value: unknown, isJson: boolean): string {
  if (isJson) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item: unknown) => writtenValue(item, false)).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(([name, own]) => `${name}: ${writtenValue(own, false)}`);
    return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
  }
  if (typeof value === "string") return PLAIN.test(value) ? value : JSON.stringify(value);
  return String(value);
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}
