import { errorFacts } from "./errors.js";
import {
  isValidTransition,
  type CallResult,
  type Failure,
  type TransactionBehaviour,
  type TransactionState,
} from "./transaction-state.js";

const FATAL_EXCEPTIONS: readonly string[] = [
  "ClusterAuthorizationException",
  "TransactionalIdAuthorizationException",
  "ProducerFencedException",
  "UnsupportedVersionException",
];

/** In which state a transactional producer is, why, and which errors can be recovered from by an abort. */
export class TransactionStates {
  readonly behaviour: TransactionBehaviour;
  /** After the end of the transaction InitProducerId has to raise the epoch. */
  needsEpoch: boolean = false;
  hasProducerId: boolean = false;
  /** The client has seen that the cluster has version 2. */
  isVersion2: boolean = false;
  /** The coordinator is known to raise epochs. */
  canBump: boolean = false;
  /** What the call of the application waits for, or the last one waited for. */
  pendingResult: CallResult | undefined;
  #state: TransactionState = "uninitialized";
  #lastError: Failure | undefined;

  constructor(behaviour: TransactionBehaviour) {
    this.behaviour = behaviour;
  }

  get state(): TransactionState {
    return this.#state;
  }

  get lastError(): Failure | undefined {
    return this.#lastError;
  }

  get hasError(): boolean {
    return this.#state === "abortable-error" || this.#state === "fatal-error";
  }

  get isCompleting(): boolean {
    return this.#state === "committing" || this.#state === "aborting";
  }

  /** A transaction may have begun although no producer id was ever given: after an abort of a failed initTransactions(). */
  get isInTransaction(): boolean {
    return this.hasProducerId && this.#state === "in-transaction";
  }

  get canHandleAbortable(): boolean {
    return this.canBump || this.isVersion2;
  }

  get mayBump(): boolean {
    return this.canBump && !this.isVersion2;
  }

  /** What calls throw in an error state (`maybeFailWithError`). */
  get refusal(): Failure | undefined {
    if (!this.hasError) return undefined;
    const exception = this.#lastError?.exception ?? "";
    if (exception === "ProducerFencedException" || exception === "InvalidProducerEpochException") return { exception };
    const isState = this.behaviour.recoversFromRefusal && exception === "IllegalStateException";
    return { exception: isState ? "IllegalStateException" : "KafkaException", cause: exception };
  }

  /** What is thrown when the transition is not allowed. */
  transition(to: TransactionState, error?: Failure): Failure | undefined {
    if (!isValidTransition(this.#state, to, this.behaviour))
      return { exception: this.behaviour.looksAfterAppend ? "IllegalStateException" : "KafkaException" };
    this.#lastError = error;
    this.#state = to;
    return undefined;
  }

  /** False for a wrong transition: the Sender throws, and from 3.6 on that ends the producer. */
  onSender(invalid: Failure | undefined): boolean {
    if (invalid === undefined) return true;
    if (!this.behaviour.recoversFromRefusal) return false;
    this.#state = "fatal-error";
    this.#lastError = invalid;
    return false;
  }

  /** A batch or a send has failed for good (`maybeTransitionToErrorState`); what is thrown, if anything. */
  toErrorState(failure: Failure): Failure | undefined {
    const { exception } = failure;
    const isFatal =
      FATAL_EXCEPTIONS.includes(exception) ||
      (this.behaviour.lostProducerIdIsFatal && exception === "InvalidPidMappingException");
    if (isFatal) {
      this.toFatalError(failure);
      return undefined;
    }
    if (this.mayBump && !this.isCompleting) this.needsEpoch = true;
    const isWrapped = failure.retriable === true || exception === "InvalidTxnStateException";
    return this.toAbortable(isWrapped && this.behaviour.wrapsAbortable ? abortable(exception) : failure);
  }

  toAbortable(failure: Failure): Failure | undefined {
    return this.#state === "aborting" ? undefined : this.transition("abortable-error", failure);
  }

  toFatalError(failure: Failure): void {
    this.transition("fatal-error", failure);
    this.pendingResult?.fail(failure);
  }

  /** An expired batch may be in the log or not, and nothing in flight will tell. */
  noteUnresolved(): void {
    const failure = { exception: "KafkaException" };
    if (!this.canHandleAbortable) {
      this.toFatalError(failure);
      return;
    }
    if (this.mayBump) this.needsEpoch = true;
    this.onSender(this.toAbortable(failure));
  }
}

/** `TransactionAbortableException`, for what was tried in vain. */
function abortable(cause: string): Failure {
  return { exception: errorFacts("TRANSACTION_ABORTABLE").exception, cause };
}
