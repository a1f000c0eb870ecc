/**
 * What the producer model knows of records, by record number, in columns: no object per record.
 * Record numbers are handed out in order of `add`; numbers given back by `release` are used again first.
 */
export class RecordTable {
  #payloadBytes: Int32Array;
  #timestampMs: Float64Array;
  #count = 0;
  readonly #free: number[] = [];

  constructor(expectedRecords: number = 1_024) {
    const capacity = Math.max(16, expectedRecords);
    this.#payloadBytes = new Int32Array(capacity);
    this.#timestampMs = new Float64Array(capacity);
  }

  /** How many record numbers are or were in use. */
  get count(): number {
    return this.#count;
  }

  /** Adds a record of so many encoded bytes of key, value and headers (`payloadBytes` of sizes.ts); returns its number. */
  add(payloadBytes: number, timestampMs: number): number {
    let record = this.#free.pop();
    if (record === undefined) {
      record = this.#count;
      this.#count += 1;
      if (record === this.#payloadBytes.length) this.#grow();
    }
    this.#payloadBytes[record] = payloadBytes;
    this.#timestampMs[record] = timestampMs;
    return record;
  }

  /** Gives a record's number back; nobody may ask about the record any more. */
  release(record: number): void {
    this.#free.push(record);
  }

  /** The same for many records. */
  releaseAll(records: readonly number[]): void {
    const free = this.#free;
    for (let at = 0; at < records.length; at += 1) free.push(records[at] ?? 0);
  }

  /** Encoded bytes of key, value and headers of a record. */
  payloadBytes(record: number): number {
    return this.#payloadBytes[record] ?? 0;
  }

  /** The record's timestamp: the time of its send(), in whole milliseconds. */
  timestampMs(record: number): number {
    return this.#timestampMs[record] ?? 0;
  }

  #grow(): void {
    const payloadBytes = new Int32Array(this.#count * 2);
    payloadBytes.set(this.#payloadBytes);
    this.#payloadBytes = payloadBytes;
    const timestampMs = new Float64Array(this.#count * 2);
    timestampMs.set(this.#timestampMs);
    this.#timestampMs = timestampMs;
  }
}
