import type { KeyPlan } from "../workload/keys.js";
import type { Compressibility } from "./compression-table.js";
import type { Scenario, ScenarioSizes, ScenarioTopic } from "./scenario.js";

/** A topic with what is sent to it. */
export interface TopicInScenario extends ScenarioTopic {
  /** Of all records, from 0 to 1. */
  readonly share: number;
  readonly valueBytes: ScenarioSizes;
  readonly keys: KeyPlan;
  readonly compressibility: Compressibility;
  readonly compressionRatio?: number;
}

/** The topics of a scenario, one or several, in which nothing is left open. */
export function topicsOf({ topic, topics, workload }: Scenario): readonly TopicInScenario[] {
  const { valueBytes, keys, compressibility, compressionRatio } = workload;
  const ratio = compressionRatio === undefined ? {} : { compressionRatio };
  const base = { ...topic, valueBytes, keys, compressibility };
  if (topics === undefined) return [{ ...base, ...ratio, share: 1 }];
  const shares = topics.reduce((sum, { share = 1 }) => sum + share, 0);
  return topics.map(({ share = 1, ...own }) => {
    const { replicationFactor = topic.replicationFactor } = own;
    return {
      ...base,
      minInsyncReplicas: Math.min(topic.minInsyncReplicas, replicationFactor),
      ...(own.compressibility === undefined ? ratio : {}),
      ...own,
      share: share / shares,
    };
  });
}
