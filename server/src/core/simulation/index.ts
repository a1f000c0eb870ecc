// The door of the room: scripts (facts/producer-script.md) and whole simulations.
export { runProducerScript } from "./script/run-producer-script.js";
export type {
  ProducerScript,
  ProducerTrace,
  ScriptError,
  ScriptErrorCode,
  ScriptRefusal,
  TraceEvent,
} from "./script/script.js";
export { settingsFromScript } from "./script/settings-from-script.js";
export { behaviourOf, parseRelease, type ProducerSettings, type ReleaseNumber } from "./producer/settings.js";
export { FREE_COSTS, LOCAL_COSTS, type ModelCosts } from "./cluster/costs.js";
export { DEFAULT_CLUSTER, type ClusterSettings } from "./cluster/settings.js";
export type { Party } from "./cluster/network.js";
export type { TopicPlan } from "./cluster/cluster.js";
export type { RecordFates } from "./cluster/ledger.js";
export { burstRate, constantRate, type ArrivalPlan, type RatePiece } from "./workload/arrivals.js";
export { diurnalRate, rampRate } from "./workload/rates.js";
export type { ArrivalSourcePlan, PerfTestPlan } from "./workload/arrival-source.js";
export { readRecording, type RecordedArrivalPlan, type Recording, type RecordingError } from "./workload/recorded.js";
export type { ValueSizes } from "./workload/value-sizes.js";
export type { HeaderPlan } from "./full/workload-records.js";
export type { KeyPlan } from "./workload/keys.js";
export type { ClientPlan } from "./full/client.js";
export type { Fault } from "./full/faults.js";
export { runSimulation, SimulationRun, type SimulationPlan, type SimulationResult } from "./full/simulation.js";
export type { LatencyStage, Statistics } from "./full/statistics.js";
