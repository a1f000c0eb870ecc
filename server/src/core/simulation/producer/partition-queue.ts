import { objectList } from "../engine/object-list.js";
import type { ProducerBatch } from "./batch.js";

/** A partition as the producer knows it from its metadata. */
export interface PartitionInfo {
  readonly topic: string;
  readonly partition: number;
  /** Node number of the leader. */
  readonly leader: number;
}

/** What the producer holds for one partition. */
export class PartitionQueue {
  /** Position among all partitions of the producer. */
  readonly index: number;
  readonly topic: string;
  readonly partition: number;
  /** Node number of the leader; -1 while there is none. */
  leader: number;
  /** Counts the leaders the metadata has named. */
  leaderEpoch: number = 0;
  /** Batches waiting to be sent, the next first; only the last may take records. */
  readonly waiting: ProducerBatch[] = objectList();
  /** Batches drained and neither answered nor expired, oldest drain first (`Sender.inFlightBatches`). */
  readonly inFlight: ProducerBatch[] = objectList();
  /** A batch is in flight and max.in.flight.requests.per.connection is 1. */
  muted: boolean = false;

  constructor(index: number, info: PartitionInfo) {
    this.index = index;
    this.topic = info.topic;
    this.partition = info.partition;
    this.leader = info.leader;
  }

  /** A record was to be appended to it at some time, whether it could or not. */
  everUsed: boolean = false;

  /**
   * The last waiting batch, the only one that may take records. (Without the question for the length an empty array would be
   * read at -1: JavaScript engines look that up as a name, a hundred times as slowly, and all later reads are slower too.)
   */
  get last(): ProducerBatch | undefined {
    const { length } = this.waiting;
    return length === 0 ? undefined : this.waiting[length - 1];
  }

  /** No batch waits that could take more records. */
  get allFull(): boolean {
    const { last } = this;
    return last === undefined || last.isFull;
  }

  /** Size of the last waiting batch; 0 without one. */
  get lastBatchBytes(): number {
    return this.last?.sizeBytes ?? 0;
  }

  /** Forgets a batch that is no longer in flight, if it still is. */
  removeInFlight(batch: ProducerBatch): void {
    if (this.inFlight[0] === batch) {
      this.inFlight.shift();
      return;
    }
    const position = this.inFlight.indexOf(batch);
    if (position > 0) this.inFlight.splice(position, 1);
  }
}
