// What the tests of findings about the simulation share.
import { simulateText } from "../../server/src/core/report/simulate.js";
import type { SimulatedResult } from "../../server/src/core/simulation/result/result.js";

const SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";

/** What every file of the findings begins with (`B:`). */
export const BASE = `bootstrap.servers=127.0.0.1:9092,127.0.0.2:9092\nkey.serializer=${SERIALIZER}\nvalue.serializer=${SERIALIZER}\n`;

/** Simulates `BASE` and more lines with a release in a scenario. */
export function simulated(version: string, lines: readonly string[], scenario: unknown, seed = 1): SimulatedResult {
  const text = `# ackwise-kafka-version: ${version}\n${BASE}${lines.join("\n")}\n`;
  const result = simulateText(text, scenario, { checksInvariants: true, seed });
  if (result.outcome !== "simulated") throw new Error(JSON.stringify(result));
  return result;
}

/** Records that failed, by exception. */
export function failuresOf({ failures }: SimulatedResult): Record<string, number> {
  return Object.fromEntries(failures.map(({ exception, records }) => [exception, records]));
}
