import { objectList } from "../engine/object-list.js";
import type { ProducerBatch } from "./batch.js";

const NO_EPOCH = -1;
const NO_LAST_ACKED_SEQUENCE = -1;
const RESOLVED = -1;

/** The idempotent producer's book of one partition (`TxnPartitionEntry`). */
export class PartitionSequences {
  epoch: number = NO_EPOCH;
  nextSequence: number = 0;
  lastAckedSequence: number = NO_LAST_ACKED_SEQUENCE;
  /** Sequence after the last expired batch whose outcome is unknown, or -1. */
  unresolvedNextSequence: number = RESOLVED;
  rewriteRequested: boolean = false;
  readonly #inFlight: ProducerBatch[] = objectList();
  readonly #orderedByEpoch: boolean;

  constructor(orderedByEpoch: boolean) {
    this.#orderedByEpoch = orderedByEpoch;
  }

  get hasInFlight(): boolean {
    return this.#inFlight.length > 0;
  }

  get isUnresolved(): boolean {
    return this.unresolvedNextSequence !== RESOLVED;
  }

  /** The in-flight batch with the lowest sequence. */
  get firstInFlight(): ProducerBatch | undefined {
    return this.#inFlight[0];
  }

  isNextAfterAcked(sequence: number): boolean {
    return sequence - this.lastAckedSequence === 1;
  }

  /** Adds a batch in order of sequence; one that compares equal to another is not added (a `TreeSet`). */
  addInFlight(batch: ProducerBatch): void {
    let position = this.#inFlight.length;
    for (; position > 0; position -= 1) {
      const other = this.#inFlight[position - 1];
      const order = other === undefined ? -1 : this.#compare(other, batch);
      if (order === 0) return;
      if (order < 0) break;
    }
    if (position === this.#inFlight.length) this.#inFlight.push(batch);
    else this.#inFlight.splice(position, 0, batch);
  }

  /** Removes the batch that compares equal, which need not be the same one (a `TreeSet`). */
  removeInFlight(batch: ProducerBatch): void {
    const first = this.#inFlight[0];
    // Nearly always it is the first.
    if (first !== undefined && this.#compare(first, batch) === 0) {
      this.#inFlight.shift();
      return;
    }
    const position = this.#inFlight.findIndex((other) => this.#compare(other, batch) === 0);
    if (position > 0) this.#inFlight.splice(position, 1);
  }

  /** Starts at sequence 0 with a new epoch; batches in flight are renumbered too, even those on the wire. */
  restart(epoch: number): void {
    let sequence = 0;
    for (const batch of this.#inFlight) {
      batch.resetSequence(epoch, sequence);
      sequence += batch.recordCount;
    }
    this.epoch = epoch;
    this.nextSequence = sequence;
    this.lastAckedSequence = NO_LAST_ACKED_SEQUENCE;
  }

  /** A batch failed for good in a transaction: those behind it move up (`adjustSequencesDueToFailedBatch`). */
  closeGap(failed: ProducerBatch): void {
    this.nextSequence -= failed.recordCount;
    for (const batch of this.#inFlight) {
      if (batch.baseSequence < failed.baseSequence) continue;
      batch.resetSequence(batch.epoch, batch.baseSequence - failed.recordCount);
    }
  }

  /** The book is closed, another begins (`TxnPartitionMap.remove`). */
  clear(): void {
    this.epoch = NO_EPOCH;
    this.nextSequence = 0;
    this.lastAckedSequence = NO_LAST_ACKED_SEQUENCE;
    this.unresolvedNextSequence = RESOLVED;
    this.#inFlight.length = 0;
  }

  /** Forgets the outcome of expired batches. */
  resolve(): void {
    this.unresolvedNextSequence = RESOLVED;
  }

  #compare(left: ProducerBatch, right: ProducerBatch): number {
    if (this.#orderedByEpoch && left.epoch !== right.epoch) return left.epoch - right.epoch;
    return left.baseSequence - right.baseSequence;
  }
}
