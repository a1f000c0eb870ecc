import { PHRASE_TEXTS } from "../../messages/phrase-texts.js";
import { isMissing } from "../../config/assess.js";
import type { Evaluation } from "../../config/evaluation.js";
import { levelOf, partitionerChoice } from "./client-settings.js";
import type { Scenario } from "./scenario.js";
import { coverageOf } from "./setting-coverage.js";
import { isTransactional } from "./settings.js";
import { ZSTD_LEVELS } from "./compression-levels.js";

/** Something of a configuration that the model leaves out or simplifies, and what that does to the numbers. */
export interface Approximation {
  /** The setting; absent when it is about the model as a whole. */
  readonly key?: string;
  readonly text: string;
}

type LeftOutText = Extract<keyof typeof PHRASE_TEXTS, `left-out/${string}`>;

/** What of this configuration the model does not do as the real client; docs/simulation.md lists them all. */
export function approximationsOf(evaluation: Evaluation, scenario: Scenario): readonly Approximation[] {
  const text = (key: string): string => evaluation.values.get(key)?.text ?? "";
  const found: Approximation[] = [];
  const add = (key: string, what: string): void => void found.push({ key, text: what });
  for (const [key, { fallback }] of evaluation.templates)
    add(key, PHRASE_TEXTS[fallback === undefined ? "approximation/template" : "approximation/template-default"]);
  for (const key of evaluation.unresolved)
    if (!evaluation.templates.has(key)) add(key, PHRASE_TEXTS["approximation/placeholder"]);
  for (const failure of evaluation.failures)
    if (isMissing(failure, evaluation.given))
      add(
        failure.key,
        PHRASE_TEXTS[failure.key === "bootstrap.servers" ? "approximation/addresses" : "approximation/application"],
      );
  const codec = text("compression.type").trim().toLowerCase();
  const level = codec === "zstd" ? (levelOf(evaluation, codec) ?? 0) : 0;
  if (level < ZSTD_LEVELS.least) add("compression.zstd.level", PHRASE_TEXTS["approximation/zstd-below"]);
  if (level > ZSTD_LEVELS.most) add("compression.zstd.level", PHRASE_TEXTS["approximation/zstd-above"]);
  if (partitionerChoice(evaluation) === undefined) add("partitioner.class", PHRASE_TEXTS["approximation/partitioner"]);
  if (text("partitioner.rack.aware") === "true") add("partitioner.rack.aware", PHRASE_TEXTS["approximation/racks"]);
  if (allocatesIncrementally(evaluation))
    add("buffer.memory.allocation.strategy", PHRASE_TEXTS["approximation/incremental"]);
  if (text("interceptor.classes") !== "") add("interceptor.classes", PHRASE_TEXTS["approximation/interceptors"]);
  for (const key of evaluation.given.keys()) {
    const coverage = coverageOf(key);
    const isUsual = text(key) === evaluation.catalog.keys.get(key)?.defaultText;
    if (coverage?.startsWith("left-out/") === true && !isUsual) add(key, PHRASE_TEXTS[coverage as LeftOutText]);
  }
  const maxAgeMs = evaluation.values.get("metadata.max.age.ms")?.value;
  if (typeof maxAgeMs === "number" && maxAgeMs < scenario.durationMs)
    add("metadata.max.age.ms", PHRASE_TEXTS["approximation/metadata-age"]);
  const isFenced = scenario.faults.some(({ kind }) => kind === "second-instance");
  if (isFenced && !isTransactional(evaluation)) add("transactional.id", PHRASE_TEXTS["approximation/not-fenced"]);
  found.push({
    text: PHRASE_TEXTS["approximation/costs"],
  });
  return found;
}

/** With a batch.size below a chunk the client falls back to whole batches (KafkaProducer of 4.4, KIP-1332). */
function allocatesIncrementally({ values, adjustments }: Evaluation): boolean {
  const strategy = values.get("buffer.memory.allocation.strategy")?.text ?? "";
  return (
    strategy.toLowerCase() === "incremental" && !adjustments.some(({ code }) => code === "incremental-buffer-fallback")
  );
}
