import type { BufferWaiter } from "../producer/buffer-pool.js";
import type { ApplicationThread } from "./application-thread.js";

/** What a simulation drives: one application thread, or several that share a producer and its records. */
export interface SendingThread {
  /** When its next append happens; Infinity while it is blocked or has nothing to send. */
  readonly nextUs: number;
  /** It waits in send(). */
  readonly isBlocked: boolean;
  /** It is in no send() and waits for no callback: a transaction may end. */
  readonly isQuiet: boolean;
  /** There are no more records. */
  readonly isExhausted: boolean;
  /** Sends nothing more for now, where it is between two records; {@link TransactionGate} tells the others. */
  hold(): void;
  /** Goes on after a hold. */
  release(): void;
  start(): void;
  step(): void;
  onMemoryGranted(waiter: BufferWaiter): void;
  onMetadata(): void;
  onCallbacks(records: readonly number[]): void;
  pause(untilUs: number): void;
  close(): void;
}

/** Says when threads have to stop for the end of a transaction. */
export interface TransactionGate {
  readonly holdsThreads: boolean;
  /** A thread has stopped, or has no more records. */
  onQuiet(): void;
  /** send() refused a record. */
  fail(exception: string): void;
}

/** Threads that take records from one source, each when it is free. */
export class ApplicationThreads implements SendingThread {
  readonly #threads: readonly ApplicationThread[];

  constructor(threads: readonly ApplicationThread[]) {
    this.#threads = threads;
  }

  get nextUs(): number {
    let least = Infinity;
    for (const { nextUs } of this.#threads) if (nextUs < least) least = nextUs;
    return least;
  }

  get isBlocked(): boolean {
    return this.#threads.some(({ isBlocked }) => isBlocked);
  }

  get isQuiet(): boolean {
    return this.#threads.every(({ isQuiet }) => isQuiet);
  }

  get isExhausted(): boolean {
    return this.#threads.every(({ isExhausted }) => isExhausted);
  }

  hold(): void {
    for (const thread of this.#threads) thread.hold();
  }

  release(): void {
    for (const thread of this.#threads) thread.release();
  }

  start(): void {
    for (const thread of this.#threads) thread.start();
  }

  step(): void {
    const due = this.nextUs;
    this.#threads.find(({ nextUs }) => nextUs === due)?.step();
  }

  onMemoryGranted(waiter: BufferWaiter): void {
    for (const thread of this.#threads) thread.onMemoryGranted(waiter);
  }

  onMetadata(): void {
    for (const thread of this.#threads) thread.onMetadata();
  }

  onCallbacks(records: readonly number[]): void {
    for (const thread of this.#threads) thread.onCallbacks(records);
  }

  pause(untilUs: number): void {
    for (const thread of this.#threads) thread.pause(untilUs);
  }

  close(): void {
    for (const thread of this.#threads) thread.close();
  }
}
