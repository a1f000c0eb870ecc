import type { Cluster } from "../cluster/cluster.js";
import type { ModelCosts } from "../cluster/costs.js";
import type { Ledger } from "../cluster/ledger.js";
import type { EventQueue } from "../engine/event-queue.js";
import type { PartitionerPlan } from "../partitioning/keyless.js";
import type { ProducerSettings, ReleaseNumber } from "../producer/settings.js";
import type { ArrivalSourcePlan } from "../workload/arrival-source.js";
import type { KeyPlan } from "../workload/keys.js";
import type { ValueSizes } from "../workload/value-sizes.js";
import type { TransactionPlan } from "./transaction-plan.js";
import type { Consumers } from "./consumers.js";
import type { Exposure } from "./exposure.js";
import type { SimulationObserver } from "./observer.js";
import type { Statistics } from "./statistics.js";
import type { HeaderPlan } from "./workload-records.js";

/** A topic of several, and its part of the records. */
export interface TopicLoad {
  readonly topic: string;
  /** Of all records, from 0 to 1. */
  readonly share: number;
  readonly values: ValueSizes;
  readonly keys: KeyPlan;
}

/** One producer instance and the application that feeds it. */
export interface ClientPlan {
  readonly release: ReleaseNumber;
  readonly settings: ProducerSettings;
  readonly adaptivePartitioning: boolean;
  /** partitioner.class and partitioner.ignore.keys; without it neither is set. */
  readonly partitioner?: PartitionerPlan;
  readonly topic: string;
  /** Several topics, `topic` with `values` and `keys` being the first; chance chooses one for each record. */
  readonly topics?: readonly TopicLoad[];
  readonly arrivals: ArrivalSourcePlan;
  readonly values: ValueSizes;
  readonly keys: KeyPlan;
  /** Without it records have no headers. */
  readonly headers?: HeaderPlan;
  /** Waits for every callback before the next send. */
  readonly synchronous: boolean;
  /** Sends at most so many records. */
  readonly records: number;
  /** What compression costs for every byte not compressed: the application in send(), and a broker that looks into batches. */
  readonly compressionCosts?: { readonly sendPerByteUs: number; readonly brokerPerByteUs: number };
  /** Application threads that share the producer and take records as they are free; without it one. */
  readonly threads?: number;
  /** `cold`: the producer is made at the start, and the first record pays for connections, producer id and metadata. */
  readonly start?: "warm" | "cold";
  /** The application works in transactions; without it, or without transactional.id, it does not. */
  readonly transaction?: TransactionPlan;
  /** Each thread calls flush() after so many records. */
  readonly flushEvery?: number;
  /** close(timeout) is called at this time. */
  readonly close?: { readonly atUs: number; readonly timeoutMs: number };
}

/** What clients share. */
export interface World {
  readonly queue: EventQueue;
  readonly costs: ModelCosts;
  readonly cluster: Cluster;
  readonly ledger: Ledger;
  readonly statistics: Statistics;
  readonly consumers: Consumers;
  readonly exposure: Exposure;
  readonly seed: number;
  /** Hears what happens, for a trace. */
  readonly observer?: SimulationObserver | undefined;
  /** No record arrives from here on. */
  readonly endUs: number;
}
