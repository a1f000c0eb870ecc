import { readSchemaText, type SchemaText } from "../../schema/schema-text.js";
import { readScenario } from "./read-scenario.js";
import type { Scenario } from "./scenario.js";
import { SCENARIO_SCHEMA } from "./scenario-schema.js";

/** A scenario as a text. */
export interface ScenarioText extends SchemaText {
  /** Absent when there are mistakes. */
  readonly scenario: Scenario | undefined;
}

/** Reads a scenario in YAML or JSON. Without text it is the default. Never throws. */
export function readScenarioText(text: string): ScenarioText {
  let found: Scenario | undefined;
  const document = readSchemaText(text, SCENARIO_SCHEMA, (value) => {
    const { scenario, mistakes = [] } = readScenario(value);
    found = scenario;
    return mistakes;
  });
  return { ...document, scenario: document.mistakes.length > 0 ? undefined : found };
}
