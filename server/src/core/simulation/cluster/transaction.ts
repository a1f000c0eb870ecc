/** One transaction of a producer, as its batches and markers refer to it. */
export class Transaction {
  readonly producer: number;
  /** Partitions that the coordinator has noted: they get the marker. */
  readonly partitions: Set<number> = new Set();
  /** Partitions whose leaders have asked the coordinator about it (KIP-890). */
  readonly verified: Set<number> = new Set();
  /** What the coordinator has decided. */
  outcome: "open" | "committed" | "aborted" = "open";

  constructor(producer: number) {
    this.producer = producer;
  }
}
