import { objectList } from "./object-list.js";
import { EventHeap } from "./event-heap.js";

/** Something that happens at a time. */
export interface SimulationEvent {
  readonly timeUs: number;
  readonly order: number;
  /** Called with the subject. */
  readonly happen: (subject: never) => void;
  readonly subject: unknown;
  cancelled: boolean;
}

/** So many events are kept in a sorted list. */
const MOST_NEAR = 32;

/**
 * The future: events by time, and at one time by the order in which they were planned. Times are whole microseconds.
 * The next few events stand in a sorted list, because most are planned for soon and few are before them: that is several
 * times as fast as a heap. Only when there are many does the heap take the later ones.
 */
export class EventQueue {
  /** The next events, the very next last. No event of the heap is before one of these. */
  readonly #near: SimulationEvent[] = objectList();
  readonly #far = new EventHeap();
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
    const near = this.#near;
    for (;;) {
      const next = near.length === 0 ? undefined : near[near.length - 1];
      if (next === undefined) {
        if (this.#far.size === 0) return Infinity;
        this.#refill();
      } else if (next.cancelled) near.pop();
      else return next.timeUs;
    }
  }

  /**
   * Plans an event; one in the past happens now. Setting `cancelled` on the result takes it back. What happens often should
   * be one function for all, with a subject: a function that is made to be called once costs more than the call.
   */
  at(timeUs: number, happen: () => void): SimulationEvent;
  at<Subject>(timeUs: number, happen: (subject: Subject) => void, subject: Subject): SimulationEvent;
  at(timeUs: number, happen: (subject: never) => void, subject?: unknown): SimulationEvent {
    const rounded = Math.round(timeUs);
    const event: SimulationEvent = {
      timeUs: rounded < this.#nowUs ? this.#nowUs : rounded,
      order: this.#planned,
      happen,
      subject,
      cancelled: false,
    };
    this.#planned += 1;
    const latest = this.#near[0];
    const isNear = this.#far.size === 0 || (latest !== undefined && event.timeUs < latest.timeUs);
    if (isNear) this.#insert(event);
    else this.#far.push(event);
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
    const event = this.#near.pop();
    if (event === undefined) return false;
    this.advance(event.timeUs);
    // Both came from one call of `at`, which has seen that they fit.
    event.happen(event.subject as never);
    return true;
  }

  /** Puts an event into the list, after those of the same time: they were planned before it. */
  #insert(event: SimulationEvent): void {
    const near = this.#near;
    let at = near.length;
    near.push(event);
    for (; at > 0; at -= 1) {
      const later = near[at - 1];
      if (later === undefined || later.timeUs > event.timeUs) break;
      near[at] = later;
    }
    near[at] = event;
    const last = near.length > MOST_NEAR ? near.shift() : undefined;
    if (last !== undefined) this.#far.push(last);
  }

  #refill(): void {
    for (let count = 0; count < MOST_NEAR / 2; count += 1) {
      const event = this.#far.pop();
      if (event === undefined) break;
      this.#near.push(event);
    }
    this.#near.reverse();
  }
}
