import type { Messages } from "../messages/messages.js";
import type { SchemaTextCode, SchemaTextMistake } from "../schema/schema-text.js";
import { render } from "./render.js";
import type { Finding, Fix, Rule } from "./types.js";

/** What a rule about files that a schema describes must be able to say. */
export type SchemaMessageId = SchemaTextCode | "duplicate-first" | "rename";

/** The texts that such rules share. */
export const SCHEMA_MESSAGES: Readonly<Record<Exclude<SchemaMessageId, "several-documents">, string>> = {
  syntax: "{text}",
  duplicate: "{name} stands here twice.",
  "duplicate-first": "Here for the first time.",
  "complex-name": "A name must be a text.",
  "unknown-alias": "Nothing has this alias's name.",
  "circular-alias": "This alias stands inside what it names.",
  "too-deep": "Too many values inside each other: at most 100.",
  "too-large": "Too many values, aliases counted as often as they are used: at most 500,000.",
  unknown: "{name} is nothing that can stand here: expected {known}.",
  misspelled: "{name} is nothing that can stand here: did you mean {similar}?",
  missing: "{name} is missing: expected {allowed}.",
  wrong: "{value} cannot stand here: expected {allowed}.",
  "wrong-elsewhere": "{place}: {value} cannot stand there: expected {allowed}.",
  rename: "Change to {similar}",
};

/** A mistake as a finding of the rule; the text of the code, unless the rule has a better one. */
export function schemaFinding(
  rule: Rule,
  { code, data, path, span, first, rename }: SchemaTextMistake,
  messages: Messages,
  messageId: string = code,
): Finding {
  const related = first === undefined ? [] : [{ span: first, messageId: "duplicate-first" }];
  const fixes: Fix[] = rename === undefined ? [] : [{ titleId: "rename", data, safety: "suggestion", edits: [rename] }];
  const key = path === "" ? undefined : path;
  return render(rule, { messageId, data, key, span, related, fixes }, messages, undefined, undefined);
}
