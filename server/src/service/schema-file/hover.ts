import { MarkupKind, type Hover } from "vscode-languageserver-types";
import type { Messages } from "../../core/messages/messages.js";
import { kindsOf, membersOf, schemaAlong } from "../../core/schema/schema-tree.js";
import { trailAt, type TreeStep } from "../../core/syntax/value-tree.js";
import { codeSpan } from "../../core/text/shown.js";
import type { Position } from "../../core/text/line-index.js";
import type { Span } from "../../core/text/span.js";
import type { SchemaFileAnalysis } from "./analysis.js";
import { pathOf, type SchemaFileKind } from "./kinds.js";
import { schemaDescription, schemaDocs } from "./docs.js";

/** What a part of a file is: description, unit, default and what is allowed. */
export function schemaHover({ document, kind, messages }: SchemaFileAnalysis, position: Position): Hover | undefined {
  if (document.root === undefined) return undefined;
  const offset = document.lines.offsetAt(position);
  const steps = trailAt(document.root, offset);
  const last = steps.at(-1);
  if (last?.member === undefined) return undefined;
  const { name, nameSpan } = last.member;
  const onName = offset <= nameSpan.end;
  if (!onName && (last.node.kind !== "scalar" || !holds(last.node.span, offset))) return undefined;
  const about = onName ? undefined : valueDocs(kind, name, steps, messages);
  const docs = about ?? nameDocs(kind, name, steps, messages);
  if (docs === undefined) return undefined;
  const range = document.lines.rangeOf(onName ? nameSpan : last.node.span);
  return {
    contents: { kind: MarkupKind.Markdown, value: `**${/^\w+$/.test(name) ? name : codeSpan(name)}**\n\n${docs}` },
    range,
  };
}

function holds({ start, end }: Span, offset: number): boolean {
  return offset >= start && offset <= end;
}

function nameDocs(
  { schema: root }: SchemaFileKind,
  name: string,
  steps: readonly TreeStep[],
  messages: Messages,
): string | undefined {
  const outer = steps.at(-2)?.node;
  const schema = schemaAlong(root(), steps.slice(0, -1));
  if (schema === undefined || outer?.kind !== "object") return undefined;
  const member = membersOf(root(), schema, outer).find((candidate) => candidate.name === name);
  return member === undefined ? undefined : schemaDocs(name, member.schema, member.isRequired, messages);
}

/** What the alternative of this kind is, or what the name stands for. */
function valueDocs(
  { schema: root, docsOfName }: SchemaFileKind,
  name: string,
  steps: readonly TreeStep[],
  messages: Messages,
): string | undefined {
  const node = steps.at(-1)?.node;
  const value = node?.kind === "scalar" ? String(node.value) : "";
  const known = docsOfName(pathOf(steps), value, messages);
  if (known !== undefined) return known;
  const outer = name === "kind" ? schemaAlong(root(), steps.slice(0, -1)) : undefined;
  const alternative = outer === undefined ? undefined : kindsOf(outer).get(value);
  return alternative === undefined ? undefined : schemaDescription(value, alternative, messages);
}
