import { Backoff, type RandomSource } from "./backoff.js";
import type { ProducerSettings } from "./settings.js";

/** Who leads each partition, by its position among all partitions of the producer, as somebody knows it. */
export interface KnownLeaders {
  readonly partitionCount: number;
  /** -1: none. */
  leader(partition: number): number;
  epoch(partition: number): number;
}

/** What a producer knows of leaders, and when it may ask for news (`Metadata`). Asking is up to its host. */
export class Metadata {
  readonly #backoff: Backoff;
  readonly #epochs: Int32Array;
  readonly #backsOffWithoutNews: boolean;
  readonly #onLeader: (partition: number, leader: number) => void;
  #refreshedMs: number;
  #equivalent = 0;
  #failures = 0;
  #isRequested = false;

  /**
   * `backsOffWithoutNews`: 3.7+, answers without news make the next question wait longer. `refreshedMs`: when the first answer
   * was there. `onLeader` hears of every leader that is news.
   */
  constructor(
    settings: ProducerSettings,
    partitionCount: number,
    backsOffWithoutNews: boolean,
    random: RandomSource,
    onLeader: (partition: number, leader: number) => void,
    refreshedMs: number = -Infinity,
  ) {
    this.#backoff = new Backoff(settings.retryBackoffMs, settings.retryBackoffMaxMs, random);
    this.#epochs = new Int32Array(partitionCount);
    this.#backsOffWithoutNews = backsOffWithoutNews;
    this.#onLeader = onLeader;
    this.#refreshedMs = refreshedMs;
  }

  /** News is wanted. */
  get isRequested(): boolean {
    return this.#isRequested;
  }

  /** Wants news; returns whether it was not wanted before. */
  request(): boolean {
    const isNew = !this.#isRequested;
    this.#isRequested = true;
    return isNew;
  }

  /** When it may be asked, at the earliest: after the backoff since the last answer. */
  dueMs(nowMs: number): number {
    const quiet = this.#backsOffWithoutNews ? this.#equivalent - 1 : 0;
    const waitMs = Math.max(
      this.#backoff.backoffMs(Math.max(0, this.#failures - 1)),
      this.#backoff.backoffMs(Math.max(0, quiet)),
    );
    return Math.max(nowMs, this.#refreshedMs + waitMs);
  }

  /** What somebody says of a leader; older news is passed over. Returns whether it was news. */
  learn(partition: number, leader: number, epoch: number): boolean {
    if (epoch <= (this.#epochs[partition] ?? 0)) return false;
    this.#epochs[partition] = epoch;
    this.#onLeader(partition, leader);
    return true;
  }

  /** The question is lost: it is asked again, and later the more often that happens. */
  fail(): void {
    this.#failures += 1;
    this.#isRequested = false;
  }

  /** The answer. Returns whether all partitions have leaders; if one has none, the client asks again. */
  answer(known: KnownLeaders, nowMs: number): boolean {
    let hasNews = false;
    let isComplete = true;
    for (let partition = 0; partition < known.partitionCount; partition += 1) {
      if (this.learn(partition, known.leader(partition), known.epoch(partition))) hasNews = true;
      if (known.leader(partition) < 0) isComplete = false;
    }
    this.#refreshedMs = nowMs;
    this.#equivalent = hasNews ? 0 : this.#equivalent + 1;
    this.#failures = 0;
    this.#isRequested = false;
    return isComplete;
  }
}
