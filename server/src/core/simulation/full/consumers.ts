import type { ModelCosts } from "../cluster/costs.js";
import type { EventQueue } from "../engine/event-queue.js";
import type { Statistics } from "./statistics.js";

/** What is known of when a record was sent. */
export interface CallTimes {
  callsUs(records: readonly number[], into: Float64Array): void;
  /** When it was planned; false, and nothing written, if all were sent on time. */
  plansUs(records: readonly number[], into: Float64Array): boolean;
}

/** When the records of a batch were sent, and were to be sent where that is something else. */
interface SentTimes {
  readonly callsUs: Float64Array;
  readonly plansUs: Float64Array | undefined;
}

/** Stands for the time of what no consumer has yet. */
export const NOT_DELIVERED = -1;

/**
 * One consumer for each partition with fetch.min.bytes=1: its fetch waits at the leader until the high watermark moves, and is
 * answered then (`DelayedFetch`). What becomes visible while an answer and the next fetch are under way goes into the next
 * answer. Nothing is planned: when a fetch is back at the leader follows from when it was last answered.
 */
export class Consumers {
  readonly #queue: EventQueue;
  readonly #statistics: Statistics;
  readonly #answerUs: number;
  readonly #roundUs: number;
  /** When a partition's last fetch was answered, or will be. */
  readonly #fetchUs: Float64Array;
  /** When a batch reached its consumer, by its row in the ledger. */
  #deliveredUs = new Float64Array(1_024).fill(NOT_DELIVERED);
  /** When the records of batches were sent that had their callbacks before they were visible. */
  readonly #sent = new Map<number, SentTimes>();

  constructor(queue: EventQueue, costs: ModelCosts, rttUs: number, partitions: number, statistics: Statistics) {
    this.#queue = queue;
    this.#statistics = statistics;
    this.#answerUs = costs.fetchHandleUs + rttUs / 2;
    this.#roundUs = costs.fetchHandleUs + rttUs;
    this.#fetchUs = new Float64Array(partitions).fill(-Infinity);
  }

  /** The high watermark has passed a batch. What was visible before, and came again, counts no more. */
  noteVisible(row: number, partition: number): void {
    if (row >= this.#deliveredUs.length) this.#grow(row);
    if (this.#deliveredUs[row] !== NOT_DELIVERED) return;
    const { nowUs } = this.#queue;
    const lastUs = this.#fetchUs[partition] ?? 0;
    const fetchUs = nowUs <= lastUs ? lastUs : Math.max(nowUs, lastUs + this.#roundUs);
    this.#fetchUs[partition] = fetchUs;
    const deliveredUs = fetchUs + this.#answerUs;
    this.#deliveredUs[row] = deliveredUs;
    const sent = this.#sent.get(row);
    if (sent === undefined) return;
    this.#sent.delete(row);
    this.#statistics.noteDelivered(sent.callsUs, sent.plansUs, sent.callsUs.length, deliveredUs);
  }

  /** When a batch reached its consumer, or will; {@link NOT_DELIVERED} while it is not visible. */
  deliveredUs(row: number): number {
    return this.#deliveredUs[row] ?? NOT_DELIVERED;
  }

  /** The callbacks of a batch run: its records are about to be forgotten, and {@link Statistics} did not count them. */
  noteDone(row: number, records: readonly number[], times: CallTimes): void {
    const deliveredUs = this.#deliveredUs[row] ?? NOT_DELIVERED;
    const callsUs = new Float64Array(records.length);
    times.callsUs(records, callsUs);
    const planned = new Float64Array(records.length);
    const plansUs = times.plansUs(records, planned) ? planned : undefined;
    if (deliveredUs === NOT_DELIVERED) this.#sent.set(row, { callsUs, plansUs });
    else this.#statistics.noteDelivered(callsUs, plansUs, callsUs.length, deliveredUs);
  }

  #grow(row: number): void {
    const deliveredUs = new Float64Array(Math.max(row + 1, this.#deliveredUs.length * 2)).fill(NOT_DELIVERED);
    deliveredUs.set(this.#deliveredUs);
    this.#deliveredUs = deliveredUs;
  }
}
