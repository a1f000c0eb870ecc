import type { EventTable } from "./event-table.js";

/** Events, by their slots in the table, in a binary heap: the next is on top. */
export class EventHeap {
  readonly #table: EventTable;
  #slots = new Int32Array(64);
  #size = 0;

  constructor(table: EventTable) {
    this.#table = table;
  }

  get size(): number {
    return this.#size;
  }

  push(slot: number): void {
    if (this.#size === this.#slots.length) this.#grow();
    const slots = this.#slots;
    let at = this.#size;
    this.#size += 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = slots[above] ?? 0;
      if (!this.#table.isBefore(slot, parent)) break;
      slots[at] = parent;
      at = above;
    }
    slots[at] = slot;
  }

  /** Takes the first event out; there has to be one. */
  pop(): number {
    const slots = this.#slots;
    const first = slots[0] ?? 0;
    this.#size -= 1;
    const size = this.#size;
    const last = slots[size] ?? 0;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && this.#table.isBefore(slots[child + 1] ?? 0, slots[child] ?? 0)) child += 1;
      const slot = slots[child] ?? 0;
      if (!this.#table.isBefore(slot, last)) break;
      slots[at] = slot;
      at = child;
    }
    slots[at] = last;
    return first;
  }

  /** Takes the event with this number out; returns its slot, or undefined if it is not here. That is rare: it may take long. */
  remove(number: number): number | undefined {
    const all = this.#slots.slice(0, this.#size);
    const found = all.find((slot) => this.#table.number(slot) === number);
    if (found === undefined) return undefined;
    this.#size = 0;
    for (const slot of all) if (slot !== found) this.push(slot);
    return found;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    slots.set(this.#slots);
    this.#slots = slots;
  }
}
