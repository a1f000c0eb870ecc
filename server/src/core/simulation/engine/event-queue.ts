/** Something that happens at a time. */
export interface SimulationEvent {
  readonly timeUs: number;
  readonly order: number;
  readonly happen: () => void;
  cancelled: boolean;
}

/** The future: events by time, and at one time by the order in which they were planned. Times are whole microseconds. */
export class EventQueue {
  readonly #heap: SimulationEvent[] = [];
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
    let next = this.#heap[0];
    while (next?.cancelled === true) {
      this.#removeFirst();
      next = this.#heap[0];
    }
    return next === undefined ? Infinity : next.timeUs;
  }

  /** Plans an event; one in the past happens now. Setting `cancelled` on the result takes it back. */
  at(timeUs: number, happen: () => void): SimulationEvent {
    const event: SimulationEvent = {
      timeUs: Math.max(Math.round(timeUs), this.#nowUs),
      order: this.#planned,
      happen,
      cancelled: false,
    };
    this.#planned += 1;
    this.#heap.push(event);
    this.#rise(this.#heap.length - 1);
    return event;
  }

  /** Moves the clock to a time that no event precedes. */
  advance(timeUs: number): void {
    if (timeUs < this.#nowUs) throw new RangeError(`time went back from ${this.#nowUs} to ${timeUs}`);
    this.#nowUs = timeUs;
  }

  /** Lets the next event happen; false if there is none. */
  step(): boolean {
    if (this.nextUs === Infinity) return false;
    const event = this.#removeFirst();
    if (event === undefined) return false;
    this.advance(event.timeUs);
    event.happen();
    return true;
  }

  #removeFirst(): SimulationEvent | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || last === first) return first;
    heap[0] = last;
    this.#sink();
    return first;
  }

  #rise(from: number): void {
    const heap = this.#heap;
    const event = heap[from];
    let at = from;
    while (event !== undefined && at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || !isBefore(event, parent)) break;
      heap[at] = parent;
      heap[above] = event;
      at = above;
    }
  }

  #sink(): void {
    const heap = this.#heap;
    const event = heap[0];
    let at = 0;
    while (event !== undefined) {
      const left = heap[2 * at + 1];
      if (left === undefined) return;
      const right = heap[2 * at + 2];
      const goesRight = right !== undefined && isBefore(right, left);
      const child = goesRight ? right : left;
      if (!isBefore(child, event)) return;
      const below = goesRight ? 2 * at + 2 : 2 * at + 1;
      heap[at] = child;
      heap[below] = event;
      at = below;
    }
  }
}

function isBefore(left: SimulationEvent, right: SimulationEvent): boolean {
  return left.timeUs < right.timeUs || (left.timeUs === right.timeUs && left.order < right.order);
}
