import { CompletionItemKind, MarkupKind, type CompletionItem } from "vscode-languageserver-types";
import type { Messages } from "../../core/messages/messages.js";
import { serviceSpeaker } from "../../core/messages/service-texts.js";
import { kindsOf, membersOf, schemaAlong } from "../../core/schema/schema-tree.js";
import { typeOf, type Schema } from "../../core/schema/schema-check.js";
import type { TreeStep } from "../../core/syntax/value-tree.js";
import type { Position, Range } from "../../core/text/line-index.js";
import type { SchemaFileAnalysis } from "./analysis.js";
import { pathOf, type SchemaFileKind } from "./kinds.js";
import { cursorsAt, MARK, type SchemaCursor } from "./cursor.js";
import { schemaDescription, schemaDocs } from "./docs.js";
import { firstValue, requiredOf, writtenMember, writtenMembers, writtenValue } from "./write.js";

/** What can be inserted. */
interface Candidate {
  readonly label: string;
  readonly text: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string | undefined;
  readonly docs?: string | undefined;
}

/** Completes names that may stand in an object, with a value to begin with, and values where there is a choice. */
export function schemaCompletion(analysis: SchemaFileAnalysis, position: Position): CompletionItem[] {
  const { document, isJson, kind, messages } = analysis;
  const root = kind.schema();
  const cursors = cursorsAt(document.text, document.lines.offsetAt(position));
  const itemsOf = cursors.map((cursor) => {
    const found =
      cursor.part === "name" ? names(root, cursor, isJson, messages) : values(kind, cursor, isJson, messages);
    return items(found, cursor, document.lines.rangeOf(cursor.word));
  });
  return itemsOf.find((found) => found.length > 0) ?? [];
}

function items(candidates: readonly Candidate[], { quote }: SchemaCursor, range: Range): CompletionItem[] {
  return candidates.map(({ label, text, kind, detail, docs }, index) => ({
    label,
    kind,
    ...(detail === undefined ? {} : { detail }),
    ...(docs === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: docs } }),
    filterText: `${quote}${label}`,
    sortText: index.toString().padStart(3, "0"),
    textEdit: { range, newText: text },
  }));
}

function names(root: Schema, cursor: SchemaCursor, isJson: boolean, messages: Messages): Candidate[] {
  const schema = schemaAlong(root, cursor.steps);
  const { object } = cursor;
  if (schema === undefined || object === undefined) return [];
  const known = membersOf(root, schema, object);
  const written = new Set(object.members.map(({ name }) => name));
  const isFresh = object.members.every(({ name }) => name === MARK);
  const kinds = isFresh && !cursor.hasColon ? alternatives(root, schema, cursor, isJson, messages) : [];
  const missing = known.filter(
    ({ name }) => (isJson || name !== "$schema") && !written.has(name) && (kinds.length === 0 || name !== "kind"),
  );
  missing.sort((a, b) => Number(b.isRequired) - Number(a.isRequired));
  const own = missing.map(({ name, schema: member, isRequired }): Candidate => {
    const isObject = typeOf(member) === "object" || member.oneOf !== undefined;
    const at = { isJson, isFlow: cursor.isFlow, indent: cursor.indent };
    return {
      label: name,
      text: cursor.hasColon
        ? quoted(name, cursor, isJson)
        : writtenMember(name, firstValue(root, member), isObject, at),
      kind: CompletionItemKind.Property,
      detail: isRequired ? serviceSpeaker(messages)("completion/required") : undefined,
      docs: schemaDocs(name, member, isRequired, messages),
    };
  });
  return [...kinds, ...own];
}

/** Whole alternatives, each with what it cannot do without. */
function alternatives(
  root: Schema,
  schema: Schema,
  cursor: SchemaCursor,
  isJson: boolean,
  messages: Messages,
): Candidate[] {
  const at = { isJson, isFlow: cursor.isFlow, indent: cursor.indent };
  return [...kindsOf(schema)].map(([kind, alternative]) => ({
    label: `kind: ${kind}`,
    text: writtenMembers({ ...requiredOf(root, alternative), kind }, at),
    kind: CompletionItemKind.Struct,
    docs: schemaDescription(kind, alternative, messages),
  }));
}

function values(kind: SchemaFileKind, cursor: SchemaCursor, isJson: boolean, messages: Messages): Candidate[] {
  const { steps, quote, typed } = cursor;
  const root = kind.schema();
  const name = steps.at(-1)?.member?.name;
  const schema = schemaAlong(root, steps);
  const outer = steps.at(-2);
  const choices = kind.namesAfter(pathOf(steps), typed.slice(quote.length), messages);
  if (choices !== undefined) {
    return choices.map(({ name: choice, what }) => ({ ...valueOf(choice, cursor, isJson), detail: what }));
  }
  if (name === "kind" && outer !== undefined) return kindValues(root, steps.slice(0, -1), cursor, isJson, messages);
  if (schema === undefined || typeOf(schema) === "object" || typeOf(schema) === "array") return [];
  const { default: standard, enum: all, examples = [] } = schema;
  const listed = all ?? (standard === undefined ? examples : [standard, ...examples]);
  return listed.map((choice) => valueOf(choice, cursor, isJson));
}

function kindValues(
  root: Schema,
  steps: readonly TreeStep[],
  cursor: SchemaCursor,
  isJson: boolean,
  messages: Messages,
): Candidate[] {
  const schema = schemaAlong(root, steps);
  if (schema === undefined) return [];
  return [...kindsOf(schema)].map(([kind, alternative]) => ({
    ...valueOf(kind, cursor, isJson),
    docs: schemaDescription(kind, alternative, messages),
  }));
}

function valueOf(value: unknown, cursor: SchemaCursor, isJson: boolean): Candidate {
  const label = typeof value === "string" ? value : writtenValue(value, isJson);
  const text = typeof value === "string" ? quoted(value, cursor, isJson) : label;
  return { label, text, kind: CompletionItemKind.Value };
}

/** In the quotes that have been typed, or that JSON wants. */
function quoted(text: string, { quote }: SchemaCursor, isJson: boolean): string {
  if (isJson) return JSON.stringify(text);
  return quote === "" ? writtenValue(text, false) : `${quote}${text}${quote}`;
}
