import { Transaction } from "../cluster/transaction.js";
import type { TransactionCoordinator } from "../cluster/transaction-coordinator.js";
import type { EventQueue, PlannedEvent } from "../engine/event-queue.js";
import type { Producer } from "../producer/producer.js";
import type { ProducerSettings } from "../producer/settings.js";
import type { SendingThread, TransactionGate } from "./application-threads.js";
import type { ClientNode } from "./client-node.js";
import { CoordinatorLink, type CoordinatorHost } from "./coordinator-link.js";
import type { Statistics } from "./statistics.js";

/** When the application commits: after so many records, so long after the first send of a transaction, or what comes first. */
export interface TransactionPlan {
  readonly records: number;
  readonly everyUs: number;
  /** 2: the brokers add partitions themselves, and every transaction has an epoch of its own (KIP-890, from 4.0 on both sides). */
  readonly version: 1 | 2;
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

/** CONCURRENT_TRANSACTIONS for the first partitions of a transaction (`ADD_PARTITIONS_RETRY_BACKOFF_MS`). */
const CONCURRENT_BACKOFF_MS = 20;

/**
 * An application that works in transactions, and the client's part of them (`TransactionManager`, and what `Sender.runOnce` does
 * for it): while one of its requests is under way, nothing is produced. A failed record makes the application abort; it goes on
 * with the next records.
 */
export class ClientTransactions implements TransactionGate {
  readonly #number: number;
  readonly #plan: TransactionPlan;
  readonly #settings: ProducerSettings;
  readonly #queue: EventQueue;
  readonly #coordinator: TransactionCoordinator;
  readonly #statistics: Statistics;
  readonly #host: TransactionHost;
  #phase: "starting" | "idle" | "open" | "ending" = "idle";
  #transaction: Transaction;
  #records = 0;
  #isDue = false;
  #error: string | undefined;
  /** 1 for partitions that have records of this transaction. */
  readonly #isIn: Uint8Array;
  /** Of these, the ones the coordinator is to be told of. */
  readonly #new: number[] = [];
  #timer: PlannedEvent | undefined;
  readonly #link: CoordinatorLink;
  #isClosing = false;
  #notBeforeMs = 0;
  #needsEpoch = false;
  #endCalledUs = 0;

  constructor(
    number: number,
    plan: TransactionPlan,
    settings: ProducerSettings,
    world: {
      readonly queue: EventQueue;
      readonly statistics: Statistics;
      readonly cluster: { readonly transactions: TransactionCoordinator; readonly partitions: readonly unknown[] };
    },
    host: TransactionHost,
  ) {
    this.#number = number;
    this.#plan = plan;
    this.#settings = settings;
    this.#queue = world.queue;
    this.#statistics = world.statistics;
    this.#coordinator = world.cluster.transactions;
    this.#host = host;
    this.#isIn = new Uint8Array(world.cluster.partitions.length);
    this.#transaction = new Transaction(number);
    this.#link = new CoordinatorLink(world.queue, plan.coordinator, settings.requestTimeoutMs, host);
  }

  /** The transaction that what is sent now belongs to. */
  get current(): Transaction {
    return this.#transaction;
  }

  /** None is under way. */
  get isIdle(): boolean {
    return this.#phase === "idle";
  }

  /** The application is to send nothing more until the transaction has ended. */
  get holdsThreads(): boolean {
    if (this.#phase === "open") return this.#isDue || this.#error !== undefined;
    return this.#phase !== "idle";
  }

  /** initTransactions() is under way. */
  holdUntilReady(): void {
    this.#phase = "starting";
  }

  /** initTransactions() has returned. */
  onReady(): void {
    if (this.#phase !== "starting") return;
    this.#phase = "idle";
    this.#host.thread.release();
  }

  /** send() is called; false when it fails at once, for another record of the transaction has failed. */
  noteSend(): boolean {
    if (this.#phase === "idle") this.#begin();
    return this.#error === undefined;
  }

  #begin(): void {
    this.#phase = "open";
    if (this.#plan.everyUs === Infinity) return;
    this.#timer = this.#queue.at(this.#queue.nowUs + this.#plan.everyUs, () => {
      this.#timer = undefined;
      this.#isDue = true;
      this.#hold();
    });
  }

  /** A record is in a batch of a partition, by its index. */
  noteAppend(partition: number): void {
    this.#records += 1;
    if (this.#records >= this.#plan.records) this.#isDue = true;
    if (this.#isIn[partition] === 1) return;
    this.#isIn[partition] = 1;
    if (this.#plan.version === 1) this.#new.push(partition);
  }

  /** A record of the transaction has failed: it can only be aborted. */
  fail(exception: string): void {
    if (this.#phase === "idle" || this.#phase === "starting") return;
    this.#error ??= exception;
    if (this.#phase === "open") this.#hold();
  }

  onQuiet(): void {
    const isOver = this.#isDue || this.#error !== undefined || this.#host.thread.isExhausted;
    if (this.#phase === "open" && isOver && this.#host.thread.isQuiet) this.#end();
  }

  /** close() is called: what is in batches is still sent, then the transaction is aborted. */
  close(): void {
    if (this.#phase !== "open") return;
    this.#isClosing = true;
    this.#end();
  }

  /** close() is out of time: the coordinator will abort the transaction (transaction.timeout.ms). */
  abandon(): void {
    this.#phase = "idle";
    this.#coordinator.end(this.#transaction, "aborted");
  }

  /** A connection is gone, and a request on it with it. */
  onClosed(node: ClientNode): void {
    if (this.#link.onClosed(node)) this.#waitMs(this.#settings.retryBackoffMs);
  }

  /** One pass of the Sender: requests to the coordinator come before records. */
  runOnce(nowMs: number): number {
    if (this.#link.isWaiting) return Infinity;
    const { producer, openRecords } = this.#host;
    if (this.#error !== undefined && openRecords > 0) producer.abortUnsent(this.#error, nowMs);
    // The client sleeps on the Sender's thread.
    if (nowMs < this.#notBeforeMs) return this.#notBeforeMs - nowMs;
    if (this.#needsEpoch) return this.#askForEpoch(nowMs);
    if (this.#new.length > 0 && this.#error === undefined) return this.#addPartitions(nowMs);
    if (this.#phase === "ending" && this.#host.openRecords === 0) return this.#endTransaction(nowMs);
    return producer.runOnce(nowMs);
  }

  #hold(): void {
    this.#host.thread.hold();
    this.onQuiet();
  }

  /** commitTransaction() or abortTransaction() is called, or close(): nothing lingers. */
  #end(): void {
    this.#phase = "ending";
    this.#endCalledUs = this.#queue.nowUs;
    this.#queue.cancel(this.#timer);
    this.#host.producer.beginFlush();
    this.#host.wake();
  }

  #addPartitions(nowMs: number): number {
    const transaction = this.#transaction;
    const adding = [...this.#new];
    let isRefused = false;
    const handle = (): number => {
      isRefused = !this.#coordinator.add(transaction, adding);
      return isRefused ? 0 : this.#coordinator.logUs;
    };
    return this.#link.ask(nowMs, handle, () => {
      const isFirst = transaction.partitions.size === 0;
      const { retryBackoffMs } = this.#settings;
      if (isRefused) this.#waitMs(isFirst ? Math.min(CONCURRENT_BACKOFF_MS, retryBackoffMs) : retryBackoffMs);
      else this.#new.splice(0, adding.length);
    });
  }

  #endTransaction(nowMs: number): number {
    const transaction = this.#transaction;
    const outcome = this.#error === undefined && !this.#isClosing ? "committed" : "aborted";
    // Where the coordinator knows nothing of the transaction, there is nothing to end (`transactionStarted`).
    const isKnown = this.#plan.version === 2 ? this.#records > 0 : transaction.partitions.size > 0;
    if (!isKnown) {
      this.#onEnded(outcome, nowMs);
      return 0;
    }
    const handle = (): number => {
      this.#coordinator.end(transaction, outcome);
      return this.#coordinator.logUs;
    };
    return this.#link.ask(nowMs, handle, () => this.#onEnded(outcome, this.#host.nowMs));
  }

  /** From version 2 on every end brings a new epoch; before, an abort after a failure asks for one. */
  #onEnded(outcome: "committed" | "aborted", nowMs: number): void {
    if (this.#plan.version === 2) this.#host.producer.startEpoch();
    else if (outcome === "aborted") {
      this.#needsEpoch = true;
      this.#askForEpoch(nowMs);
      return;
    }
    this.#finish(outcome);
  }

  /** InitProducerId, which waits for the markers of the last transaction. */
  #askForEpoch(nowMs: number): number {
    let isRefused = false;
    const handle = (): number => {
      isRefused = this.#coordinator.isCompleting(this.#number);
      return isRefused ? 0 : this.#coordinator.logUs;
    };
    return this.#link.ask(nowMs, handle, () => {
      if (isRefused) {
        this.#waitMs(this.#settings.retryBackoffMs);
        return;
      }
      this.#needsEpoch = false;
      this.#host.producer.startEpoch();
      this.#finish("aborted");
    });
  }

  #finish(outcome: "committed" | "aborted"): void {
    if (this.#phase !== "ending") return;
    this.#statistics.noteTransaction(outcome, this.#queue.nowUs - this.#endCalledUs);
    this.#host.producer.endFlush();
    this.#phase = "idle";
    this.#transaction = new Transaction(this.#number);
    this.#records = 0;
    this.#isDue = false;
    this.#error = undefined;
    this.#isIn.fill(0);
    this.#new.length = 0;
    this.#queue.at(this.#queue.nowUs, () => this.#host.thread.release());
  }

  #waitMs(backoffMs: number): void {
    this.#notBeforeMs = this.#host.nowMs + backoffMs;
  }
}
