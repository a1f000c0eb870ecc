import type { SayWhatIf } from "../../messages/what-if-texts.js";
import type { SimulatedResult } from "../../simulation/result/result.js";
import { brokerReleaseOf } from "../../simulation/scenario/broker-release.js";
import type { ScenarioFault } from "../../simulation/scenario/scenario.js";
import { isOverloaded } from "./keeping-up.js";
import { bytesText, short, timeText } from "./quantities.js";

/** Nobody asks why records are late when they are not by so much. */
const WORTH_ASKING_MS = 50;
/** More reasons confuse. */
const MOST_FAULTS = 3;

/** Why records are late, or more than can leave: what went wrong, or what limits the rate. */
export function paceReasons(say: SayWhatIf, result: SimulatedResult): readonly string[] {
  const isOver = isOverloaded(result);
  const limits = isOver || isSaturated(result) ? limitSentences(say, result, isOver) : [];
  const faults = result.schedule.lateMs.p999 < WORTH_ASKING_MS ? [] : faultSentences(say, result);
  return [...limits, ...faults];
}

function faultSentences(say: SayWhatIf, result: SimulatedResult): readonly string[] {
  const told = result.scenario.faults.flatMap((fault) => faultReason(say, result, fault) ?? []);
  return [...new Set(told)].slice(0, MOST_FAULTS);
}

/** What a fault does to latency; undefined where it does nothing to it. */
function faultReason(
  say: SayWhatIf,
  { settings, scenario }: SimulatedResult,
  fault: ScenarioFault,
): string | undefined {
  const isAll = settings["acks"] === "all";
  const { sessionTimeoutMs, replicaLagTimeMaxMs } = brokerReleaseOf(scenario);
  const data = {
    broker: "broker" in fault ? fault.broker : "",
    ms: "forMs" in fault ? timeText(fault.forMs) : "",
    session: timeText(sessionTimeoutMs),
    lag: replicaLagTimeMaxMs,
    request: String(settings["request.timeout.ms"] ?? ""),
  };
  switch (fault.kind) {
    case "crash":
      return say(isAll ? "why/late-crash-all" : "why/late-crash", data);
    case "restart":
    case "rolling-restart":
      return say("why/late-restart");
    case "replication-stall":
      return isAll ? say("why/late-replication-stall", data) : undefined;
    case "hang":
      return say(isAll ? "why/late-hang-all" : "why/late-hang", data);
    case "lost-answers":
    case "disk-stall":
    case "reset":
    case "controller-failover":
      return say(`why/late-${fault.kind}`, data);
    case "slow":
      return say("why/late-slow", { ...data, by: timeText(fault.byMs) });
    case "cut":
      return say("why/late-cut", { ...data, between: fault.between.join(" – ") });
    case "producer-pause":
      return say("why/late-producer-pause", { ...data, producer: fault.producer });
    case "move-leaders":
    case "preferred-leaders":
      return say("why/late-move");
    default:
      return undefined;
  }
}

/** Batches wait for the requests before them far longer than linger.ms, and nothing is wrong. */
function isSaturated({ batches, settings, scenario }: SimulatedResult): boolean {
  const lingerMs = Number(settings["linger.ms"] ?? 0);
  return scenario.faults.length === 0 && batches.queueMs.mean > 1.2 * lingerMs + 1;
}

/** What limits the rate: a quota, threads that wait for answers, the sending thread, or the requests in flight. */
function limitSentences(say: SayWhatIf, result: SimulatedResult, isOver: boolean): readonly string[] {
  const { scenario, settings, schedule, latencyMs, blockedMs, requests, throughput } = result;
  const { workload, cluster } = scenario;
  const rate = short(throughput.recordsPerSecond);
  const quota = cluster.producerBytesPerSecond;
  const bytesPerSecond = requests.count === 0 ? 0 : (requests.bytes / requests.count) * requests.perSecond;
  if (quota !== undefined && bytesPerSecond > 0.5 * quota * workload.producers)
    return [say("why/limit-quota", { quota: `${bytesText(quota)}/s`, rate })];
  if (workload.sending === "sync") {
    if (!isOver) return [];
    const threads = workload.threads * workload.producers;
    return [say("why/limit-sync", { threads, ms: timeText(latencyMs.mean), rate })];
  }
  const isThread = isOver && blockedMs.p99 < 1 && schedule.lateMs.p99 > 2 * latencyMs.p99;
  if (isThread) return [say("why/limit-thread", { codec: String(settings["compression.type"] ?? "none"), rate })];
  const inFlight = Number(settings["max.in.flight.requests.per.connection"] ?? 0);
  const limit = (inFlight * 1_000) / Math.max(0.001, requests.latencyMs.mean);
  return [
    say("why/limit-in-flight", {
      inFlight,
      ms: timeText(requests.latencyMs.mean),
      limit: short(limit),
      records: short(requests.recordsMean),
    }),
  ];
}
