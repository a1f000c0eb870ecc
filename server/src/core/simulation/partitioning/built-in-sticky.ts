import type { Draw, TopicView } from "./keyless.js";

/** The queues at a look of the Sender: partition `partitions[i]` has `lengths[i]` batches waiting. */
export interface Load {
  readonly lengths: readonly number[];
  readonly partitions: readonly number[];
  /** Some partitions are left out, and are not to be drawn. */
  readonly excludedSome: boolean;
}

/** How often each partition may be drawn: cumulated weights, by partition. */
interface LoadStats {
  readonly cumulated: readonly number[];
  readonly partitions: readonly number[];
}

/** The built-in partitioner of 3.3 on (`BuiltInPartitioner`, KIP-794): stays for batch.size bytes, then draws anew. */
export class BuiltInSticky {
  readonly kind = "by-bytes" as const;
  /** Where records go now, or undefined before the first. */
  #current: number | undefined;
  #producedBytes = 0;
  #load: Load | undefined;
  readonly #batchSizeBytes: number;
  readonly #draw: Draw;
  #view: TopicView;

  constructor(batchSizeBytes: number, view: TopicView, draw: Draw) {
    this.#batchSizeBytes = Math.max(1, batchSizeBytes);
    this.#view = view;
    this.#draw = draw;
  }

  /** The partition records go to now. */
  peek(): number {
    this.#current ??= this.#next();
    return this.#current;
  }

  /**
   * Counts bytes appended to the current partition, and draws a new one when batch.size is reached and a switch is allowed
   * (all batches of the partition are full), or when twice that is reached. Returns whether it drew.
   */
  update(appendedBytes: number, switchAllowed: boolean): boolean {
    this.#producedBytes += appendedBytes;
    const enough = this.#producedBytes >= this.#batchSizeBytes && switchAllowed;
    if (!enough && this.#producedBytes < 2 * this.#batchSizeBytes) return false;
    this.#current = this.#next();
    this.#producedBytes = 0;
    return true;
  }

  /** The metadata changed. */
  setView(view: TopicView): void {
    this.#view = view;
  }

  /**
   * Says how to ask for the load when a partition is drawn, or that there is none to go by (`updatePartitionLoadStats`).
   * The real client weighs at every look of its Sender; only the last look before a draw counts.
   */
  setLoad(load: Load | undefined): void {
    this.#load = load;
  }

  #next(): number {
    const stats = this.#load === undefined ? undefined : loadStats(this.#load);
    if (stats !== undefined) {
      const drawn = this.#draw(stats.cumulated[stats.cumulated.length - 1] ?? 1);
      let at = 0;
      while (at < stats.cumulated.length && drawn >= (stats.cumulated[at] ?? 0)) at += 1;
      return stats.partitions[at] ?? 0;
    }
    const { available, partitionCount } = this.#view;
    if (available.length === 0) return this.#draw(partitionCount);
    return available[this.#draw(available.length)] ?? 0;
  }
}

/** Weight of a partition: longest queue + 1 - its queue. Equal queues of all partitions need no weights. */
function loadStats({ lengths, partitions, excludedSome }: Load): LoadStats | undefined {
  if (lengths.length < 1 || (lengths.length < 2 && !excludedSome)) return undefined;
  let longest = 0;
  let shortest = Infinity;
  for (const length of lengths) {
    if (length > longest) longest = length;
    if (length < shortest) shortest = length;
  }
  if (!excludedSome && shortest === longest) return undefined;
  let sum = 0;
  const cumulated = lengths.map((length) => (sum += longest + 1 - length));
  return { cumulated, partitions };
}
