// Plans of simulations for tests: one producer, one topic, and what a test changes.
import { FREE_COSTS } from "../../server/src/core/simulation/cluster/costs.js";
import type { ClientPlan } from "../../server/src/core/simulation/full/client.js";
import type { SimulationPlan } from "../../server/src/core/simulation/full/simulation.js";
import { parseRelease } from "../../server/src/core/simulation/producer/settings.js";
import type { ScriptError } from "../../server/src/core/simulation/script/script.js";
import { settingsFromScript } from "../../server/src/core/simulation/script/settings-from-script.js";
import { constantRate } from "../../server/src/core/simulation/workload/arrivals.js";

const SECOND_US = 1_000_000;

/** A producer of 1,000-byte values without keys at a steady Poisson rate. */
export function producerPlan(
  version: string,
  config: Record<string, string>,
  perSecond: number,
  change: Partial<ClientPlan> = {},
): ClientPlan {
  const release = parseRelease(version);
  const errors: ScriptError[] = [];
  if (release === undefined) throw new Error(version);
  const settings = settingsFromScript(config, release, errors);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return {
    release,
    settings,
    adaptivePartitioning: true,
    topic: "t",
    arrivals: { pieces: constantRate(perSecond), spacing: "poisson" },
    values: { minBytes: 1_000, maxBytes: 1_000 },
    keys: { kind: "none" },
    synchronous: false,
    records: Infinity,
    ...change,
  };
}

/** A cluster in which nothing takes time, with one partition on one broker. */
export function simulationPlan(producers: readonly ClientPlan[], change: Partial<SimulationPlan> = {}): SimulationPlan {
  return {
    seed: 1,
    durationUs: 10 * SECOND_US,
    drainUs: 300 * SECOND_US,
    brokers: 1,
    topics: [{ name: "t", partitions: 1, replicationFactor: 1, minInsyncReplicas: 1 }],
    producers,
    costs: FREE_COSTS,
    sampleUs: 100_000,
    checksInvariants: true,
    ...change,
  };
}
