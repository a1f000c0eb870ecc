import type { RandomStream } from "../engine/random.js";
import type { RecordTable } from "../producer/records.js";
import { payloadBytes } from "../producer/sizes.js";
import { keySizeBytes, type Keys } from "../workload/keys.js";

/** Sizes of record values in bytes: each whole number from `min` to `max` as likely. */
export interface ValueSizes {
  readonly minBytes: number;
  readonly maxBytes: number;
}

/** The records of one producer: their arrivals, sizes, keys, and when each was sent. */
export class WorkloadRecords {
  /** Partition of the last record by its key; -1 without a key. */
  keyPartition: number = -1;
  readonly #table: RecordTable;
  readonly #arrivals: { nextUs(): number };
  readonly #sizes: ValueSizes;
  readonly #keys: Keys | undefined;
  readonly #random: RandomStream;
  readonly #endUs: number;
  #left: number;
  #nextValueBytes: number;
  #calledUs = new Float64Array(1_024);
  /** Only of records that had to wait; most never do. */
  readonly #appendedUs = new Map<number, number>();

  constructor(
    table: RecordTable,
    arrivals: { nextUs(): number },
    sizes: ValueSizes,
    keys: Keys | undefined,
    random: RandomStream,
    limits: { readonly endUs: number; readonly records: number },
  ) {
    this.#table = table;
    this.#arrivals = arrivals;
    this.#sizes = sizes;
    this.#keys = keys;
    this.#random = random;
    this.#endUs = limits.endUs;
    this.#left = limits.records;
    this.#nextValueBytes = this.#drawSize();
  }

  /** When the next record arrives; Infinity when there is none any more. */
  nextArrivalUs(): number {
    if (this.#left <= 0) return Infinity;
    this.#left -= 1;
    const timeUs = this.#arrivals.nextUs();
    if (timeUs < this.#endUs) return timeUs;
    this.#left = 0;
    return Infinity;
  }

  /** Value bytes of the next record. */
  nextSizeBytes(): number {
    return this.#nextValueBytes;
  }

  /** Makes the next record; its send() was called at this time. */
  add(calledUs: number): number {
    const valueBytes = this.#nextValueBytes;
    this.#nextValueBytes = this.#drawSize();
    const key = this.#keys?.next();
    this.keyPartition = key === undefined ? -1 : (this.#keys?.partition(key) ?? -1);
    const keyBytes = key === undefined ? undefined : keySizeBytes(key);
    const record = this.#table.add(payloadBytes(keyBytes, valueBytes), Math.floor(calledUs / 1_000));
    if (record >= this.#calledUs.length) this.#grow();
    this.#calledUs[record] = calledUs;
    return record;
  }

  /** The record's send() had to wait until now. */
  noteAppend(record: number, nowUs: number): void {
    this.#appendedUs.set(record, nowUs);
  }

  /** When send() was called. */
  calledUs(record: number): number {
    return this.#calledUs[record] ?? 0;
  }

  /** How long send() waited for memory. */
  blockedUs(record: number): number {
    if (this.#appendedUs.size === 0) return 0;
    const appendedUs = this.#appendedUs.get(record);
    return appendedUs === undefined ? 0 : appendedUs - this.calledUs(record);
  }

  /** The record's story is over. */
  release(record: number): void {
    if (this.#appendedUs.size > 0) this.#appendedUs.delete(record);
    this.#table.release(record);
  }

  #drawSize(): number {
    const { minBytes, maxBytes } = this.#sizes;
    return minBytes === maxBytes ? minBytes : minBytes + this.#random.below(maxBytes - minBytes + 1);
  }

  #grow(): void {
    const calledUs = new Float64Array(this.#calledUs.length * 2);
    calledUs.set(this.#calledUs);
    this.#calledUs = calledUs;
  }
}
