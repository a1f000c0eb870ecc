import { MarkupKind, type Hover } from "vscode-languageserver-types";
import { scenarioNameDocs } from "../../core/config/scenario-names.js";
import { serviceSpeaker, type SayService } from "../../core/messages/service-texts.js";
import { kindsOf, membersOf, schemaAlong } from "../../core/simulation/scenario/scenario-schema.js";
import { trailAt, type TreeStep } from "../../core/syntax/value-tree.js";
import type { Position } from "../../core/text/line-index.js";
import type { Span } from "../../core/text/span.js";
import type { ScenarioAnalysis } from "./analysis.js";
import { schemaDocs } from "./docs.js";

/** What a part of a scenario is: description, unit, default and what is allowed. */
export function scenarioHover({ document, messages }: ScenarioAnalysis, position: Position): Hover | undefined {
  if (document.root === undefined) return undefined;
  const offset = document.lines.offsetAt(position);
  const steps = trailAt(document.root, offset);
  const last = steps.at(-1);
  if (last?.member === undefined) return undefined;
  const { name, nameSpan } = last.member;
  const onName = offset <= nameSpan.end;
  if (!onName && (last.node.kind !== "scalar" || !holds(last.node.span, offset))) return undefined;
  const about = onName ? undefined : valueDocs(name, steps);
  const docs = about ?? nameDocs(name, steps, serviceSpeaker(messages));
  if (docs === undefined) return undefined;
  const range = document.lines.rangeOf(onName ? nameSpan : last.node.span);
  return { contents: { kind: MarkupKind.Markdown, value: `**${name}**\n\n${docs}` }, range };
}

function holds({ start, end }: Span, offset: number): boolean {
  return offset >= start && offset <= end;
}

function nameDocs(name: string, steps: readonly TreeStep[], say: SayService): string | undefined {
  const outer = steps.at(-2)?.node;
  const schema = schemaAlong(steps.slice(0, -1));
  if (schema === undefined || outer?.kind !== "object") return undefined;
  const member = membersOf(schema, outer).find((candidate) => candidate.name === name);
  return member === undefined ? undefined : schemaDocs(name, member.schema, member.isRequired, say);
}

/** What the alternative of this kind is, or the scenario of this name. */
function valueDocs(name: string, steps: readonly TreeStep[]): string | undefined {
  const node = steps.at(-1)?.node;
  const value = node?.kind === "scalar" ? String(node.value) : "";
  if (name === "extends" && steps.length === 2) return scenarioNameDocs(value);
  const outer = name === "kind" ? schemaAlong(steps.slice(0, -1)) : undefined;
  return outer === undefined ? undefined : kindsOf(outer).get(value)?.description;
}
