import { readSchemaText, type SchemaText } from "../../schema/schema-text.js";
import { readScenario } from "./read-scenario.js";
import type { Scenario } from "./scenario.js";
import { SCENARIO_SCHEMA } from "./scenario-schema.js";
import { isUnreadTraffic, trafficMistakes, withTraffic, type TrafficFile } from "./traffic-file.js";

/** A scenario as a text. */
export interface ScenarioText extends SchemaText {
  /** Absent when there are mistakes, and when it names a traffic file that nobody has looked for. */
  readonly scenario: Scenario | undefined;
}

/**
 * Reads a scenario in YAML or JSON. Without text it is the default. `traffic`: what somebody has found at its `csvFile`; without it
 * nothing is said about that file. Never throws.
 */
export function readScenarioText(text: string, traffic?: TrafficFile): ScenarioText {
  let found: Scenario | undefined;
  const document = readSchemaText(text, SCENARIO_SCHEMA, (value) => {
    const { scenario, mistakes = [] } = readScenario(withTraffic(value, traffic));
    found = scenario;
    return [...trafficMistakes(value, traffic), ...mistakes.filter((mistake) => !isUnreadTraffic(mistake))];
  });
  return { ...document, scenario: document.mistakes.length > 0 ? undefined : found };
}
