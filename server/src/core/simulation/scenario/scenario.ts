// The types of schemas/scenario.schema.json, with its defaults filled in. docs/simulation.md explains each part.
import type { ModelCosts } from "../cluster/costs.js";
import type { Party } from "../cluster/network.js";
import type { KeyPlan } from "../workload/keys.js";
import type { RateStep } from "../workload/recorded-rates.js";
import type { Compressibility } from "./compression-table.js";

/** Records per second over time, of each producer. */
export type ScenarioArrivals =
  | { readonly kind: "constant"; readonly perSecond: number }
  | {
      readonly kind: "burst";
      readonly perSecond: number;
      readonly betweenPerSecond: number;
      readonly burstMs: number;
      readonly everyMs: number;
    }
  | { readonly kind: "ramp"; readonly fromPerSecond: number; readonly toPerSecond: number; readonly overMs?: number }
  | {
      readonly kind: "diurnal";
      readonly leastPerSecond: number;
      readonly mostPerSecond: number;
      readonly dayMs?: number;
    }
  | { readonly kind: "perf-test"; readonly perSecond: number }
  | (FromFile & { readonly kind: "recorded"; readonly everyMs?: number })
  | (FromFile & { readonly kind: "steps"; readonly steps?: readonly RateStep[] });

/** With `csvFile` alone the file has not been read yet: `csv` is what stands in it. */
interface FromFile {
  readonly csv?: string;
  readonly csvFile?: string;
}

/** What goes wrong: `kind`, when, and what the kind needs; schemas/scenario.schema.json explains each. */
export type ScenarioFault =
  | CrashInScenario
  | (At<"restart"> & { readonly broker: number; readonly downMs: number })
  | (At<"rolling-restart"> & { readonly downMs: number; readonly everyMs: number })
  | (At<"hang" | "lost-answers" | "disk-stall" | "replication-stall"> & ForAWhile & { readonly broker: number })
  | (At<"slow"> & ForAWhile & { readonly broker: number; readonly byMs: number })
  | (At<"reset"> & { readonly broker: number })
  | (At<"cut"> & ForAWhile & { readonly between: readonly [Party, Party] })
  | (At<"controller-failover"> & ForAWhile)
  | (At<"producer-pause"> & ForAWhile & { readonly producer: number })
  | (At<"idle-drop"> & { readonly afterMs: number; readonly answer: "silence" | "reset" })
  | (At<"second-instance"> & { readonly producer: number })
  | At<"move-leaders" | "preferred-leaders">;

interface At<Kind> {
  readonly kind: Kind;
  readonly atMs: number;
}

interface ForAWhile {
  readonly forMs: number;
}

interface CrashInScenario extends At<"crash"> {
  readonly broker: number;
  readonly electionMs?: number;
  readonly restartMs?: number;
  readonly replicationStallMs?: number;
}

/** Sizes of values in bytes. */
export interface ScenarioSizes {
  readonly min: number;
  readonly max: number;
  /** With both, sizes are log-normal within min and max. */
  readonly median?: number;
  readonly p99?: number;
}

/** A topic of the cluster. */
export interface ScenarioTopic {
  readonly name: string;
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly minInsyncReplicas: number;
  readonly maxMessageBytes?: number;
}

/** One of several topics, as it is written. */
export interface ScenarioTopicOfSeveral extends Partial<ScenarioTopic> {
  readonly name: string;
  /** Compared with the shares of the others; 1 by default. */
  readonly share?: number;
  readonly valueBytes?: ScenarioSizes;
  readonly keys?: KeyPlan;
  readonly compressibility?: Compressibility;
  readonly compressionRatio?: number;
}

/** A scenario in which nothing is left open. */
export interface Scenario {
  readonly name: string;
  readonly durationMs: number;
  readonly drainMs: number;
  readonly sampleMs?: number;
  readonly workload: {
    readonly producers: number;
    readonly arrivals: ScenarioArrivals;
    readonly spacing: "poisson" | "even";
    readonly records?: number;
    readonly valueBytes: ScenarioSizes;
    /** What compression can make of the values. */
    readonly compressibility: Compressibility;
    readonly compressionRatio?: number;
    readonly headers: { readonly count: number; readonly encodedBytes: number };
    readonly keys: KeyPlan;
    readonly sending: "async" | "sync";
    readonly threads: number;
    readonly start: "warm" | "cold";
    readonly flushEvery?: number;
    /** When the application commits, where the file has a transactional.id. */
    readonly transaction?: { readonly records?: number; readonly everyMs?: number; readonly offsets?: boolean };
    readonly closeAtMs?: number;
    readonly closeTimeoutMs: number;
  };
  readonly topic: ScenarioTopic;
  /** Instead of `topic`, which then says what they leave out; see `topicsOf`. */
  readonly topics?: readonly ScenarioTopicOfSeveral[];
  readonly cluster: {
    readonly brokers: number;
    readonly clientRttMs: number;
    readonly brokerRttMs: number;
    readonly consumerRttMs?: number;
    readonly bandwidthMbitPerSecond: number;
    readonly jitterMs: number;
    readonly lossRate: number;
    /** Without it the newest; what follows from it is in broker-release.ts. */
    readonly brokerVersion?: string;
    readonly controller?: "kraft" | "zookeeper";
    readonly sessionTimeoutMs?: number;
    readonly replicaLagTimeMaxMs?: number;
    readonly messageMaxBytes: number;
    /** connections.max.idle.ms of the brokers. */
    readonly connectionsMaxIdleMs: number;
    readonly uncleanLeaderElection: boolean;
    readonly producerBytesPerSecond?: number;
    /** The feature transaction.version of the brokers. */
    readonly transactionVersion?: 1 | 2;
    readonly costs: Partial<ModelCosts> & {
      /** What a codec costs by raw byte; without them what was measured of it. */
      readonly compressPerByteUs?: number;
      readonly decompressPerByteUs?: number;
      /** What the processors have to do for a new connection; without it typical values of TLS and login. */
      readonly connectUs?: number;
    };
  };
  readonly faults: readonly ScenarioFault[];
  readonly limits: { readonly records: number; readonly events: number };
}

/** What somebody may write: any part may be left out. */
export type ScenarioInput = string | PartOf<Scenario & { readonly extends: string }>;

type PartOf<T> = T extends readonly (infer Item)[]
  ? readonly Item[]
  : T extends { readonly kind: string }
    ? KindPart<T>
    : T extends object
      ? { readonly [Name in keyof T]?: Written<Name, T[Name]> }
      : T;

/** Names of numbers that may be written with a unit: `5ms`, `16 KiB`, `10k/s`. */
type NameWithUnit = `${string}${"Ms" | "Us" | "Bytes" | "PerSecond"}` | "perSecond" | "min" | "max" | "median" | "p99";

type Written<Name, Value> = Name extends NameWithUnit
  ? PartOf<Value> | (number extends Value ? string : never)
  : PartOf<Value>;

/** Of alternatives the kind must be there, and what has no default. */
type KindPart<T extends { readonly kind: string }> = { readonly kind: T["kind"] } & {
  readonly [Name in keyof Omit<T, "kind">]?: Written<Name, T[Name]>;
};
