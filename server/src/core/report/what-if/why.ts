import type { SayWhatIf, WhatIfTextId } from "../../messages/what-if-texts.js";
import type { SimulatedResult } from "../../simulation/result/result.js";
import { isAtLeast, parseRelease } from "../../simulation/producer/settings.js";
import type { KeyPlan } from "../../simulation/workload/keys.js";
import { topicsOf } from "../../simulation/scenario/topics.js";
import { meanValueBytes } from "../../simulation/scenario/value-bytes.js";
import { recordsText } from "./harm.js";
import { bytesText, percentText, short, timeText } from "./quantities.js";
import { harmSentences } from "./why-harm.js";
import { paceReasons } from "./why-late.js";

/** A stage that takes less than this share of the mean latency is not worth a sentence. */
const WORTH_TELLING = 0.15;
/** Batches that leave fuller than this need no explanation. */
const FULL_ENOUGH = 0.75;

/** Sentences that name the mechanism behind the numbers of a run, the most important first. */
export function whySentences(say: SayWhatIf, result: SimulatedResult): readonly string[] {
  return [
    ...harmSentences(say, result),
    ...paceReasons(say, result),
    ...latencySentences(say, result),
    ...commitSentences(say, result),
    ...batchSentences(say, result),
  ];
}

/** What transactions cost. */
function commitSentences(say: SayWhatIf, { transactions, simulatedMs, scenario }: SimulatedResult): string[] {
  if (transactions === undefined || simulatedMs === 0) return [];
  const { commitMs } = transactions;
  const share = (commitMs.count * commitMs.mean) / (simulatedMs * scenario.workload.producers);
  if (share < WORTH_TELLING) return [];
  return [say("why/commit", { share: percentText(share), ms: timeText(commitMs.mean) })];
}

/** Which stages make up the latency. */
function latencySentences(say: SayWhatIf, result: SimulatedResult): string[] {
  const { stagesMs, latencyMs, settings, buffer, retriedRecords } = result;
  if (latencyMs.mean === 0) return [];
  const lingerMs = Number(settings["linger.ms"] ?? 0);
  const told: { readonly ms: number; readonly text: string }[] = [];
  const tell = (ms: number, text: string): void => {
    if (ms / latencyMs.mean >= WORTH_TELLING) told.push({ ms, text });
  };
  const { batch, blocked, replication, retry, brokerQueue, request, response } = stagesMs;
  const waits = { ms: timeText(batch.mean), share: percentText(batch.mean / latencyMs.mean), linger: lingerMs };
  tell(batch.mean, say(batchReason(result, lingerMs), waits));
  tell(blocked.mean, say("why/blocked", { ms: timeText(blocked.mean), memory: bytesText(buffer.totalBytes) }));
  tell(replication.mean, say("why/replication", { ms: timeText(replication.mean) }));
  tell(retry.mean, say("why/retry", { ms: timeText(retry.mean), count: recordsText(say, retriedRecords) }));
  tell(brokerQueue.mean, say("why/broker-queue", { ms: timeText(brokerQueue.mean) }));
  tell(request.mean + response.mean, say("why/network", { ms: timeText(request.mean + response.mean) }));
  return told.sort((a, b) => b.ms - a.ms).map(({ text }) => text);
}

/** Why records wait in batches: they fill up first, or linger.ms ends first, or they are ready and cannot leave. */
function batchReason({ batches }: SimulatedResult, lingerMs: number): WhatIfTextId {
  if (batches.queueMs.mean > lingerMs * 1.2 + 1) return "why/batch-busy";
  const isLinger = lingerMs > 0 && batches.fill < FULL_ENOUGH && batches.queueMs.mean >= 0.6 * lingerMs;
  return isLinger ? "why/batch-linger" : "why/batch-fills";
}

/** Why batches are as full as they are. */
function batchSentences(say: SayWhatIf, result: SimulatedResult): string[] {
  const { batches, throughput, scenario, settings } = result;
  if (batches.count === 0 || batches.fill >= FULL_ENOUGH) return [];
  const { workload } = scenario;
  const topics = topicsOf(scenario);
  const lingerMs = Number(settings["linger.ms"] ?? 0);
  const batchSizeBytes = Number(settings["batch.size"] ?? 0);
  const isSticky = topics.every(({ keys }) => sticksToPartition(keys, result));
  // Records whose keys do not count go to one partition of a topic at a time, so that one batch gets all of them.
  const filled = topics.reduce((sum, topic) => sum + (sticksToPartition(topic.keys, result) ? 1 : topic.partitions), 0);
  const filledAtOnce = workload.producers * filled;
  const arrivingBytes = (throughput.recordsPerSecond / filledAtOnce) * (lingerMs / 1_000) * meanValueBytes(scenario);
  const data = {
    fill: percentText(batches.fill),
    perSecond: short(throughput.recordsPerSecond),
    partitions: filled,
    bytes: bytesText(arrivingBytes),
    linger: lingerMs,
    batchSize: bytesText(batchSizeBytes),
  };
  if (lingerMs === 0) return [say("why/fill-at-once", data)];
  const sticky = topics.some(({ keys }) => keys.kind !== "none") ? "why/fill-keys-ignored" : "why/fill-sticky";
  if (arrivingBytes < batchSizeBytes) return [say(isSticky ? sticky : "why/fill", data)];
  const isCompressed = (settings["compression.type"] ?? "none") !== "none";
  return [say(isSticky && isCompressed ? "why/fill-compressed" : "why/fill-siblings", data)];
}

/** Records go to one partition for a while: keys do not decide, and the partitioner is one that sticks (from 2.4 on). */
function sticksToPartition(keys: KeyPlan, { settings, kafkaVersion }: SimulatedResult): boolean {
  const chosen = String(settings["partitioner.class"] ?? "");
  if (chosen.endsWith(".RoundRobinPartitioner")) return false;
  if (chosen.endsWith(".UniformStickyPartitioner")) return true;
  const ignoresKeys = chosen === "" && settings["partitioner.ignore.keys"] === true;
  const release = parseRelease(kafkaVersion);
  return (keys.kind === "none" || ignoresKeys) && (release === undefined || isAtLeast(release, 2, 4));
}

/** What is different between two runs, beyond what the table says. */
export function whyDifferent(say: SayWhatIf, before: SimulatedResult, after: SimulatedResult): readonly string[] {
  const stages = Object.keys(before.stagesMs) as (keyof SimulatedResult["stagesMs"])[];
  const moved = stages
    .map((stage) => ({ stage, from: before.stagesMs[stage].mean, to: after.stagesMs[stage].mean }))
    .filter(({ from, to }) => Math.abs(to - from) >= WORTH_TELLING * Math.max(before.latencyMs.mean, 0.001))
    .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))
    .slice(0, 2)
    .map(({ stage, from, to }) =>
      say("why/compare-stage", { stage: capital(say(`stage/${stage}`)), before: timeText(from), after: timeText(to) }),
    );
  const [small, large] = [before.requests.recordsMean, after.requests.recordsMean];
  if (Math.abs(large - small) < 0.1 * small) return moved;
  const batches = say("why/compare-batches", {
    before: short(small),
    after: short(large),
    requestsBefore: short(before.requests.perSecond),
    requestsAfter: short(after.requests.perSecond),
  });
  return [...moved, batches];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
