import type { TransactionCoordinator } from "../cluster/transaction-coordinator.js";
import type { EventQueue } from "../engine/event-queue.js";
import type { Producer } from "../producer/producer.js";
import type { SendingThread } from "./application-threads.js";
import type { CoordinatorHost, LinkWorld } from "./coordinator-link.js";
import type { Statistics } from "./statistics.js";

/** When the application commits: after so many records, so long after the first send of a transaction, or what comes first. */
export interface TransactionPlan {
  readonly records: number;
  readonly everyUs: number;
  /** 2: the brokers add partitions themselves, and every transaction has an epoch of its own (KIP-890, from 4.0 on both sides). */
  readonly version: 1 | 2;
  /** The coordinator raises epochs on request: brokers from 2.5 on (KIP-360). */
  readonly bumpsEpoch?: boolean;
  /** transaction.timeout.ms: the coordinator aborts what is older; without it never. */
  readonly timeoutUs?: number;
  /** Calls sendOffsetsToTransaction() before every commit. */
  readonly sendsOffsets?: boolean;
  /** Broker that coordinates, as long as it is there. */
  readonly coordinator: number;
}

/** What transactions need from their client. */
export interface TransactionHost extends CoordinatorHost {
  readonly producer: Producer;
  readonly thread: SendingThread;
  /** Records in batches that have not had their callbacks. */
  readonly openRecords: number;
  wake(): void;
}

/** What transactions share with the other parts of a simulation. */
export interface TransactionWorld extends LinkWorld {
  readonly queue: EventQueue;
  readonly statistics: Statistics;
  readonly cluster: { readonly transactions: TransactionCoordinator };
}

/**
 * What sendOffsetsToTransaction() takes: AddOffsetsToTxn, or from version 2 on the question of the group's coordinator to the
 * transaction's, and TxnOffsetCommit (`TransactionManager.sendOffsetsToTransaction`, KIP-890).
 */
export function offsetsUs(version: 1 | 2, { costs, cluster }: TransactionWorld): number {
  const { logUs } = cluster.transactions;
  const askedUs = (version === 1 ? costs.clientRttUs : costs.brokerRttUs) + costs.requestUs + logUs;
  return Math.round(askedUs + costs.clientRttUs + costs.requestUs + logUs);
}
