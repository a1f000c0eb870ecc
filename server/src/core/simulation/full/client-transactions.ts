import { Transaction } from "../cluster/transaction.js";
import type { TransactionCoordinator } from "../cluster/transaction-coordinator.js";
import type { EventQueue, PlannedEvent } from "../engine/event-queue.js";
import type { ProducerSettings } from "../producer/settings.js";
import type { TransactionManager } from "../producer/transaction-manager.js";
import type { TransactionalRequest } from "../producer/transaction-request.js";
import type { CallResult } from "../producer/transaction-state.js";
import type { Readiness, TransactionalHost, TransactionalSender } from "../producer/transactional-sender.js";
import type { TransactionGate } from "./application-threads.js";
import type { ClientNode } from "./client-node.js";
import { CoordinatorLink } from "./coordinator-link.js";
import type { Statistics } from "./statistics.js";
import { offsetsUs, type TransactionHost, type TransactionPlan, type TransactionWorld } from "./transaction-plan.js";

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
  /** Another instance with the same transactional.id has begun. */
  #isFenced = false;
  readonly #offsetsUs: number;

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
    this.#transaction = this.#newTransaction();
    this.#offsetsUs = plan.sendsOffsets === true ? offsetsUs(plan.version, world) : 0;
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

  /** Another instance calls initTransactions() with the same transactional.id: what is open is aborted, and this one is fenced. */
  fence(): void {
    this.#isFenced = true;
    if (this.#transaction.outcome === "open") this.#fenceCurrent();
  }

  #fenceCurrent(): void {
    this.#transaction.fencedBy ??= "producer";
    this.#coordinator.end(this.#transaction, "aborted");
  }

  #newTransaction(): Transaction {
    return new Transaction(this.#number, this.#plan.timeoutUs, () => this.#statistics.noteTimedOutTransaction());
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
    else if (this.#offsetsUs === 0) this.#commit();
    else this.#queue.at(this.#queue.nowUs + this.#offsetsUs, () => this.#commit());
    this.#host.wake();
  }

  #commit(): void {
    if (this.#phase !== "ending") return;
    const result = this.manager.commit();
    // A batch has failed, and the application has not yet heard of it.
    if (result.isThrown) this.#abort();
    else this.#call = { result, what: "commit" };
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
    const { failure } = call.result;
    if (failure !== undefined) this.#statistics.noteFailedCall(failure.exception);
    if (failure === undefined) this.#onReturned(call.what);
    else if (call.what === "commit" && this.manager.state === "abortable-error") this.#abort();
    else this.#giveUp();
  }

  #onReturned(what: "init" | "commit" | "abort"): void {
    if (what === "init") this.manager.onInitReturned();
    else if (this.#transaction.fencedBy === undefined)
      this.#statistics.noteTransaction(
        what === "commit" ? "committed" : "aborted",
        this.#queue.nowUs - this.#endCalledUs,
      );
    this.#rest();
    this.#transaction = this.#newTransaction();
    if (this.#isFenced) this.#fenceCurrent();
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
