import { APPENDED, APPENDED_NEW_BATCH, APPENDED_FULL, NO_MEMORY, type AppendOutcome } from "../producer/accumulator.js";
import type { BufferWaiter } from "../producer/buffer-pool.js";
import type { ModelCosts } from "../cluster/costs.js";
import type { EventQueue, SimulationEvent } from "../engine/event-queue.js";
import { rejectionName } from "../producer/producer.js";
import type { Statistics } from "./statistics.js";
import type { WorkloadRecords } from "./workload-records.js";

/** What an application thread does with a record, and who hears of it. */
export interface SendPort {
  /** send(): appends, or says why not; `heldBytes` is memory the thread waited for. */
  append(record: number, nowMs: number, heldBytes: number): AppendOutcome;
  waitForMemory(record: number): BufferWaiter;
  stopWaiting(waiter: BufferWaiter): void;
  /** The Sender must look. */
  wake(): void;
  /** Bytes of buffer.memory in use. */
  usedBytes(): number;
}

/** How an application sends. */
export interface SendingPlan {
  readonly maxBlockMs: number;
  /** Waits for each record's callback before the next send (`send().get()`). */
  readonly synchronous: boolean;
}

/** A thread of the application: takes records as they arrive, one send() at a time. */
export class ApplicationThread {
  /** When its next append happens; Infinity while it is blocked or has nothing to send. */
  nextUs: number;
  readonly #queue: EventQueue;
  readonly #costs: ModelCosts;
  readonly #plan: SendingPlan;
  readonly #records: WorkloadRecords;
  readonly #port: SendPort;
  readonly #statistics: Statistics;
  #calledUs = 0;
  #record = -1;
  #waiter: BufferWaiter | undefined;
  #deadline: SimulationEvent | undefined;

  constructor(
    queue: EventQueue,
    costs: ModelCosts,
    plan: SendingPlan,
    records: WorkloadRecords,
    port: SendPort,
    statistics: Statistics,
  ) {
    this.#queue = queue;
    this.#costs = costs;
    this.#plan = plan;
    this.#records = records;
    this.#port = port;
    this.#statistics = statistics;
    this.nextUs = Infinity;
  }

  /** It waits in send() for memory. */
  get isBlocked(): boolean {
    return this.#waiter !== undefined;
  }

  /** Takes up the first record. */
  start(): void {
    this.#takeUp(this.#queue.nowUs);
  }

  /** The append due at `nextUs`. */
  step(): void {
    this.#record = this.#records.add(this.#calledUs);
    this.#statistics.recordsSent += 1;
    this.#finish(this.#port.append(this.#record, Math.floor(this.#calledUs / 1_000), 0));
  }

  /** The memory it waits for is there. */
  onMemoryGranted(waiter: BufferWaiter): void {
    if (waiter !== this.#waiter) return;
    this.#waiter = undefined;
    if (this.#deadline !== undefined) this.#deadline.cancelled = true;
    this.#records.noteAppend(this.#record, this.#queue.nowUs);
    this.#finish(this.#port.append(this.#record, Math.floor(this.#queue.nowUs / 1_000), waiter.sizeBytes));
  }

  /** A callback ran: a synchronous application goes on. */
  onCallback(): void {
    if (this.#plan.synchronous && this.nextUs === Infinity && this.#waiter === undefined)
      this.#takeUp(this.#queue.nowUs);
  }

  #finish(outcome: AppendOutcome): void {
    if (outcome === NO_MEMORY) {
      this.#block();
      return;
    }
    this.#statistics.mostBufferBytes = Math.max(this.#statistics.mostBufferBytes, this.#port.usedBytes());
    const accepted = outcome >= APPENDED;
    if (!accepted) this.#reject(outcome);
    else if ((outcome & (APPENDED_NEW_BATCH | APPENDED_FULL)) !== 0) this.#port.wake();
    if (accepted && this.#plan.synchronous) this.nextUs = Infinity;
    else this.#takeUp(this.#queue.nowUs);
  }

  #block(): void {
    this.nextUs = Infinity;
    const waiter = this.#port.waitForMemory(this.#record);
    this.#waiter = waiter;
    // With a thread in line every batch is sendable, so the Sender has something to do.
    this.#port.wake();
    this.#deadline = this.#queue.at(this.#calledUs + this.#plan.maxBlockMs * 1_000, () => {
      this.#waiter = undefined;
      this.#port.stopWaiting(waiter);
      this.#reject(NO_MEMORY);
      this.#takeUp(this.#queue.nowUs);
    });
  }

  #reject(outcome: AppendOutcome): void {
    this.#statistics.fail(rejectionName(outcome), 1);
    this.#records.release(this.#record);
  }

  /** Takes up the next record: when it arrives, or now if it already has. */
  #takeUp(freeUs: number): void {
    const arrivalUs = this.#records.nextArrivalUs();
    this.#calledUs = Math.max(freeUs, Math.round(arrivalUs));
    this.nextUs = Math.round(
      this.#calledUs + this.#costs.sendUs + this.#records.nextSizeBytes() * this.#costs.sendPerByteUs,
    );
  }
}
