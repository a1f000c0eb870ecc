/** Called with the subject of its event. */
export type Happen = (subject: never) => void;

const START_SLOTS = 64;

/**
 * What is planned, in columns by slot: no object per event, and lists of slots are sorted without telling the garbage collector
 * of every move. A slot is used again once its event has happened.
 */
export class EventTable {
  timesUs: Float64Array = new Float64Array(START_SLOTS);
  /** Numbers of events in the order in which they were planned. */
  numbers: Float64Array = new Float64Array(START_SLOTS);
  readonly happens: Happen[] = [];
  readonly subjects: unknown[] = [];
  #free = new Int32Array(START_SLOTS);
  #freeCount = 0;

  /** Books an event; returns its slot. */
  add(timeUs: number, number: number, happen: Happen, subject: unknown): number {
    let slot = this.happens.length;
    if (this.#freeCount > 0) {
      this.#freeCount -= 1;
      slot = this.#free[this.#freeCount] ?? 0;
    } else if (slot === this.timesUs.length) this.#grow();
    this.timesUs[slot] = timeUs;
    this.numbers[slot] = number;
    this.happens[slot] = happen;
    this.subjects[slot] = subject;
    return slot;
  }

  /** The event is over. */
  release(slot: number): void {
    this.subjects[slot] = undefined;
    this.#free[this.#freeCount] = slot;
    this.#freeCount += 1;
  }

  timeUs(slot: number): number {
    return this.timesUs[slot] ?? 0;
  }

  number(slot: number): number {
    return this.numbers[slot] ?? 0;
  }

  /** By time, and at one time by the order in which they were planned. */
  isBefore(left: number, right: number): boolean {
    const leftUs = this.timeUs(left);
    const rightUs = this.timeUs(right);
    return leftUs < rightUs || (leftUs === rightUs && this.number(left) < this.number(right));
  }

  #grow(): void {
    const slots = this.timesUs.length * 2;
    const [timesUs, numbers, free] = [this.timesUs, this.numbers, this.#free];
    this.timesUs = new Float64Array(slots);
    this.timesUs.set(timesUs);
    this.numbers = new Float64Array(slots);
    this.numbers.set(numbers);
    this.#free = new Int32Array(slots);
    this.#free.set(free);
  }
}
