import type { EventQueue } from "../engine/event-queue.js";
import type { ArrivingBatch, BrokerPartition } from "./broker-partition.js";
import type { Broker } from "./broker.js";
import type { ModelCosts } from "./costs.js";
import type { Ledger } from "./ledger.js";
import type { Transaction } from "./transaction.js";

/** Until a marker that could not be written is tried again [A]. */
const MARKER_RETRY_US = 100_000;

/** A leader that hears of a transaction still being completed asks again after so long (add.partitions.to.txn.retry.backoff.ms). */
const STILL_COMPLETING_US = 20_000;

/** How often it looks for transactions that are too old (transaction.abort.timed.out.transaction.cleanup.interval.ms). */
const TIMED_OUT_LOOK_US = 10_000_000;

/** A commit or abort marker is a batch of one control record. */
const MARKER_BYTES = 78;

/** What the coordinator works with. */
export interface CoordinatorWorld {
  readonly queue: EventQueue;
  readonly costs: ModelCosts;
  readonly brokers: readonly Broker[];
  readonly partitions: readonly BrokerPartition[];
  readonly ledger: Ledger;
  /** See {@link ClusterSettings.verifiesTransactions}. */
  readonly verifiesTransactions: boolean;
}

/**
 * The transaction coordinators of a cluster (`TransactionCoordinator`): which partitions are in a transaction, its end, and the
 * markers. Its requests come over the connections of clients; here is what they mean, and how long the log takes.
 */
export class TransactionCoordinator {
  /** One write to __transaction_state, replicated: a fetch of its followers. */
  readonly logUs: number;
  readonly #world: CoordinatorWorld;
  /** Producers whose last transaction has an outcome, but not all of its markers. */
  readonly #completing = new Set<number>();

  constructor(world: CoordinatorWorld) {
    const { costs, brokers } = world;
    this.#world = world;
    this.logUs = brokers.length > 1 ? Math.round(costs.brokerRttUs + costs.fetchHandleUs + costs.fetchAppendUs) : 0;
  }

  /** The last transaction of a producer is not completed: a new one cannot begin (CONCURRENT_TRANSACTIONS). */
  isCompleting(producer: number): boolean {
    return this.#completing.has(producer);
  }

  /** AddPartitionsToTxn; false for CONCURRENT_TRANSACTIONS. */
  add(transaction: Transaction, partitions: readonly number[]): boolean {
    if (this.#completing.has(transaction.producer)) return false;
    for (const partition of partitions) this.#note(transaction, partition);
    return true;
  }

  /**
   * How long a leader has to wait before it may append: with the first batch of a partition in a transaction it asks the
   * coordinator, which from version 2 on adds the partition (KIP-890). 0: it may, or it will refuse anyway.
   */
  admissionUs(batches: readonly ArrivingBatch[], version: 1 | 2): number {
    const { brokerRttUs, requestUs } = this.#world.costs;
    if (!this.#world.verifiesTransactions) return 0;
    let waitUs = 0;
    for (const { transaction, partition } of batches) {
      if (transaction?.outcome !== "open" || transaction.verified.has(partition.index)) continue;
      if (this.#completing.has(transaction.producer)) return brokerRttUs + requestUs + STILL_COMPLETING_US;
      transaction.verified.add(partition.index);
      if (version === 2) this.#note(transaction, partition.index);
      waitUs = brokerRttUs + requestUs + (version === 2 ? this.logUs : 0);
    }
    return Math.round(waitUs);
  }

  /** A partition is part of it. With the first one it has begun; it is aborted at the first look at which it is too old. */
  #note(transaction: Transaction, partition: number): void {
    transaction.partitions.add(partition);
    if (transaction.deadline !== undefined || transaction.timeoutUs === Infinity) return;
    const { queue } = this.#world;
    const looks = Math.floor((queue.nowUs + transaction.timeoutUs) / TIMED_OUT_LOOK_US) + 1;
    transaction.deadline = queue.at(looks * TIMED_OUT_LOOK_US, () => {
      transaction.timeOut();
      this.end(transaction, "aborted");
    });
  }

  /** EndTxn: the answer leaves when the outcome is in the log, the markers are written after that. */
  end(transaction: Transaction, outcome: "committed" | "aborted"): void {
    if (transaction.outcome !== "open") return;
    transaction.outcome = outcome;
    this.#world.queue.cancel(transaction.deadline);
    if (transaction.partitions.size === 0) return;
    this.#completing.add(transaction.producer);
    this.#later(this.logUs, () => this.#writeMarkers(transaction));
  }

  #writeMarkers(transaction: Transaction): void {
    let left = transaction.partitions.size;
    const onWritten = (): void => {
      left -= 1;
      if (left === 0) this.#later(this.logUs, () => this.#completing.delete(transaction.producer));
    };
    for (const index of transaction.partitions) {
      const partition = this.#world.partitions[index];
      if (partition !== undefined) this.#writeMarker(this.#marker(transaction, partition), onWritten);
    }
  }

  /** WriteTxnMarkers to whoever leads, until the marker is replicated. */
  #writeMarker(marker: ArrivingBatch, onWritten: () => void): void {
    const { costs, brokers, queue } = this.#world;
    const retry = (): void => this.#later(MARKER_RETRY_US, () => this.#writeMarker(marker, onWritten));
    const leader = brokers[marker.partition.leader];
    const hungUs = Math.max(0, (leader?.stalledUntilUs ?? 0) - queue.nowUs);
    this.#later(hungUs + costs.brokerRttUs / 2 + costs.requestUs, () => {
      const onReplicated = (_: number, error: unknown): void => {
        if (error === undefined) this.#later(costs.brokerRttUs / 2, onWritten);
        else retry();
      };
      if (leader?.appendMarker(marker, { onReplicated }) !== true) retry();
    });
  }

  #marker(transaction: Transaction, partition: BrokerPartition): ArrivingBatch {
    const row = this.#world.ledger.open(0, partition.index, true);
    const { producer } = transaction;
    const header = { epoch: -1, baseSequence: -1, lastSequence: -1, order: 0 };
    return { partition, producer, row, records: 1, bytes: MARKER_BYTES, transaction, isMarker: true, ...header };
  }

  #later(delayUs: number, happen: () => void): void {
    this.#world.queue.at(Math.round(this.#world.queue.nowUs + delayUs), happen);
  }
}
