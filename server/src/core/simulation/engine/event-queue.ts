import { EventHeap } from "./event-heap.js";
import { EventTable, type Happen } from "./event-table.js";

/** An event that was planned, for {@link EventQueue.cancel}. */
export type PlannedEvent = number;

/** So many events are kept in a sorted list. */
const MOST_NEAR = 32;

/**
 * The future: events by time, and at one time by the order in which they were planned. Times are whole microseconds.
 * The next few events stand in a sorted list, because most are planned for soon and few are before them: that is several
 * times as fast as a heap. Only when there are many does the heap take the later ones.
 */
export class EventQueue {
  readonly #table = new EventTable();
  /** The next events, the very next last. No event of the heap is before one of these. */
  readonly #near = new Int32Array(MOST_NEAR + 1);
  #nearCount = 0;
  readonly #far = new EventHeap(this.#table);
  #planned = 0;
  #nowUs = 0;

  /** The virtual time: that of the last event taken. */
  get nowUs(): number {
    return this.#nowUs;
  }

  /** How many events were ever planned: unchanged, nothing new lies before {@link nextUs}. */
  get planned(): number {
    return this.#planned;
  }

  /** Time of the next event; Infinity without one. */
  get nextUs(): number {
    if (this.#nearCount === 0) {
      if (this.#far.size === 0) return Infinity;
      this.#refill();
    }
    return this.#table.timeUs(this.#near[this.#nearCount - 1] ?? 0);
  }

  /**
   * Plans an event; one in the past happens now. What happens often should be one function for all, with a subject: a function
   * that is made to be called once costs more than the call.
   */
  at(timeUs: number, happen: () => void): PlannedEvent;
  at<Subject>(timeUs: number, happen: (subject: Subject) => void, subject: Subject): PlannedEvent;
  at(timeUs: number, happen: Happen, subject?: unknown): PlannedEvent {
    const rounded = Math.round(timeUs);
    const planned = this.#planned;
    this.#planned = planned + 1;
    const dueUs = rounded < this.#nowUs ? this.#nowUs : rounded;
    const slot = this.#table.add(dueUs, planned, happen, subject);
    const isNear = this.#far.size === 0 || (this.#nearCount > 0 && dueUs < this.#table.timeUs(this.#near[0] ?? 0));
    if (isNear) this.#insert(slot, dueUs);
    else this.#far.push(slot);
    return planned;
  }

  /** Takes an event back; what has happened, or was taken back before, stays as it is. */
  cancel(event: PlannedEvent | undefined): void {
    if (event === undefined) return;
    const near = this.#near;
    for (let at = this.#nearCount - 1; at >= 0; at -= 1) {
      const slot = near[at] ?? 0;
      if (this.#table.number(slot) !== event) continue;
      near.copyWithin(at, at + 1, this.#nearCount);
      this.#nearCount -= 1;
      this.#table.release(slot);
      return;
    }
    const slot = this.#far.remove(event);
    if (slot !== undefined) this.#table.release(slot);
  }

  /** Moves the clock to a time that no event precedes. */
  advance(timeUs: number): void {
    if (timeUs < this.#nowUs) throw new RangeError(`time went back from ${this.#nowUs} to ${timeUs}`);
    this.#nowUs = timeUs;
  }

  /** Lets the next event happen; false if there is none. */
  step(): boolean {
    const { nextUs } = this;
    if (nextUs === Infinity) return false;
    this.#nearCount -= 1;
    const slot = this.#near[this.#nearCount] ?? 0;
    this.advance(nextUs);
    const happen = this.#table.happens[slot];
    const subject = this.#table.subjects[slot];
    this.#table.release(slot);
    // Both came from one call of `at`, which has seen that they fit.
    happen?.(subject as never);
    return true;
  }

  /** Puts an event into the list, after those of the same time: they were planned before it. */
  #insert(slot: number, timeUs: number): void {
    const near = this.#near;
    const table = this.#table;
    let at = this.#nearCount;
    for (; at > 0; at -= 1) {
      const later = near[at - 1] ?? 0;
      if (table.timeUs(later) > timeUs) break;
      near[at] = later;
    }
    near[at] = slot;
    this.#nearCount += 1;
    if (this.#nearCount <= MOST_NEAR) return;
    this.#far.push(near[0] ?? 0);
    near.copyWithin(0, 1);
    this.#nearCount = MOST_NEAR;
  }

  #refill(): void {
    const count = Math.min(this.#far.size, MOST_NEAR / 2);
    for (let at = count - 1; at >= 0; at -= 1) this.#near[at] = this.#far.pop();
    this.#nearCount = count;
  }
}
