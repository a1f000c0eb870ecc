import { codeSpan } from "../../core/text/shown.js";
import type { Messages } from "../../core/messages/messages.js";
import { ruleById } from "../../core/rules/registry.js";
import { serviceSpeaker, type SayService } from "../../core/messages/service-texts.js";
import { descriptionOf, typeOf, type Schema } from "../../core/schema/schema-check.js";
import { kindsOf } from "../../core/schema/schema-tree.js";
import { writtenValue } from "./write.js";

/** What may stand somewhere, as Markdown: description, unit, default, what is allowed. */
export function schemaDocs(name: string, schema: Schema, isRequired: boolean, messages: Messages): string {
  const say = serviceSpeaker(messages);
  const facts = [
    kindOfValue(schema, say),
    unitOf(name, say),
    examplesOf(schema, say),
    rangeOf(schema, say),
    isRequired ? say("schema/required") : "",
    defaultOf(schema, say),
  ];
  const kinds = [...kindsOf(schema)].map(([kind, one]) =>
    `- ${codeSpan(kind)} ${schemaDescription(kind, one, messages) ?? ""}`.trimEnd(),
  );
  return [
    schemaDescription(name, schema, messages) ?? "",
    facts.filter((fact) => fact !== "").join(" · "),
    kinds.join("\n"),
    kinds.length > 0 ? "" : (schema.enum ?? []).map((value) => codeSpan(String(value))).join(" "),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** What a schema says about a part of a file; the parts that are called as rules are said what the rules are. */
export function schemaDescription(name: string, schema: Schema, messages: Messages): string | undefined {
  const description = descriptionOf(schema);
  if (description === undefined) return undefined;
  const rule = ruleById(name)?.meta;
  return rule?.summary === description.english
    ? messages.plain(`${name}/summary`, rule.summary)
    : messages.say(description);
}

/** The units that names end in. */
const UNITS = [
  [/BytesPerSecond$/, "bytes-per-second"],
  [/MbitPerSecond$/, "megabits-per-second"],
  [/PerSecond$/, "records-per-second"],
  [/Ms$/, "ms"],
  [/Us$/, "us"],
  [/Bytes$/, "bytes"],
  [/(?:Rate|Share)$/, "share"],
] as const;

/** The unit of a part of a scenario, from its name; empty when it has none. */
export function unitOf(name: string, say: SayService): string {
  const unit = UNITS.find(([ending]) => ending.test(name))?.[1];
  return unit === undefined ? "" : say(`schema-unit/${unit}`);
}

function kindOfValue(schema: Schema, say: SayService): string {
  const type = typeOf(schema);
  if (schema.oneOf !== undefined && type === undefined) return say("schema/object-by-kind");
  switch (type) {
    case "integer":
    case "number":
    case "object":
    case "array":
    case "string":
      return say(`schema/${type}`);
    default:
      return "";
  }
}

/** Numbers that may be written with a unit. */
function examplesOf({ type, examples = [] }: Schema, say: SayService): string {
  const shown = examples.map((example) => codeSpan(String(example))).join(", ");
  return Array.isArray(type) ? say("schema/as-well-as", { examples: shown }) : "";
}

function rangeOf({ minimum, maximum, minItems, maxItems }: Schema, say: SayService): string {
  if (minimum !== undefined && maximum !== undefined) return `${minimum} … ${maximum}`;
  if (minItems !== undefined && minItems === maxItems) return say("schema/items", { count: minItems });
  return maxItems === undefined ? "" : say("schema/most-items", { count: maxItems });
}

function defaultOf({ default: standard }: Schema, say: SayService): string {
  if (standard === undefined) return "";
  const text = writtenValue(standard, false);
  return text === "{}" || text === "[]" ? "" : say("schema/default", { value: codeSpan(text) });
}
