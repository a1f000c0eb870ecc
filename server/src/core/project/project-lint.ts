import { Messages } from "../messages/messages.js";
import { SCHEMA_MESSAGES, schemaFinding, type SchemaMessageId } from "../rules/schema-finding.js";
import type { Finding, Rule } from "../rules/types.js";
import type { SchemaTextMistake } from "../schema/schema-text.js";
import { readProjectText, type ProjectText } from "./read-project.js";

/** What is found in project files. It is no rule about producers, so it does not stand in their registry. */
export const PROJECT_RULE: Rule = {
  meta: {
    id: "invalid-project-file",
    severity: "error",
    category: "ackwise",
    summary: "A project file must be YAML that fits the schema of project files.",
    sources: ["docs/project-file.md", "schemas/project.schema.json"],
  },
  messages: {
    ...SCHEMA_MESSAGES,
    "several-documents": "A project file is one document: another one follows.",
    "unknown-rule": "{name} is no rule: docs/rules/README.md lists them all.",
    "misspelled-rule": "{name} is no rule: did you mean {similar}?",
  } satisfies Record<SchemaMessageId | "unknown-rule" | "misspelled-rule", string>,
  check: () => [],
};

/** A project file with everything that was found in it. */
export interface LintedProject {
  readonly document: ProjectText & { readonly dialect: "project" };
  readonly findings: readonly Finding[];
}

/** Reads a project file and tells its mistakes in the order of the text. */
export function lintProject(text: string, messages: Messages = new Messages()): LintedProject {
  const document = { ...readProjectText(text), dialect: "project" as const };
  const findings = document.mistakes.map((mistake) =>
    schemaFinding(PROJECT_RULE, mistake, messages, messageOf(mistake)),
  );
  return { document, findings };
}

/** There are too many rules to name those that are expected. */
function messageOf({ code, path }: SchemaTextMistake): string {
  const isRule = path.startsWith("rules.") && (code === "unknown" || code === "misspelled");
  return isRule ? `${code}-rule` : code;
}
