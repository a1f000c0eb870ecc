import { Transaction } from "../cluster/transaction.js";
import type { TransactionCoordinator } from "../cluster/transaction-coordinator.js";
import type { EventQueue, PlannedEvent } from "../engine/event-queue.js";
import type { Producer } from "../producer/producer.js";
import type { ProducerSettings } from "../producer/settings.js";
import type { TransactionManager } from "../producer/transaction-manager.js";
import type { TransactionalRequest } from "../producer/transaction-request.js";
import type { CallResult } from "../producer/transaction-state.js";
import type { Readiness, TransactionalHost, TransactionalSender } from "../producer/transactional-sender.js";
import type { SendingThread, TransactionGate } from "./application-threads.js";
import type { ClientNode } from "./client-node.js";
import { CoordinatorLink, type CoordinatorHost, type LinkWorld } from "./coordinator-link.js";
import type { Statistics } from "./statistics.js";

/** When the application commits: after so many records, so long after the first send of a transaction, or what comes first. */
export interface TransactionPlan {
  readonly records: number;
  readonly everyUs: number;
  /** 2: the brokers add partitions themselves, and every transaction has an epoch of its own (KIP-890, from 4.0 on both sides). */
  readonly version: 1 | 2;
  /** The coordinator raises epochs on request: brokers from 2.5 on (KIP-360). */
  readonly bumpsEpoch?: boolean;
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
 * An application that works in transactions: it commits when it is time, aborts when a record has failed, goes on with the next
 * records, and closes the producer when that is not possible any more. Requests and states are the client's own ({@link
 * TransactionManager}).
 */
export class ClientTransactions implements TransactionGate, TransactionalHost {
  readonly manager: TransactionManager;
  readonly #number: number;
  readonly #plan: TransactionPlan;
  readonly #queue: EventQueue;
  readonly #coordinator: TransactionCoordinator;
  readonly #statistics: Statistics;
  readonly #host: TransactionHost;
  readonly #link: CoordinatorLink;
  #phase: "starting" | "idle" | "open" | "ending" | "closing" = "idle";
  #transaction: Transaction;
  #records = 0;
  #isDue = false;
  #hasFailed = false;
  #timer: PlannedEvent | undefined;
  /** What the application waits for. */
  #call: { readonly result: CallResult; readonly what: "init" | "commit" | "abort" } | undefined;
  #sleepsUntilMs = 0;
  #endCalledUs = 0;

  constructor(
    number: number,
    plan: TransactionPlan,
    settings: ProducerSettings,
    manager: TransactionManager,
    world: TransactionWorld,
    host: TransactionHost,
  ) {
    this.manager = manager;
    this.#number = number;
    this.#plan = plan;
    this.#queue = world.queue;
    this.#statistics = world.statistics;
    this.#coordinator = world.cluster.transactions;
    this.#host = host;
    this.#transaction = new Transaction(number);
    this.#link = new CoordinatorLink(world, plan.coordinator, settings.requestTimeoutMs, host, () => this.#transaction);
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
    if (this.#phase === "open") return this.#isDue || this.#hasFailed;
    return this.#phase !== "idle";
  }

  get #sender(): TransactionalSender {
    const { transactionalSender } = this.#host.producer;
    if (transactionalSender === undefined) throw new TypeError("the producer has a transactional.id");
    return transactionalSender;
  }

  /** initTransactions() returned before the simulation began. */
  startWarm(): void {
    this.manager.init();
    const request = this.manager.nextRequest(() => false);
    if (typeof request !== "object") return;
    this.manager.knowsCoordinator = true;
    this.manager.onCoordinatorReady();
    this.manager.onAnswer(request, { epoch: this.#link.nextEpoch() });
    this.manager.onInitReturned();
  }

  /** initTransactions() is called. */
  init(): void {
    this.#phase = "starting";
    this.#call = { result: this.manager.init(), what: "init" };
  }

  /** send() is called; false when it fails at once, for another record of the transaction has failed. */
  noteSend(): boolean {
    if (this.#phase === "idle") this.#begin();
    return !this.#hasFailed;
  }

  #begin(): void {
    if (this.manager.begin() !== undefined) {
      this.#giveUp();
      return;
    }
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
    this.manager.noteSend(partition);
    this.#records += 1;
    if (this.#records >= this.#plan.records) this.#isDue = true;
  }

  fail(exception: string): void {
    // What send() throws besides KafkaException is an ApiException.
    if (exception !== "KafkaException") this.manager.noteFailedSend({ exception });
    this.noteFailedBatch();
  }

  /** A record of the transaction has failed: it can only be aborted. */
  noteFailedBatch(): void {
    if (this.#phase === "idle" || this.#phase === "starting") return;
    this.#hasFailed = true;
    if (this.#phase === "open") this.#hold();
  }

  onQuiet(): void {
    const isOver = this.#isDue || this.#hasFailed || this.#host.thread.isExhausted;
    if (this.#phase === "open" && isOver && this.#host.thread.isQuiet) this.#end();
  }

  /** close() is called: what is in batches is still sent, then the transaction is aborted. */
  close(): void {
    if (this.#phase !== "open") return;
    this.#phase = "closing";
    this.#stopTimer();
    this.#endCalledUs = this.#queue.nowUs;
  }

  /** close() is out of time: the coordinator will abort the transaction (transaction.timeout.ms). */
  abandon(): void {
    this.#phase = "idle";
    this.#call = undefined;
    this.#coordinator.end(this.#transaction, "aborted");
  }

  /** A connection is gone, and a request on it with it. */
  onClosed(node: ClientNode): void {
    if (!this.#link.onClosed(node)) return;
    const request = this.#sender.onAnswered();
    if (request !== undefined) this.manager.onDisconnect(request);
  }

  readiness(request: TransactionalRequest, nowMs: number): Readiness {
    return this.#link.readiness(request, nowMs);
  }

  readyDelayMs(request: TransactionalRequest, nowMs: number): number {
    return this.#link.readyDelayMs(request, nowMs);
  }

  onTransactionalRequest(request: TransactionalRequest): void {
    this.#link.ask(request, (answer) => {
      this.#sender.onAnswered();
      this.manager.onAnswer(request, answer);
    });
  }

  /** Passes of the Sender until it waits; asleep, it looks at nothing but its clock. */
  runOnce(nowMs: number): number {
    if (nowMs < this.#sleepsUntilMs) return this.#sleepsUntilMs - nowMs;
    for (;;) {
      if (this.#phase === "closing" && this.#host.openRecords === 0) this.#abort();
      this.#goOn();
      const waitMs = this.#sender.runOnce(nowMs);
      const { rest } = this.#sender;
      if (rest === "sleep" && waitMs > 0) {
        this.#sleepsUntilMs = nowMs + waitMs;
        return waitMs;
      }
      if (rest !== "poll") continue;
      // A call may have ended within the pass: the application goes on, and wakes the Sender.
      if (this.#call?.result.isCompleted === true) this.#host.wake();
      return waitMs;
    }
  }

  #hold(): void {
    this.#host.thread.hold();
    this.onQuiet();
  }

  /** commitTransaction() or abortTransaction() is called. */
  #end(): void {
    this.#stopTimer();
    this.#endCalledUs = this.#queue.nowUs;
    this.#phase = "ending";
    if (this.#hasFailed) this.#abort();
    else {
      const result = this.manager.commit();
      // A batch has failed, and the application has not yet heard of it.
      if (result.isThrown) this.#abort();
      else this.#call = { result, what: "commit" };
    }
    this.#host.wake();
  }

  #abort(): void {
    this.#phase = "ending";
    this.#call = { result: this.manager.abort(), what: "abort" };
  }

  /** The call that the application waits for may have returned. */
  #goOn(): void {
    const call = this.#call;
    if (call?.result.isCompleted !== true) return;
    this.#call = undefined;
    if (call.result.failure === undefined) this.#onReturned(call.what);
    else if (call.what === "commit" && this.manager.state === "abortable-error") this.#abort();
    else this.#giveUp();
  }

  #onReturned(what: "init" | "commit" | "abort"): void {
    if (what === "init") this.manager.onInitReturned();
    else
      this.#statistics.noteTransaction(
        what === "commit" ? "committed" : "aborted",
        this.#queue.nowUs - this.#endCalledUs,
      );
    this.#rest();
    this.#transaction = new Transaction(this.#number);
    this.#queue.at(this.#queue.nowUs, () => this.#host.thread.release());
  }

  /** Nothing but close() is left: no more records, and what is open stays so until the coordinator ends it. */
  #giveUp(): void {
    this.#host.thread.close();
    this.#coordinator.end(this.#transaction, "aborted");
    this.#rest();
  }

  #rest(): void {
    this.#phase = "idle";
    this.#records = 0;
    this.#isDue = false;
    this.#hasFailed = false;
    this.#stopTimer();
  }

  #stopTimer(): void {
    this.#queue.cancel(this.#timer);
    this.#timer = undefined;
  }
}
