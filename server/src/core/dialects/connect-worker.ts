import type { PropertiesEntry } from "../syntax/properties.js";
import type { ConfigEdits, WriteStep } from "./types.js";

/** What a Kafka Connect worker passes on to the producers of its connectors carries this prefix (Worker.baseProducerConfigs). */
export const WORKER_PREFIX = "producer.";

/** Whether keys are those of the file of a Kafka Connect worker (DistributedConfig, StandaloneConfig, WorkerConfig), not of a connector. */
export function isWorkerFile(entries: readonly PropertiesEntry[]): boolean {
  const keys = new Set(entries.map(({ key }) => key));
  if (keys.has("connector.class")) return false;
  const hasOffsets = keys.has("offset.storage.file.filename") || keys.has("offset.storage.topic");
  return hasOffsets || (keys.has("key.converter") && (keys.has("value.converter") || keys.has("plugin.path")));
}

/** Edits of a worker's file: new keys get the prefix. */
export function workerEdits(plain: ConfigEdits): ConfigEdits {
  const write = (steps: readonly WriteStep[]): ReturnType<ConfigEdits["write"]> => plain.write(steps.map(prefixed));
  return {
    ...plain,
    write,
    insert: (key, value, after) => write([{ kind: "insert", key, value, after }]),
    rename: (setting, key) => write([{ kind: "rename", setting, key }]),
  };
}

function prefixed(step: WriteStep): WriteStep {
  return step.kind === "insert" || step.kind === "rename" ? { ...step, key: WORKER_PREFIX + step.key } : step;
}
