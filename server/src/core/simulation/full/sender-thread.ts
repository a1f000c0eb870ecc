import type { ModelCosts } from "../cluster/costs.js";
import type { EventQueue, SimulationEvent } from "../engine/event-queue.js";
import type { Producer } from "../producer/producer.js";
import type { ProduceRequest } from "../producer/request.js";

/** A poll that finds a ready node it cannot drain comes back at once; the model lets such a spin take this long. */
const SPIN_US = 1_000;

/** The Sender's thread: passes that take time, and polls that end with I/O, a wake-up or their timeout. */
export class SenderThread {
  readonly #queue: EventQueue;
  readonly #costs: ModelCosts;
  readonly #producer: Producer;
  readonly #transmit: (request: ProduceRequest) => void;
  /** What the network has for the next poll. */
  readonly #inbox: (() => void)[] = [];
  readonly #leaving: ProduceRequest[] = [];
  #isPolling = true;
  #woken = false;
  #timer: SimulationEvent | undefined;
  #callbacks = 0;
  #leavingBatches = 0;

  constructor(queue: EventQueue, costs: ModelCosts, producer: Producer, transmit: (request: ProduceRequest) => void) {
    this.#queue = queue;
    this.#costs = costs;
    this.#producer = producer;
    this.#transmit = transmit;
  }

  /** The present, as the Java client reads its clock. */
  get nowMs(): number {
    return Math.floor(this.#queue.nowUs / 1_000);
  }

  /** Ends the poll (`Selector.wakeup`). */
  wake(): void {
    this.#woken = true;
    if (this.#isPolling) this.#endPoll();
  }

  /** Something happened on the network: it is handled in the next poll, or in the one under way. */
  deliver(handle: () => void): void {
    this.#inbox.push(handle);
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
    if (this.#timer !== undefined) this.#timer.cancelled = true;
    this.#timer = undefined;
    this.#queue.at(this.#queue.nowUs + this.#costs.wakeUs, () => this.#pass());
  }

  #pass(): void {
    this.#woken = false;
    for (const handle of this.#inbox.splice(0)) handle();
    const timeoutMs = this.#producer.runOnce(this.nowMs);
    const { passUs, passPerBatchUs, callbackUs } = this.#costs;
    const busyUs = passUs + this.#leavingBatches * passPerBatchUs + this.#callbacks * callbackUs;
    this.#callbacks = 0;
    this.#leavingBatches = 0;
    if (busyUs === 0) this.#poll(timeoutMs);
    else this.#queue.at(this.#queue.nowUs + busyUs, () => this.#poll(timeoutMs));
  }

  #poll(timeoutMs: number): void {
    const hasSent = this.#leaving.length > 0;
    for (const request of this.#leaving.splice(0)) this.#transmit(request);
    if (hasSent || this.#woken || this.#inbox.length > 0) {
      this.#queue.at(this.#queue.nowUs, () => this.#pass());
      return;
    }
    this.#isPolling = true;
    if (timeoutMs === Infinity) return;
    const waitUs = timeoutMs === 0 ? SPIN_US : timeoutMs * 1_000;
    this.#timer = this.#queue.at(this.#queue.nowUs + waitUs, () => {
      this.#timer = undefined;
      this.#isPolling = false;
      this.#pass();
    });
  }
}
