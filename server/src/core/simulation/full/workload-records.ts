import type { RecordTable } from "../producer/records.js";
import { payloadBytes } from "../producer/sizes.js";
import type { ArrivalSource } from "../workload/arrival-source.js";
import { keySizeBytes, type Keys } from "../workload/keys.js";
import type { TopicMix } from "../workload/topic-mix.js";

/** Headers of every record: how many, and the sum of their encoded names and values in bytes (`payloadBytes` of sizes.ts). */
export interface HeaderPlan {
  readonly count: number;
  readonly encodedBytes: number;
}

/** What records of one producer are made of. */
export interface RecordPlan {
  readonly arrivals: ArrivalSource;
  readonly nextValueBytes: () => number;
  /** `nextValueBytes` always says the same. */
  readonly sameValueBytes: boolean;
  readonly keys: Keys | undefined;
  /** The key of a record decides its partition; without it the partitioner does, as for a record without a key. */
  readonly keysDecide: boolean;
  readonly headers: HeaderPlan;
  /** Several topics, each with its sizes and keys, which then count instead of those above. */
  readonly mix?: TopicMix | undefined;
  /** No record arrives from here on. */
  readonly endUs: number;
  /** At most so many arrive. */
  readonly records: number;
}

/** A call that is late by less counts as on time: the thread was in another send(). */
const LEAST_LAG_US = 100;

/** So many arrivals are asked for at once: in one tight loop that costs half of what it does one by one. */
const ARRIVALS_AHEAD = 128;

/** The records of one producer: their arrivals, sizes, keys, and when each was sent. */
export class WorkloadRecords {
  readonly #table: RecordTable;
  readonly #plan: RecordPlan;
  readonly #keys: Keys | undefined;
  readonly #arrivals: ArrivalSource;
  readonly #endUs: number;
  /** All records are of one size: no need to draw and encode it for each. */
  readonly #isUniform: boolean;
  readonly #uniformPayloadBytes: number;
  #left: number;
  /** The next arrivals, rounded; Infinity behind the last. */
  readonly #ahead = new Float64Array(ARRIVALS_AHEAD);
  #usedAhead = ARRIVALS_AHEAD;
  #lastPlannedUs = 0;
  #nextValueBytes: number;
  #calledUs = new Float64Array(1_024);
  /** By its key; -1 without one. */
  #partitions = new Int32Array(1_024).fill(-1);
  /** By its place among several topics; empty with one. */
  #topics = new Uint8Array(0);
  #nextTopic = 0;
  /** Only of records that had to wait; most never do. */
  readonly #appendedUs = new Map<number, number>();
  /** How much later than planned send() was called; empty as long as no call was late. */
  #lagUs = new Float64Array(0);
  /** Records under way whose send() was called late. */
  #lagging = 0;

  constructor(table: RecordTable, plan: RecordPlan) {
    this.#table = table;
    this.#plan = plan;
    this.#keys = plan.keys;
    this.#left = plan.records;
    this.#arrivals = plan.arrivals;
    this.#endUs = plan.endUs;
    this.#nextTopic = plan.mix?.next() ?? 0;
    this.#nextValueBytes = plan.mix?.topics[this.#nextTopic]?.nextValueBytes() ?? plan.nextValueBytes();
    this.#isUniform = plan.sameValueBytes && plan.keys === undefined && plan.mix === undefined;
    if (plan.mix !== undefined) this.#topics = new Uint8Array(this.#calledUs.length);
    const { count, encodedBytes } = plan.headers;
    this.#uniformPayloadBytes = payloadBytes(undefined, this.#nextValueBytes, count, encodedBytes);
  }

  /** When the next record arrives, in whole microseconds; Infinity when there is none any more. */
  nextArrivalUs(): number {
    if (this.#usedAhead === ARRIVALS_AHEAD) this.#lookAhead();
    const timeUs = this.#ahead[this.#usedAhead] ?? Infinity;
    this.#usedAhead += 1;
    if (timeUs !== Infinity) this.#lastPlannedUs = timeUs;
    return timeUs;
  }

  /** When the record that was taken up last was planned. */
  get lastPlannedUs(): number {
    return this.#lastPlannedUs;
  }

  /** How many records planned up to some time were never taken up; from then on there are none. */
  arrivalsLeft(untilUs: number): number {
    let left = 0;
    while (this.nextArrivalUs() <= untilUs) left += 1;
    this.#left = 0;
    this.#usedAhead = 0;
    this.#ahead.fill(Infinity);
    return left;
  }

  /** Arrivals have a source of chance of their own: nothing changes when they are drawn early. */
  #lookAhead(): void {
    const ahead = this.#ahead;
    const most = Math.min(this.#left, ARRIVALS_AHEAD);
    this.#arrivals.fill(ahead, most);
    let count = 0;
    for (; count < most; count += 1) {
      const timeUs = ahead[count] ?? Infinity;
      if (timeUs >= this.#endUs) break;
      ahead[count] = Math.round(timeUs);
    }
    this.#left = count < most ? 0 : this.#left - count;
    ahead.fill(Infinity, count);
    this.#usedAhead = 0;
  }

  /** Value bytes of every record, if they are all the same. */
  get sameSizeBytes(): number | undefined {
    return this.#isUniform ? this.#nextValueBytes : undefined;
  }

  /** Value bytes of the next record. */
  nextSizeBytes(): number {
    return this.#nextValueBytes;
  }

  /** Makes the next record; its send() was called at this time, given in both units, and was planned for its arrival. */
  add(calledUs: number, calledMs: number, arrivalUs: number): number {
    const record = this.#isUniform ? this.#table.add(this.#uniformPayloadBytes, calledMs) : this.#addDrawn(calledMs);
    if (record >= this.#calledUs.length) this.#grow();
    this.#calledUs[record] = calledUs;
    const lagUs = calledUs - arrivalUs;
    if (lagUs >= LEAST_LAG_US) this.#noteLag(record, lagUs);
    return record;
  }

  #noteLag(record: number, lagUs: number): void {
    if (this.#lagUs.length < this.#calledUs.length) {
      const grown = new Float64Array(this.#calledUs.length);
      grown.set(this.#lagUs);
      this.#lagUs = grown;
    }
    this.#lagUs[record] = lagUs;
    this.#lagging += 1;
  }

  /** When send() of these records was planned, in their order; false, and nothing written, if all were called on time. */
  plansUs(records: readonly number[], into: Float64Array): boolean {
    if (this.#lagging === 0) return false;
    let isAnyLate = false;
    for (let at = 0; at < records.length; at += 1) {
      const record = records[at] ?? 0;
      const lagUs = this.#lagUs[record] ?? 0;
      if (lagUs > 0) isAnyLate = true;
      into[at] = (this.#calledUs[record] ?? 0) - lagUs;
    }
    return isAnyLate;
  }

  #addDrawn(calledMs: number): number {
    const { mix } = this.#plan;
    if (mix !== undefined) return this.#addMixed(mix, calledMs);
    const valueBytes = this.#nextValueBytes;
    this.#nextValueBytes = this.#plan.nextValueBytes();
    const key = this.#keys?.next();
    const keyBytes = key === undefined ? undefined : keySizeBytes(key);
    const { count, encodedBytes } = this.#plan.headers;
    const payload = payloadBytes(keyBytes, valueBytes, count, encodedBytes);
    const record = this.#table.add(payload, calledMs);
    if (record >= this.#calledUs.length) this.#grow();
    if (key !== undefined) this.#partitions[record] = this.#keys?.partition(key) ?? -1;
    return record;
  }

  #addMixed(mix: TopicMix, calledMs: number): number {
    const topic = this.#nextTopic;
    const valueBytes = this.#nextValueBytes;
    this.#nextTopic = mix.next();
    this.#nextValueBytes = mix.topics[this.#nextTopic]?.nextValueBytes() ?? 0;
    const keys = mix.topics[topic]?.keys;
    const key = keys?.next();
    const keyBytes = key === undefined ? undefined : keySizeBytes(key);
    const { count, encodedBytes } = this.#plan.headers;
    const record = this.#table.add(payloadBytes(keyBytes, valueBytes, count, encodedBytes), calledMs);
    if (record >= this.#calledUs.length) this.#grow();
    this.#topics[record] = topic;
    this.#partitions[record] = key === undefined ? -1 : (keys?.partition(key) ?? -1);
    mix.sent[topic] = (mix.sent[topic] ?? 0) + 1;
    return record;
  }

  /** Partition of a record by its key, within its topic; -1 when no key decides. */
  keyPartition(record: number): number {
    const hasKeys = this.#keys !== undefined || this.#plan.mix !== undefined;
    return !hasKeys || !this.#plan.keysDecide ? -1 : (this.#partitions[record] ?? -1);
  }

  /** Place of a record's topic among several; 0 with one. */
  topicOf(record: number): number {
    return this.#topics[record] ?? 0;
  }

  /** send() refused the record. */
  refuse(record: number): void {
    const { mix } = this.#plan;
    const topic = this.topicOf(record);
    if (mix !== undefined) mix.refused[topic] = (mix.refused[topic] ?? 0) + 1;
    this.release(record);
  }

  /** The record's send() had to wait until now. */
  noteAppend(record: number, nowUs: number): void {
    this.#appendedUs.set(record, nowUs);
  }

  /** When send() was called. */
  calledUs(record: number): number {
    return this.#calledUs[record] ?? 0;
  }

  /** When send() was called for each of these records, in their order. */
  callsUs(records: readonly number[], into: Float64Array): void {
    const calledUs = this.#calledUs;
    for (let at = 0; at < records.length; at += 1) into[at] = calledUs[records[at] ?? 0] ?? 0;
  }

  /** Some record's send() had to wait. */
  get anyBlocked(): boolean {
    return this.#appendedUs.size > 0;
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
    if (this.#lagging > 0) this.#forgetLag(record);
    this.#table.release(record);
  }

  /** The story of these records is over. */
  releaseAll(records: readonly number[]): void {
    if (this.#appendedUs.size > 0) for (const record of records) this.#appendedUs.delete(record);
    if (this.#lagging > 0) for (const record of records) this.#forgetLag(record);
    this.#table.releaseAll(records);
  }

  /** The number of a record is used again. */
  #forgetLag(record: number): void {
    if ((this.#lagUs[record] ?? 0) === 0) return;
    this.#lagUs[record] = 0;
    this.#lagging -= 1;
  }

  #grow(): void {
    const calledUs = new Float64Array(this.#calledUs.length * 2);
    calledUs.set(this.#calledUs);
    this.#calledUs = calledUs;
    const partitions = new Int32Array(this.#calledUs.length).fill(-1);
    partitions.set(this.#partitions);
    this.#partitions = partitions;
    if (this.#plan.mix === undefined) return;
    const topics = new Uint8Array(this.#calledUs.length);
    topics.set(this.#topics);
    this.#topics = topics;
  }
}
