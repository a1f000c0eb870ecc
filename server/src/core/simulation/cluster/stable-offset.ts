import type { ArrivingBatch } from "./broker-partition.js";

/**
 * What consumers with isolation.level=read_committed can read of a partition: everything before the first transaction that is
 * not decided, less what was aborted. A marker counts once the high watermark has passed it (`UnifiedLog.lastStableOffset`).
 */
export class StableOffset {
  /** By producer: the place in the log where its transaction begins that has no marker yet. */
  readonly #open = new Map<number, number>();
  /** Rows of batches that an abort marker has taken back. */
  readonly #aborted = new Set<number>();
  /** Batches at the beginning of the log that the high watermark has passed, and of these, that are decided. */
  #looked: number;
  #stable: number;

  constructor(visible: number) {
    this.#looked = visible;
    this.#stable = visible;
  }

  /** Batches at the beginning of the log that are decided. */
  get decided(): number {
    return this.#stable;
  }

  /** The high watermark has moved: shows what has become readable. */
  advance(
    log: readonly ArrivingBatch[],
    ends: readonly number[],
    highWatermark: number,
    show: (batch: ArrivingBatch) => void,
  ): void {
    for (; (ends[this.#looked] ?? Infinity) <= highWatermark; this.#looked += 1) this.#look(log, this.#looked);
    let limit = this.#looked;
    for (const start of this.#open.values()) if (start < limit) limit = start;
    for (; this.#stable < limit; this.#stable += 1) {
      const batch = log[this.#stable];
      if (batch !== undefined && batch.isMarker !== true && !this.#aborted.has(batch.row)) show(batch);
    }
  }

  /** An election has cut the log. */
  restart(log: readonly ArrivingBatch[]): void {
    this.#open.clear();
    this.#looked = Math.min(this.#looked, log.length);
    this.#stable = Math.min(this.#stable, log.length);
    for (let index = 0; index < this.#looked; index += 1) this.#look(log, index);
  }

  #look(log: readonly ArrivingBatch[], index: number): void {
    const batch = log[index];
    if (batch?.transaction === undefined) return;
    const { producer, outcome } = batch.transaction;
    const start = this.#open.get(producer);
    if (batch.isMarker !== true) {
      if (start === undefined) this.#open.set(producer, index);
      return;
    }
    this.#open.delete(producer);
    if (outcome !== "aborted" || start === undefined) return;
    for (let at = start; at < index; at += 1) {
      const other = log[at];
      if (other?.transaction?.producer === producer) this.#aborted.add(other.row);
    }
  }
}
