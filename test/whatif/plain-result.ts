import { simulateText } from "../../server/src/core/report/simulate.js";
import type { SimulatedResult } from "../../server/src/core/simulation/result/result.js";

const SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";
/** A text that every release starts with. */
export const PLAIN_TEXT = `bootstrap.servers=127.0.0.1:9092\nkey.serializer=${SERIALIZER}\nvalue.serializer=${SERIALIZER}\n`;

/** The result of a short simulation, to be altered by tests. */
export function plainResult(): SimulatedResult {
  const result = simulateText(PLAIN_TEXT, { durationMs: 5 });
  if (result.outcome !== "simulated") throw new Error(result.outcome);
  return result;
}
