import { objectList } from "./object-list.js";
import type { SimulationEvent } from "./event-queue.js";

/** Events in a binary heap: by time, and at one time by the order in which they were planned. */
export class EventHeap {
  readonly #heap: SimulationEvent[] = objectList();

  get size(): number {
    return this.#heap.length;
  }

  push(event: SimulationEvent): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(event);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || !isBefore(event, parent)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = event;
  }

  /** Takes the first event out; undefined if there is none. */
  pop(): SimulationEvent | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || last === first) return first;
    let at = 0;
    for (;;) {
      const left = heap[2 * at + 1];
      if (left === undefined) break;
      const right = heap[2 * at + 2];
      const goesRight = right !== undefined && isBefore(right, left);
      const child = goesRight ? right : left;
      if (!isBefore(child, last)) break;
      heap[at] = child;
      at = goesRight ? 2 * at + 2 : 2 * at + 1;
    }
    heap[at] = last;
    return first;
  }
}

function isBefore(left: SimulationEvent, right: SimulationEvent): boolean {
  return left.timeUs < right.timeUs || (left.timeUs === right.timeUs && left.order < right.order);
}
