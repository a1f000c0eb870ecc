import { PHRASE_TEXTS } from "../../messages/phrase-texts.js";
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
  for (const key of evaluation.unresolved) add(key, PHRASE_TEXTS["approximation/placeholder"]);
  for (const key of ["compression.gzip.level", "compression.lz4.level", "compression.zstd.level"]) {
    if (evaluation.given.has(key) && key.split(".")[1] === text("compression.type"))
      add(key, PHRASE_TEXTS["approximation/level"]);
  }
  if (partitionerChoice(evaluation) === undefined) add("partitioner.class", PHRASE_TEXTS["approximation/partitioner"]);
  if (text("partitioner.rack.aware") === "true") add("partitioner.rack.aware", PHRASE_TEXTS["approximation/racks"]);
  if (text("interceptor.classes") !== "") add("interceptor.classes", PHRASE_TEXTS["approximation/interceptors"]);
  found.push({
    text: PHRASE_TEXTS["approximation/costs"],
  });
  return found;
}
