import type { Evaluation } from "../../config/evaluation.js";
import type { Scenario } from "./scenario.js";

/** Something of a configuration that the model leaves out or simplifies, and what that does to the numbers. */
export interface Approximation {
  /** The setting; absent when it is about the model as a whole. */
  readonly key?: string;
  readonly text: string;
}

/** What of this configuration and scenario the model does not do as the real client; docs/simulation.md lists them all. */
export function approximationsOf(evaluation: Evaluation, scenario: Scenario): readonly Approximation[] {
  const text = (key: string): string => evaluation.values.get(key)?.text ?? "";
  const found: Approximation[] = [];
  const add = (key: string, what: string): void => void found.push({ key, text: what });
  for (const key of evaluation.unresolved) add(key, "a config provider supplies the value; the default was used");
  if (text("compression.type") !== "none" && text("compression.type") !== "")
    add("compression.type", "not simulated: batches hold and send uncompressed bytes, and compressing costs nothing");
  if (text("transactional.id") !== "")
    add("transactional.id", "transactions are not simulated: records are sent as by an idempotent producer");
  if (text("partitioner.class") !== "" && evaluation.given.has("partitioner.class"))
    add("partitioner.class", "not simulated: the release's default partitioner was used");
  if (text("partitioner.ignore.keys") === "true" && scenario.workload.keys.kind !== "none")
    add("partitioner.ignore.keys", "not simulated: keys decide the partition");
  if (text("interceptor.classes") !== "") add("interceptor.classes", "interceptors cost nothing and change nothing");
  found.push({
    text: "machine and network costs are the scenario's, not measured on yours: compare runs rather than trust absolute times",
  });
  return found;
}
