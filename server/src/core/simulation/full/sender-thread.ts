import { objectList } from "../engine/object-list.js";
import type { ModelCosts } from "../cluster/costs.js";
import type { EventQueue, PlannedEvent } from "../engine/event-queue.js";
import type { Producer } from "../producer/producer.js";
import type { ProduceRequest } from "../producer/request.js";

/** A poll that finds a ready node it cannot drain comes back at once; the model lets such a spin take this long. */
const SPIN_US = 1_000;

/** The Sender's thread: passes that take time, and polls that end with I/O, a wake-up or their timeout. */
export class SenderThread {
  readonly #queue: EventQueue;
  readonly #costs: ModelCosts;
  readonly #producer: Pick<Producer, "runOnce">;
  readonly #transmit: (request: ProduceRequest) => void;
  readonly #idle: { onPoll(): void };
  /** What the network has for the next poll. */
  readonly #inbox: { readonly handle: (subject: never) => void; readonly subject: unknown }[] = objectList();
  readonly #leaving: ProduceRequest[] = objectList();
  readonly #passLater = (): void => this.#pass();
  readonly #sendLater = (): void => this.#send();
  readonly #timerLater = (): void => this.#onTimer();
  #timer: PlannedEvent | undefined;
  #isPolling = true;
  /** When the work of the last pass is done. */
  #busyUntilUs = 0;
  #woken = false;
  #isAllowed: boolean;
  /** When the poll is over; Infinity when only I/O ends it, or outside a poll. */
  #wakeAtUs = Infinity;
  #plannedUs = Infinity;
  #callbacks = 0;
  #leavingBatches = 0;

  constructor(
    queue: EventQueue,
    costs: ModelCosts,
    producer: Pick<Producer, "runOnce">,
    isAllowed: boolean,
    transmit: (request: ProduceRequest) => void,
    idle: { onPoll(): void },
  ) {
    this.#idle = idle;
    this.#isAllowed = isAllowed;
    this.#queue = queue;
    this.#costs = costs;
    this.#producer = producer;
    this.#transmit = transmit;
  }

  /** The present, as the Java client reads its clock. */
  get nowMs(): number {
    return Math.floor(this.#queue.nowUs / 1_000);
  }

  /** Records may be sent: nothing is before the producer id is there. */
  allow(): void {
    this.#isAllowed = true;
    this.wake();
  }

  /** The process stands still. */
  pause(untilUs: number): void {
    this.#busyUntilUs = Math.max(this.#busyUntilUs, untilUs);
  }

  /** Ends the poll (`Selector.wakeup`). */
  wake(): void {
    this.#woken = true;
    if (this.#isPolling) this.#endPoll();
  }

  /** Something happened on the network: it is handled in the next poll, or in the one under way. */
  deliver(handle: () => void): void;
  deliver<Subject>(handle: (subject: Subject) => void, subject: Subject): void;
  deliver(handle: (subject: never) => void, subject?: unknown): void {
    this.#inbox.push({ handle, subject });
    if (this.#isPolling) this.#endPoll();
  }

  /** A request is made in this pass; it leaves when the pass is over. */
  queueRequest(request: ProduceRequest): void {
    this.#leaving.push(request);
    this.#leavingBatches += request.batches.length;
  }

  /** Callbacks ran on this thread. */
  countCallbacks(callbacks: number): void {
    this.#callbacks += callbacks;
  }

  #endPoll(): void {
    this.#isPolling = false;
    this.#wakeAtUs = Infinity;
    this.#queue.at(Math.max(this.#queue.nowUs, this.#busyUntilUs) + this.#costs.wakeUs, this.#passLater);
  }

  #pass(): void {
    this.#woken = false;
    for (let left = this.#inbox.length; left > 0; left -= 1) {
      const delivered = this.#inbox.shift();
      // Both came from one call of `deliver`, which has seen that they fit.
      delivered?.handle(delivered.subject as never);
    }
    this.#idle.onPoll();
    const timeoutMs = this.#isAllowed ? this.#producer.runOnce(this.nowMs) : Infinity;
    const { passUs, passPerBatchUs, callbackUs } = this.#costs;
    const busyUs = passUs + this.#leavingBatches * passPerBatchUs + this.#callbacks * callbackUs;
    this.#callbacks = 0;
    this.#busyUntilUs = Math.max(this.#busyUntilUs, this.#queue.nowUs + Math.round(busyUs));
    if (this.#leaving.length === 0) this.#poll(timeoutMs);
    else if (this.#busyUntilUs === this.#queue.nowUs) this.#send();
    else this.#queue.at(this.#busyUntilUs, this.#sendLater);
  }

  /** The requests of the pass leave; a poll with something to write comes back at once. */
  #send(): void {
    this.#leavingBatches = 0;
    for (let left = this.#leaving.length; left > 0; left -= 1) {
      const request = this.#leaving.shift();
      if (request !== undefined) this.#transmit(request);
    }
    this.#pass();
  }

  #poll(timeoutMs: number): void {
    this.#isPolling = true;
    if (this.#woken || this.#inbox.length > 0) {
      this.#endPoll();
      return;
    }
    if (timeoutMs === Infinity) return;
    this.#wakeAtUs = this.#busyUntilUs + (timeoutMs === 0 ? SPIN_US : timeoutMs * 1_000);
    if (this.#wakeAtUs < this.#plannedUs) this.#planTimer(this.#wakeAtUs);
  }

  /** Plans a look at the clock. Polls often end early, so the timer is kept and planned again only when it rings too soon. */
  #planTimer(timeUs: number): void {
    this.#queue.cancel(this.#timer);
    this.#plannedUs = timeUs;
    this.#timer = this.#queue.at(timeUs, this.#timerLater);
  }

  #onTimer(): void {
    this.#timer = undefined;
    this.#plannedUs = Infinity;
    if (this.#queue.nowUs < this.#wakeAtUs) {
      if (this.#wakeAtUs !== Infinity) this.#planTimer(this.#wakeAtUs);
      return;
    }
    if (this.#queue.nowUs < this.#busyUntilUs) {
      this.#planTimer(this.#busyUntilUs);
      return;
    }
    this.#wakeAtUs = Infinity;
    this.#isPolling = false;
    this.#pass();
  }
}
