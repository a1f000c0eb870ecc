import { handleAnswer } from "./transaction-answers.js";
import { RequestQueue, TransactionalRequest, type CoordinatorAnswer } from "./transaction-request.js";
import { CallResult, type Failure, type TransactionBehaviour, type TransactionState } from "./transaction-state.js";
import { TransactionStates } from "./transaction-states.js";

/** The book of epochs and sequences ({@link Idempotence}), as transactions see it. */
export interface EpochBook {
  readonly epoch: number;
  /** A new producer epoch; `restarts`: every partition begins at sequence 0 and forgets what was unresolved. */
  setEpoch(epoch: number, restarts: boolean): void;
}

/** What a transaction manager is made of. */
export interface TransactionParts {
  readonly behaviour: TransactionBehaviour;
  /** 2: KIP-890 (client and brokers from 4.0 on, with transaction.version 2). */
  readonly version: 1 | 2;
  /** The coordinator can raise an epoch on request (InitProducerId 3, brokers from 2.5 on). */
  readonly bumpsEpoch?: boolean;
}

/** The transactional part of `TransactionManager`: the application's calls, and which request goes to the coordinator next. No clock, no network. */
export class TransactionManager {
  readonly behaviour: TransactionBehaviour;
  readonly version: 1 | 2;
  /** Partitions that the coordinator, or in version 2 nobody else, has to know of. */
  readonly added: Set<number> = new Set();
  /** Partitions of which the coordinator is being told. */
  readonly pending: Set<number> = new Set();
  isStarted: boolean = false;
  knowsCoordinator: boolean = false;
  readonly #bumpsEpoch: boolean;
  readonly #states: TransactionStates;
  readonly #new = new Set<number>();
  readonly #requests = new RequestQueue();
  #book: EpochBook | undefined;

  constructor(parts: TransactionParts) {
    this.behaviour = parts.behaviour;
    this.version = parts.version;
    this.#bumpsEpoch = parts.bumpsEpoch ?? true;
    this.#states = new TransactionStates(parts.behaviour);
  }

  attach(book: EpochBook): void {
    this.#book = book;
  }

  get state(): TransactionState {
    return this.#states.state;
  }

  get lastError(): Failure | undefined {
    return this.#states.lastError;
  }

  get isCompleting(): boolean {
    return this.#states.isCompleting;
  }

  /** IN_TRANSACTION until it is completed or there is a fatal error. */
  get isOngoing(): boolean {
    return this.state === "in-transaction" || this.isCompleting || this.state === "abortable-error";
  }

  get hasRequests(): boolean {
    return this.#requests.first !== undefined;
  }

  /** The epoch that requests name; -1 before there is one. */
  get #epoch(): number {
    return this.#states.hasProducerId ? (this.#book?.epoch ?? -1) : -1;
  }

  /** Records of a partition may be sent (`isSendToPartitionAllowed`, and there is a producer id). */
  maySendTo(partition: number): boolean {
    return this.state !== "fatal-error" && this.#states.hasProducerId && this.added.has(partition);
  }

  /** initTransactions() is called. */
  init(): CallResult {
    return this.#init(false);
  }

  /** initTransactions() has returned; only now the client looks at the features of the cluster. */
  onInitReturned(): void {
    this.#states.isVersion2 = this.version === 2;
  }

  begin(): Failure | undefined {
    return this.#states.refusal ?? this.#states.transition("in-transaction");
  }

  commit(): CallResult {
    return this.#cached("committing", () => {
      const refusal = this.#states.refusal ?? this.#states.transition("committing");
      return refusal === undefined ? this.#complete(true) : CallResult.failed(refusal);
    });
  }

  abort(): CallResult {
    return this.#cached("aborting", () => {
      const failed = this.state === "abortable-error" ? undefined : this.#states.refusal;
      const refusal = failed ?? this.#states.transition("aborting");
      if (refusal !== undefined) return CallResult.failed(refusal);
      this.#new.clear();
      return this.#complete(false);
    });
  }

  /** send() before the append, in releases that look first: what it throws. */
  refusesSend(): Failure | undefined {
    if (this.behaviour.looksAfterAppend) return undefined;
    if (this.#states.hasError) return { exception: "KafkaException", cause: this.lastError?.exception ?? "" };
    return this.#states.isInTransaction ? undefined : { exception: "IllegalStateException" };
  }

  /** send() after the append: the partition is part of the transaction, or what is thrown although the record is in a batch. */
  noteSend(partition: number): Failure | undefined {
    if (this.behaviour.looksAfterAppend) {
      const { refusal, isInTransaction } = this.#states;
      if (refusal !== undefined) return refusal;
      if (!isInTransaction) return { exception: "IllegalStateException" };
    }
    if (this.#states.isVersion2) {
      this.added.add(partition);
      this.isStarted = true;
    } else if (!this.added.has(partition) && !this.pending.has(partition)) this.#new.add(partition);
    return undefined;
  }

  /** send() ends with an `ApiException`; what is thrown instead of it, if anything. */
  noteFailedSend(failure: Failure): Failure | undefined {
    return this.behaviour.failedSendsAbort ? this.#states.toErrorState(failure) : undefined;
  }

  /** A batch has failed for good; false where the Sender throws. */
  noteFailure(failure: Failure): boolean {
    return this.#states.onSender(this.#states.toErrorState(failure));
  }

  /** See {@link TransactionStates.noteUnresolved}. */
  noteUnresolved(): void {
    this.#states.noteUnresolved();
  }

  /** `nextRequest`: what to send to the coordinator now, or where the Sender throws. `hasIncomplete`: a batch has no outcome yet. */
  nextRequest(hasIncomplete: () => boolean): TransactionalRequest | "throws" | undefined {
    if (this.#new.size > 0) this.#requests.add(this.#addPartitions());
    const next = this.#requests.first;
    if (next === undefined || (next.api === "EndTxn" && hasIncomplete())) return undefined;
    this.#requests.take();
    if (this.#terminates(next)) return undefined;
    if (next.api !== "EndTxn" || this.isStarted) return next;
    next.result.done();
    if (this.state !== "fatal-error" && !this.endTransaction()) return "throws";
    return this.#requests.take();
  }

  /** Asks who coordinates, before anything else. */
  findCoordinator(): void {
    this.knowsCoordinator = false;
    this.#requests.add(new TransactionalRequest("FindCoordinator"));
  }

  /** Puts a request back; from now on it waits before it is sent. */
  retry(request: TransactionalRequest): void {
    request.isRetry = true;
    this.#requests.add(request);
  }

  /** The connection to the coordinator is up: its versions are known. */
  onCoordinatorReady(): void {
    this.#states.canBump = this.#bumpsEpoch;
  }

  onAnswer(request: TransactionalRequest, answer: CoordinatorAnswer): void {
    handleAnswer(this, request, answer);
  }

  /** The connection closed before the answer. */
  onDisconnect(request: TransactionalRequest): void {
    if (request.needsCoordinator) this.findCoordinator();
    this.retry(request);
  }

  /** The error is one that 3.6+ recovers from by starting over, and InitProducerId was refused. */
  get startsOver(): boolean {
    const refused = ["TransactionalIdAuthorizationException", "ClusterAuthorizationException"];
    const { exception = "" } = this.lastError ?? {};
    return this.state === "abortable-error" && this.behaviour.recoversFromRefusal && refused.includes(exception);
  }

  /** `failPendingRequests` and `transitionToUninitialized`. */
  startOver(failure: Failure): void {
    const denied: Failure = { exception: "AuthenticationException", cause: failure.exception };
    for (const request of this.#requests.all) this.failAbortable(request, denied);
    this.#states.onSender(this.#states.transition("uninitialized"));
    this.#states.pendingResult?.fail(failure);
  }

  // What answers do; see transaction-answers.ts.

  setEpoch(epoch: number, restarts: boolean): void {
    this.#states.hasProducerId = true;
    this.#book?.setEpoch(epoch, restarts);
  }

  /** The producer has its id; false where the Sender throws, and the call that waits is not told. */
  toReady(): boolean {
    return this.#states.onSender(this.#states.transition("ready"));
  }

  /** `completeTransaction`; false where the Sender throws. */
  endTransaction(): boolean {
    const states = this.#states;
    if (!states.onSender(states.transition(states.needsEpoch ? "initializing" : "ready"))) return false;
    states.needsEpoch = false;
    this.isStarted = false;
    this.#new.clear();
    this.pending.clear();
    this.added.clear();
    return true;
  }

  failFatal(request: TransactionalRequest, failure: Failure): void {
    request.result.fail(failure);
    this.#states.toFatalError(failure);
  }

  failAbortable(request: TransactionalRequest, failure: Failure): void {
    request.result.fail(failure);
    this.#states.onSender(this.#states.toAbortable(failure));
  }

  failAbortableIfPossible(request: TransactionalRequest, failure: Failure): void {
    if (!this.#states.canHandleAbortable) {
      this.failFatal(request, failure);
      return;
    }
    if (this.#states.mayBump) this.#states.needsEpoch = true;
    this.failAbortable(request, failure);
  }

  #init(raisesEpoch: boolean): CallResult {
    const refusal = this.behaviour.looksAfterAppend ? this.#states.refusal : undefined;
    if (refusal !== undefined) return CallResult.failed(refusal);
    return this.#cached("initializing", () => {
      // Without a producer id there is no epoch to raise: it is as at the start.
      const raises = raisesEpoch && this.#states.hasProducerId;
      const invalid = raises ? undefined : this.#states.transition("initializing");
      if (invalid !== undefined) return CallResult.failed(invalid);
      const epoch = raises ? this.#epoch : -1;
      const request = new TransactionalRequest("InitProducerId", { epoch, raisesEpoch: raises });
      this.#requests.add(request);
      return request.result;
    });
  }

  #complete(commits: boolean): CallResult {
    const states = this.#states;
    if (this.#new.size > 0) this.#requests.add(this.#addPartitions());
    const { isVersion2 } = states;
    const end = new TransactionalRequest("EndTxn", { commits, epoch: this.#epoch, isVersion2 });
    // A client that finds version 2 only now needs an epoch to begin with (`maybeUpdateTransactionV2Enabled`).
    if (this.version === 2 && !isVersion2) {
      states.isVersion2 = true;
      states.needsEpoch = true;
    }
    this.#requests.add(end);
    return states.needsEpoch ? this.#init(true) : end.result;
  }

  #addPartitions(): TransactionalRequest {
    for (const partition of this.#new) this.pending.add(partition);
    this.#new.clear();
    return new TransactionalRequest("AddPartitionsToTxn", { epoch: this.#epoch, partitions: [...this.pending] });
  }

  #terminates(request: TransactionalRequest): boolean {
    if (!this.#states.hasError || this.lastError === undefined) return false;
    if (this.state === "abortable-error" && request.api === "FindCoordinator") return false;
    request.result.fail(this.lastError);
    return true;
  }

  /** Up to 3.1.0 the result of the same call before is given once more while its state lasts. */
  #cached(target: TransactionState, make: () => CallResult): CallResult {
    const states = this.#states;
    const earlier = states.pendingResult;
    if (!this.behaviour.looksAfterAppend && earlier !== undefined && this.state === target) {
      if (earlier.isCompleted) states.pendingResult = undefined;
      return earlier;
    }
    const result = make();
    // A call that throws leaves no trace.
    if (!result.isThrown) states.pendingResult = result;
    return result;
  }
}
