import type { Evaluation } from "../../config/evaluation.js";
import { LOCAL_COSTS, type ModelCosts } from "../cluster/costs.js";
import type { ClusterSettings } from "../cluster/settings.js";
import type { TopicPlan } from "../cluster/cluster.js";
import type { ClientPlan, TopicLoad } from "../full/client-plan.js";
import type { SimulationPlan } from "../full/simulation.js";
import { parseRelease } from "../producer/settings.js";
import type { ArrivalSourcePlan } from "../workload/arrival-source.js";
import type { ValueSizes } from "../workload/value-sizes.js";
import { readRecording } from "../workload/recorded.js";
import { brokerSettingsOf } from "./broker-release.js";
import { arrivalPieces } from "./arrival-pieces.js";
import { handshakeOf } from "./handshake.js";
import { compressionOf, partitionerOf, transactionOf } from "./client-settings.js";
import type { Scenario } from "./scenario.js";
import { topicsOf, type TopicInScenario } from "./topics.js";
import { valueSizesOf } from "./value-bytes.js";
import { faultOf } from "./fault-of.js";
import { connectionTimes, settingsOfEvaluation } from "./settings.js";

/** Samples of the time series within the time in which records arrive, unless the scenario says how wide they are. */
const SAMPLES = 100;

/** The plan that simulates a configuration in a scenario; the configuration must be one that the client starts with. */
export function planOf(evaluation: Evaluation, scenario: Scenario, seed: number): SimulationPlan {
  const { durationMs, drainMs, cluster, workload, faults, limits } = scenario;
  const producer = clientPlanOf(evaluation, scenario);
  const transactions = transactionOf(evaluation, producer.release, scenario);
  const withTransactions = (plan: ClientPlan, number: number): ClientPlan => {
    if (transactions === undefined) return plan;
    const { coordinatorOf, ...transaction } = transactions;
    return { ...plan, transaction: { ...transaction, coordinator: coordinatorOf(number) } };
  };
  return {
    seed,
    durationUs: durationMs * 1_000,
    drainUs: drainMs * 1_000,
    brokers: cluster.brokers,
    topics: topicsOf(scenario).map(topicPlanOf),
    producers: Array.from({ length: workload.producers }, (_, number) => withTransactions(producer, number)),
    costs: costsOf(scenario),
    ...(cluster.consumerRttMs === undefined ? {} : { consumerRttUs: cluster.consumerRttMs * 1_000 }),
    cluster: clusterOf(scenario),
    faults: faults.map(faultOf),
    sampleUs: (scenario.sampleMs ?? Math.max(1, Math.ceil(durationMs / SAMPLES))) * 1_000,
    limits,
  };
}

/** What the scenario says of machines and network, over the starting values of the model. */
export function costsOf({ cluster }: Scenario): ModelCosts {
  return {
    ...LOCAL_COSTS,
    ...cluster.costs,
    clientRttUs: cluster.clientRttMs * 1_000,
    brokerRttUs: cluster.brokerRttMs * 1_000,
    bandwidthBytesPerUs: cluster.bandwidthMbitPerSecond / 8,
  };
}

function clusterOf(scenario: Scenario): Partial<ClusterSettings> {
  const { cluster } = scenario;
  return {
    ...brokerSettingsOf(scenario),
    maxMessageBytes: cluster.messageMaxBytes,
    connectionsMaxIdleUs: cluster.connectionsMaxIdleMs * 1_000,
    uncleanElection: cluster.uncleanLeaderElection,
    producerBytesPerSecond: cluster.producerBytesPerSecond ?? Infinity,
    jitterUs: cluster.jitterMs * 1_000,
    lossRate: cluster.lossRate,
  };
}

function topicPlanOf(topic: TopicInScenario): TopicPlan {
  const { name, partitions, replicationFactor, minInsyncReplicas, maxMessageBytes } = topic;
  const plan = { name, partitions, replicationFactor, minInsyncReplicas };
  return maxMessageBytes === undefined ? plan : { ...plan, maxMessageBytes };
}

/** What goes to the topics; with several, chance chooses one for each record. */
function loadsOf(
  scenario: Scenario,
  recorded: ValueSizes | undefined,
): Pick<ClientPlan, "topic" | "values" | "keys" | "topics"> {
  const loads = topicsOf(scenario).map(({ name, share, valueBytes, keys }): TopicLoad => ({
    topic: name,
    share,
    values: recorded ?? valueSizesOf(valueBytes),
    keys,
  }));
  const [first] = loads;
  if (first === undefined) throw new RangeError("a scenario has a topic");
  const { topic, values, keys } = first;
  return { topic, values, keys, ...(loads.length === 1 ? {} : { topics: loads }) };
}

/** When records arrive, and how large they are where a recording says so. */
function sourcesOf(scenario: Scenario): { readonly arrivals: ArrivalSourcePlan; readonly recorded?: ValueSizes } {
  const { arrivals, spacing } = scenario.workload;
  if (arrivals.kind === "perf-test") return { arrivals: { spacing: "perf-test", perSecond: arrivals.perSecond } };
  if (arrivals.kind !== "recorded") return { arrivals: { spacing, pieces: arrivalPieces(scenario) } };
  const recording = readRecording(arrivals.csv ?? "");
  if ("code" in recording) throw new RangeError(`recording: ${recording.code}`);
  const { timesUs, valueBytes: recordedBytes } = recording;
  const every = arrivals.everyMs === undefined ? {} : { everyUs: arrivals.everyMs * 1_000 };
  return {
    arrivals: { spacing: "recorded", timesUs, ...every },
    ...(recordedBytes.length > 0 ? { recorded: { recordedBytes } } : {}),
  };
}

function clientPlanOf(evaluation: Evaluation, scenario: Scenario): ClientPlan {
  const { workload } = scenario;
  const { arrivals, recorded } = sourcesOf(scenario);
  const release = parseRelease(evaluation.catalog.version.text);
  if (release === undefined) throw new RangeError(`release ${evaluation.catalog.version.text}`);
  const { compression, compressionCosts } = compressionOf(evaluation, scenario);
  return {
    release,
    settings: {
      ...settingsOfEvaluation(evaluation),
      ...connectionTimes(evaluation),
      ...handshakeOf(evaluation, scenario),
      ...(compression === undefined ? {} : { compression }),
    },
    ...(compressionCosts === undefined ? {} : { compressionCosts }),
    adaptivePartitioning: evaluation.values.get("partitioner.adaptive.partitioning.enable")?.value !== false,
    partitioner: partitionerOf(evaluation),
    arrivals,
    ...loadsOf(scenario, recorded),
    headers: workload.headers,
    synchronous: workload.sending === "sync",
    records: workload.records ?? Infinity,
    threads: workload.threads,
    start: workload.start,
    ...(workload.flushEvery === undefined ? {} : { flushEvery: workload.flushEvery }),
    ...(workload.closeAtMs === undefined
      ? {}
      : { close: { atUs: workload.closeAtMs * 1_000, timeoutMs: workload.closeTimeoutMs } }),
  };
}
