import { Messages } from "../messages/messages.js";
import { SCHEMA_MESSAGES, schemaFinding, type SchemaMessageId } from "../rules/schema-finding.js";
import type { Finding, Rule } from "../rules/types.js";
import { readScenarioText, type ScenarioText } from "../simulation/scenario/scenario-text.js";
import type { TrafficFile } from "../simulation/scenario/traffic-file.js";

/** What is found in scenario files. It is no rule about producers, so it does not stand in their registry. */
export const SCENARIO_RULE: Rule = {
  meta: {
    id: "invalid-scenario",
    severity: "error",
    category: "ackwise",
    summary: "A scenario file must be YAML or JSON that fits the schema of scenarios.",
    sources: ["docs/scenario-files.md", "schemas/scenario.schema.json"],
  },
  messages: {
    ...SCHEMA_MESSAGES,
    "several-documents": "A scenario file is one document: another one follows.",
  } satisfies Record<SchemaMessageId, string>,
  check: () => [],
};

/** A scenario file with everything that was found in it. */
export interface LintedScenario {
  readonly document: ScenarioText & { readonly dialect: "scenario" };
  readonly findings: readonly Finding[];
}

/**
 * Reads the text of a scenario and tells its mistakes in the order of the text. They are errors: nothing can be simulated.
 * `traffic`: what somebody has found at the path in its `csvFile`; without it nothing is said about that file.
 */
export function lintScenario(text: string, messages: Messages = new Messages(), traffic?: TrafficFile): LintedScenario {
  const document = { ...readScenarioText(text, traffic), dialect: "scenario" as const };
  return { document, findings: document.mistakes.map((mistake) => schemaFinding(SCENARIO_RULE, mistake, messages)) };
}
