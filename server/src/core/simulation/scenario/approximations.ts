import type { Evaluation } from "../../config/evaluation.js";
import { partitionerChoice } from "./client-settings.js";

/** Something of a configuration that the model leaves out or simplifies, and what that does to the numbers. */
export interface Approximation {
  /** The setting; absent when it is about the model as a whole. */
  readonly key?: string;
  readonly text: string;
}

/** What of this configuration the model does not do as the real client; docs/simulation.md lists them all. */
export function approximationsOf(evaluation: Evaluation): readonly Approximation[] {
  const text = (key: string): string => evaluation.values.get(key)?.text ?? "";
  const found: Approximation[] = [];
  const add = (key: string, what: string): void => void found.push({ key, text: what });
  for (const key of evaluation.unresolved) add(key, "a config provider supplies the value; the default was used");
  for (const key of ["compression.gzip.level", "compression.lz4.level", "compression.zstd.level"]) {
    if (evaluation.given.has(key) && key.split(".")[1] === text("compression.type"))
      add(key, "not simulated: ratio and costs are those of the codec's default level");
  }
  if (partitionerChoice(evaluation) === undefined)
    add("partitioner.class", "a class of your own is not simulated: the release's default partitioner was used");
  if (text("partitioner.rack.aware") === "true")
    add("partitioner.rack.aware", "not simulated: records go to partitions in all racks");
  if (text("interceptor.classes") !== "") add("interceptor.classes", "interceptors cost nothing and change nothing");
  found.push({
    text: "machine and network costs are the scenario's, not measured on yours: compare runs rather than trust absolute times",
  });
  return found;
}
