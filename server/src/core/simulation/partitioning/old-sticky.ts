import type { Draw, TopicView } from "./keyless.js";

/** The sticky cache of 2.4 to 3.2 (`StickyPartitionCache`, KIP-480): a new partition with every new batch. */
export class OldSticky {
  readonly kind = "by-batch" as const;
  #current: number | undefined;
  #view: TopicView;
  readonly #draw: Draw;

  constructor(view: TopicView, draw: Draw) {
    this.#view = view;
    this.#draw = draw;
  }

  /** The partition records go to now. */
  peek(): number {
    this.#current ??= this.#next();
    return this.#current;
  }

  /** A batch is about to be opened for a partition: if records stick to it, or to none so far, they move to a different one. */
  onNewBatch(partition: number): void {
    if (this.#current === undefined || this.#current === partition) this.#current = this.#next();
  }

  /** The metadata changed. */
  setView(view: TopicView): void {
    this.#view = view;
  }

  #next(): number {
    const { available, partitionCount } = this.#view;
    if (available.length === 0) return this.#draw(partitionCount);
    if (available.length === 1) return available[0] ?? 0;
    for (;;) {
      const drawn = available[this.#draw(available.length)] ?? 0;
      if (drawn !== this.#current) return drawn;
    }
  }
}
