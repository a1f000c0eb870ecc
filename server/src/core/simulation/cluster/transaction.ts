import type { PlannedEvent } from "../engine/event-queue.js";

/** One transaction of a producer, as its batches and markers refer to it. */
export class Transaction {
  readonly producer: number;
  /** transaction.timeout.ms. */
  readonly timeoutUs: number;
  /** Partitions that the coordinator has noted: they get the marker. */
  readonly partitions: Set<number> = new Set();
  /** Partitions whose leaders have asked the coordinator about it (KIP-890). */
  readonly verified: Set<number> = new Set();
  /** What the coordinator has decided. */
  outcome: "open" | "committed" | "aborted" = "open";
  /** Who made the coordinator abort it and raise the epoch, so that requests with the old one are refused. */
  fencedBy: "timeout" | "producer" | undefined;
  /** The epoch that the coordinator gives a producer that asks for the end of a transaction that has timed out (KIP-890). */
  nextEpoch: number | undefined;
  /** The coordinator's look at its age, while it is open. */
  deadline: PlannedEvent | undefined;
  readonly #onTimeout: () => void;

  constructor(producer: number, timeoutUs: number = Infinity, onTimeout: () => void = nobody) {
    this.producer = producer;
    this.timeoutUs = timeoutUs;
    this.#onTimeout = onTimeout;
  }

  /** It is older than transaction.timeout.ms. */
  timeOut(): void {
    this.fencedBy = "timeout";
    this.#onTimeout();
  }
}

function nobody(): void {
  // Nobody counts.
}
