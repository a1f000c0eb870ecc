import { isAtLeast, type ReleaseNumber } from "./settings.js";

/** `TransactionManager.State`, of a producer with a transactional.id. */
export type TransactionState =
  | "uninitialized"
  | "initializing"
  | "ready"
  | "in-transaction"
  | "committing"
  | "aborting"
  | "abortable-error"
  | "fatal-error";

/** An exception as applications tell it apart: simple class name, and that of its cause if it has one. */
export interface Failure {
  readonly exception: string;
  readonly cause?: string;
  /** It is a `RetriableException`. */
  readonly retriable?: boolean;
}

/** Where releases differ in transactions, as their classes and sources say. */
export interface TransactionBehaviour {
  /** 3.1.1, 3.2+: send() looks at the state after the append, wrong calls are `IllegalStateException`s, and no result is given twice. */
  readonly looksAfterAppend: boolean;
  /** 3.2+: an `ApiException` of send() fails the transaction. */
  readonly failedSendsAbort: boolean;
  /** 3.3.2+: whatever is retriable is asked again; before, a list for each request. */
  readonly retriesAllRetriable: boolean;
  /** 3.6+: a refused InitProducerId can be tried again, and the Sender's own wrong transitions are fatal. */
  readonly recoversFromRefusal: boolean;
  /** 4.0+: INVALID_PRODUCER_ID_MAPPING is fatal. */
  readonly lostProducerIdIsFatal: boolean;
  /** 4.1+: what was retried in vain is a `TransactionAbortableException`; when an abort is refused with it, that is fatal. */
  readonly wrapsAbortable: boolean;
}

/** How transactions of a release behave where releases differ. */
export function transactionBehaviourOf(release: ReleaseNumber): TransactionBehaviour {
  return {
    looksAfterAppend: isAtLeast(release, 3, 2) || (release.major === 3 && release.minor === 1 && release.patch >= 1),
    failedSendsAbort: isAtLeast(release, 3, 2),
    retriesAllRetriable: isAtLeast(release, 3, 3, 2),
    recoversFromRefusal: isAtLeast(release, 3, 6),
    lostProducerIdIsFatal: isAtLeast(release, 4, 0),
    wrapsAbortable: isAtLeast(release, 4, 1),
  };
}

/** `State.isTransitionValid`. */
export function isValidTransition(
  from: TransactionState,
  to: TransactionState,
  release: TransactionBehaviour,
): boolean {
  switch (to) {
    case "uninitialized":
      return from === "ready" || (release.recoversFromRefusal && from === "abortable-error");
    case "initializing":
      return (
        from === "uninitialized" || from === "aborting" || (release.lostProducerIdIsFatal && from === "committing")
      );
    case "ready":
      return from === "initializing" || from === "committing" || from === "aborting";
    case "in-transaction":
      return from === "ready";
    case "committing":
      return from === "in-transaction";
    case "aborting":
      return from === "in-transaction" || from === "abortable-error";
    case "abortable-error":
      return (
        from === "in-transaction" ||
        from === "committing" ||
        from === "abortable-error" ||
        (release.recoversFromRefusal && from === "initializing")
      );
    case "fatal-error":
      return true;
  }
}

/** What a call of the application waits for (`TransactionalRequestResult`). */
export class CallResult {
  failure: Failure | undefined;
  isCompleted: boolean = false;

  /** The call throws at once, without asking the Sender. */
  isThrown: boolean = false;

  static failed(failure: Failure): CallResult {
    const result = new CallResult();
    result.isThrown = true;
    result.fail(failure);
    return result;
  }

  done(): void {
    this.isCompleted = true;
  }

  /** The last failure is the one that is thrown. */
  fail(failure: Failure): void {
    this.failure = failure;
    this.isCompleted = true;
  }
}
