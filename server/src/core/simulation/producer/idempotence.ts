import { NO_SEQUENCE, type ProducerBatch } from "./batch.js";
import type { ProduceError } from "./errors.js";
import { errorFacts, type ErrorFacts } from "./errors.js";
import { PartitionSequences } from "./sequences.js";
import type { EpochBook, TransactionManager } from "./transaction-manager.js";

/** What the drain may do with the first batch of a partition's queue. */
export type DrainVerdict = "send" | "stop";

/** An expired batch fails with a `TimeoutException`. */
const EXPIRED: ErrorFacts = { exception: "TimeoutException", retriable: true, fatal: false };

/** The idempotent part of `TransactionManager`: producer epoch, sequences by partition, epoch bumps. */
export class Idempotence implements EpochBook {
  /** Exception that ended this producer's life, if one did. */
  fatalException: string | undefined;
  readonly #partitions: readonly PartitionSequences[];
  readonly #transactions: TransactionManager | undefined;
  #epoch = 0;
  #bumpRequired = false;
  #unresolvedCount = 0;

  /** With transactions it never raises the epoch by itself; that is done when a transaction ends. */
  constructor(partitionCount: number, inFlightOrderedByEpoch: boolean, transactions?: TransactionManager) {
    this.#transactions = transactions;
    transactions?.attach(this);
    this.#partitions = Array.from({ length: partitionCount }, () => new PartitionSequences(inFlightOrderedByEpoch));
  }

  get epoch(): number {
    return this.#epoch;
  }

  /** A transaction is being committed or aborted: nothing lingers. */
  get isCompleting(): boolean {
    return this.#transactions?.isCompleting === true;
  }

  /** First steps of a Sender pass: settle what became of expired batches, then raise the epoch if someone asked. */
  beginPass(): void {
    if (this.#unresolvedCount > 0) this.#resolveSequences();
    if (this.#bumpRequired && this.fatalException === undefined) this.#bumpEpoch();
  }

  /** Whether the first batch of a queue may be drained now (`shouldStopDrainBatchesForPartition`). */
  drainVerdict(first: ProducerBatch): DrainVerdict {
    if (this.#transactions?.maySendTo(first.partition.index) === false) return "stop";
    const sequences = this.#of(first);
    if (!first.hasSequence) {
      if (sequences.hasInFlight && sequences.epoch !== this.#epoch) return "stop";
      return sequences.isUnresolved ? "stop" : "send";
    }
    const firstInFlight = sequences.firstInFlight?.baseSequence ?? NO_SEQUENCE;
    return firstInFlight !== NO_SEQUENCE && first.baseSequence !== firstInFlight ? "stop" : "send";
  }

  /** Gives a drained batch its sequence, if it has none yet, and tracks it. */
  assignSequence(batch: ProducerBatch): void {
    if (batch.hasSequence) return;
    const sequences = this.#of(batch);
    if (sequences.epoch !== this.#epoch && !sequences.hasInFlight) sequences.restart(this.#epoch);
    batch.setSequence(this.#epoch, sequences.nextSequence);
    sequences.nextSequence += batch.recordCount;
    sequences.addInFlight(batch);
  }

  addInFlight(batch: ProducerBatch): void {
    this.#of(batch).addInFlight(batch);
  }

  /** Something of its partition is tracked in flight. */
  hasInFlight(batch: ProducerBatch): boolean {
    return this.#of(batch).hasInFlight;
  }

  removeInFlight(batch: ProducerBatch): void {
    this.#of(batch).removeInFlight(batch);
  }

  /** Books an acknowledgement. */
  noteSuccess(batch: ProducerBatch): void {
    const sequences = this.#of(batch);
    if (batch.lastSequence > sequences.lastAckedSequence) sequences.lastAckedSequence = batch.lastSequence;
    sequences.removeInFlight(batch);
  }

  /** Books a failure, or returns false where the client throws; `adjustSequences` when the broker refused the batch while attempts were left. */
  noteFailure(batch: ProducerBatch, error: ProduceError | undefined, adjustSequences: boolean): boolean {
    const facts = error === undefined ? EXPIRED : errorFacts(error);
    if (this.#transactions?.noteFailure(facts) === false) return false;
    this.#bookFailure(batch, error, facts, adjustSequences);
    return true;
  }

  #bookFailure(
    batch: ProducerBatch,
    error: ProduceError | undefined,
    facts: ErrorFacts,
    adjustSequences: boolean,
  ): void {
    if (facts.fatal && this.#transactions === undefined) this.fatalException = facts.exception;
    const sequences = this.#of(batch);
    sequences.removeInFlight(batch);
    if (this.fatalException !== undefined || this.#transactions?.state === "fatal-error") return;
    if (this.#transactions !== undefined) {
      if (error === "UNKNOWN_PRODUCER_ID") this.#clear(sequences);
      else if (adjustSequences) sequences.closeGap(batch);
      return;
    }
    // UnknownProducerIdException is an OutOfOrderSequenceException (TransactionManager.handleFailedBatch).
    const outOfOrder = error === "OUT_OF_ORDER_SEQUENCE_NUMBER" || error === "UNKNOWN_PRODUCER_ID";
    if (adjustSequences || outOfOrder) this.#requestBump(sequences);
  }

  /** An expired batch had been sent before: whether it was stored is unknown until nothing is in flight. */
  markUnresolved(batch: ProducerBatch): void {
    const sequences = this.#of(batch);
    if (!sequences.isUnresolved) this.#unresolvedCount += 1;
    sequences.unresolvedNextSequence = Math.max(sequences.unresolvedNextSequence, batch.lastSequence + 1);
  }

  /** Whether a batch answered with this error is worth sending again (`TransactionManager.canRetry`). */
  canRetry(batch: ProducerBatch, error: ProduceError): boolean {
    // Nobody says where the log starts, so the client tries again.
    if (error === "UNKNOWN_PRODUCER_ID") return true;
    if (error !== "OUT_OF_ORDER_SEQUENCE_NUMBER") return errorFacts(error).retriable;
    const sequences = this.#of(batch);
    if (this.#transactions !== undefined)
      return !sequences.isUnresolved && (batch.sequenceWasReset || !sequences.isNextAfterAcked(batch.baseSequence));
    if (!sequences.isUnresolved) {
      const expected = batch.sequenceWasReset || !sequences.isNextAfterAcked(batch.baseSequence);
      if (!expected) this.#requestBump(sequences);
    } else if (batch.baseSequence === sequences.unresolvedNextSequence) {
      this.#requestBump(sequences);
    }
    return true;
  }

  setEpoch(epoch: number, restarts: boolean): void {
    this.#epoch = epoch;
    if (!restarts) return;
    for (const sequences of this.#partitions) this.#clear(sequences);
  }

  #clear(sequences: PartitionSequences): void {
    this.#resolve(sequences);
    sequences.clear();
  }

  #resolveSequences(): void {
    for (const sequences of this.#partitions) {
      if (!sequences.isUnresolved || sequences.hasInFlight) continue;
      if (!sequences.isNextAfterAcked(sequences.nextSequence)) {
        if (this.#transactions === undefined) this.#requestBump(sequences);
        else this.#transactions.noteUnresolved();
      }
      this.#resolve(sequences);
    }
  }

  #resolve(sequences: PartitionSequences): void {
    if (!sequences.isUnresolved) return;
    sequences.resolve();
    this.#unresolvedCount -= 1;
  }

  #requestBump(sequences: PartitionSequences): void {
    this.#bumpRequired = true;
    sequences.rewriteRequested = true;
  }

  #bumpEpoch(): void {
    this.#epoch += 1;
    for (const sequences of this.#partitions) {
      if (!sequences.rewriteRequested) continue;
      sequences.restart(this.#epoch);
      sequences.rewriteRequested = false;
      this.#resolve(sequences);
    }
    this.#bumpRequired = false;
  }

  #of(batch: ProducerBatch): PartitionSequences {
    const sequences = this.#partitions[batch.partition.index];
    if (sequences === undefined) throw new RangeError(`partition ${batch.partition.index} is not known`);
    return sequences;
  }
}
