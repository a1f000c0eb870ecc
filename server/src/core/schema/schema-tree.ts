import type { ObjectNode, TreeStep } from "../syntax/value-tree.js";
import type { Schema } from "./schema-check.js";
import { ownOf } from "../text/own.js";

/** Something that may stand in an object. */
export interface MemberSchema {
  readonly name: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
}

/** What may stand at the end of a way, with references resolved; undefined where nothing is known. */
export function schemaAlong(root: Schema, steps: readonly TreeStep[]): Schema | undefined {
  let schema: Schema | undefined = root;
  steps.slice(1).forEach(({ member }, index) => {
    const outer = steps[index]?.node;
    if (schema === undefined) return;
    if (member === undefined || outer?.kind !== "object") schema = schema.items;
    else schema = membersOf(root, schema, outer).find(({ name }) => name === member.name)?.schema;
    if (schema !== undefined) schema = resolved(root, schema);
  });
  return schema;
}

/** What an object of a schema may hold; of alternatives, what the one of its kind may hold, without a kind only that. */
export function membersOf(root: Schema, schema: Schema, node: ObjectNode | undefined): readonly MemberSchema[] {
  const target = resolved(root, schema);
  const alternatives = target.oneOf ?? [];
  const chosen = alternatives.length === 0 ? target : alternativeFor(alternatives, node);
  if (chosen === undefined) return [{ name: "kind", schema: kindSchema(alternatives), isRequired: true }];
  const choices = (chosen.anyOf ?? []).map(({ required: [name] }) => name);
  const isChosen = node?.members.some(({ name }) => choices.includes(name)) === true;
  return Object.entries(chosen.properties ?? {}).map(([name, property]) => ({
    name,
    schema: name === "kind" && alternatives.length > 0 ? kindSchema(alternatives) : resolved(root, property),
    isRequired: chosen.required?.includes(name) === true || (!isChosen && name === choices[0]),
  }));
}

/** The alternatives of a schema, its reference resolved, by their kinds. */
export function kindsOf(schema: Schema): ReadonlyMap<string, Schema> {
  const alternatives = schema.oneOf ?? [];
  return new Map(alternatives.map((alternative) => [kindOf(alternative), alternative]));
}

/** Follows a reference; what stands beside it, such as a description, is stronger. */
export function resolved(root: Schema, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const target = ownOf(root.definitions, schema.$ref.replace("#/definitions/", ""));
  if (target === undefined) throw new RangeError(`schema: ${schema.$ref} is not defined`);
  const { $ref, ...merged } = { ...resolved(root, target), ...schema };
  return $ref === undefined ? schema : merged;
}

function alternativeFor(alternatives: readonly Schema[], node: ObjectNode | undefined): Schema | undefined {
  const written = node?.members.findLast(({ name }) => name === "kind")?.value;
  const kind = written?.kind === "scalar" ? written.value : undefined;
  return alternatives.find((alternative) => kindOf(alternative) === kind);
}

/** What the name that tells alternatives apart is. */
export const KIND_DESCRIPTION = "Which of the alternatives this is.";

function kindSchema(alternatives: readonly Schema[]): Schema {
  return {
    description: KIND_DESCRIPTION,
    type: "string",
    enum: alternatives.map(kindOf),
    oneOf: alternatives,
  };
}

function kindOf(alternative: Schema): string {
  return String(alternative.properties?.["kind"]?.const);
}
