import { objectList } from "../engine/object-list.js";

/** An application thread that waits in send() for memory; memory is gathered for the first in line only. */
export interface BufferWaiter {
  readonly sizeBytes: number;
  gatheredBytes: number;
}

/**
 * The memory of the accumulator (`BufferPool`): buffer.memory bytes, handed out whole. The real pool keeps freed buffers of
 * batch.size in a list; that decides what is reused, never whether a request for memory succeeds, so one number is enough.
 */
export class BufferPool {
  readonly totalBytes: number;
  #availableBytes: number;
  readonly #waiters: BufferWaiter[] = objectList();
  readonly #onGranted: (waiter: BufferWaiter) => void;

  constructor(totalBytes: number, onGranted: (waiter: BufferWaiter) => void = ignore) {
    this.totalBytes = totalBytes;
    this.#availableBytes = totalBytes;
    this.#onGranted = onGranted;
  }

  get availableBytes(): number {
    return this.#availableBytes;
  }

  /** Threads waiting for memory; with any, every partition is sendable at once. */
  get waiterCount(): number {
    return this.#waiters.length;
  }

  /** Takes memory if there is enough at this instant, past any waiters, as the real pool allows. */
  tryTake(sizeBytes: number): boolean {
    if (sizeBytes > this.#availableBytes) return false;
    this.#availableBytes -= sizeBytes;
    return true;
  }

  /** Queues a thread for memory. It is told by `onGranted` when it holds all of it. */
  wait(sizeBytes: number): BufferWaiter {
    const waiter: BufferWaiter = { sizeBytes, gatheredBytes: 0 };
    this.#waiters.push(waiter);
    return waiter;
  }

  /**
   * Gives up waiting (max.block.ms is over): what was gathered goes back, and the next in line may use it. That may be all of
   * it, if it was granted at this instant and the thread has not heard yet.
   */
  cancel(waiter: BufferWaiter): void {
    const position = this.#waiters.indexOf(waiter);
    if (position >= 0) this.#waiters.splice(position, 1);
    this.#availableBytes += waiter.gatheredBytes;
    waiter.gatheredBytes = 0;
    this.#serveWaiters();
  }

  /** Returns memory and hands it to the threads in line. */
  release(sizeBytes: number): void {
    this.#availableBytes += sizeBytes;
    if (this.#waiters.length > 0) this.#serveWaiters();
  }

  #serveWaiters(): void {
    for (let head = this.#waiters[0]; head !== undefined && this.#availableBytes > 0; head = this.#waiters[0]) {
      const takenBytes = Math.min(head.sizeBytes - head.gatheredBytes, this.#availableBytes);
      head.gatheredBytes += takenBytes;
      this.#availableBytes -= takenBytes;
      if (head.gatheredBytes < head.sizeBytes) return;
      this.#waiters.shift();
      this.#onGranted(head);
    }
  }
}

function ignore(): void {
  // A producer that never blocks needs no word.
}
