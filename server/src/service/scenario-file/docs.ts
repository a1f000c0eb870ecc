import { typeOf, type Schema } from "../../core/simulation/scenario/schema-check.js";
import { kindsOf } from "../../core/simulation/scenario/scenario-schema.js";
import { code } from "../setting-docs.js";
import { writtenValue } from "./write.js";

/** What may stand somewhere, as Markdown: description, unit, default, what is allowed. */
export function schemaDocs(name: string, schema: Schema, isRequired = false): string {
  const facts = [
    kindOfValue(schema),
    unitOf(name),
    examplesOf(schema),
    rangeOf(schema),
    isRequired ? "required" : "",
    defaultOf(schema),
  ];
  const kinds = [...kindsOf(schema)].map(([kind, { description }]) => `- ${code(kind)} ${description ?? ""}`.trimEnd());
  return [
    schema.description ?? "",
    facts.filter((fact) => fact !== "").join(" · "),
    kinds.join("\n"),
    kinds.length > 0 ? "" : (schema.enum ?? []).map((value) => code(String(value))).join(" "),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** The units that names end in. */
const UNITS: readonly (readonly [ending: RegExp, unit: string])[] = [
  [/BytesPerSecond$/, "bytes per second"],
  [/MbitPerSecond$/, "megabits per second"],
  [/PerSecond$/, "records per second"],
  [/Ms$/, "milliseconds"],
  [/Us$/, "microseconds"],
  [/Bytes$/, "bytes"],
  [/(?:Rate|Share)$/, "share, 0 to 1"],
];

/** The unit of a part of a scenario, from its name; empty when it has none. */
export function unitOf(name: string): string {
  return UNITS.find(([ending]) => ending.test(name))?.[1] ?? "";
}

function kindOfValue(schema: Schema): string {
  const type = typeOf(schema);
  if (schema.oneOf !== undefined && type === undefined) return "object, by kind";
  switch (type) {
    case "integer":
      return "whole number";
    case "array":
      return "list";
    case "string":
      return "text";
    default:
      return type ?? "";
  }
}

/** Numbers that may be written with a unit. */
function examplesOf({ type, examples = [] }: Schema): string {
  return Array.isArray(type) ? `as well as ${examples.map((example) => code(String(example))).join(", ")}` : "";
}

function rangeOf({ minimum, maximum, minItems, maxItems }: Schema): string {
  if (minimum !== undefined && maximum !== undefined) return `${minimum} … ${maximum}`;
  if (minItems !== undefined && minItems === maxItems) return `${minItems} items`;
  return maxItems === undefined ? "" : `at most ${maxItems} items`;
}

function defaultOf({ default: standard }: Schema): string {
  if (standard === undefined) return "";
  const text = writtenValue(standard, false);
  return text === "{}" || text === "[]" ? "" : `default ${code(text)}`;
}
