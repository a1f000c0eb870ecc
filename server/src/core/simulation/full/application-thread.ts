import { APPENDED, APPENDED_NEW_BATCH, NO_MEMORY, type AppendOutcome } from "../producer/accumulator.js";
import type { BufferWaiter } from "../producer/buffer-pool.js";
import type { FailureCause } from "../cluster/ledger.js";
import type { ModelCosts } from "../cluster/costs.js";
import type { EventQueue, PlannedEvent } from "../engine/event-queue.js";
import { rejectionName, TRANSACTION_FAILED } from "../producer/producer.js";
import type { SendingThread, TransactionGate } from "./application-threads.js";
import type { Statistics } from "./statistics.js";
import type { WorkloadRecords } from "./workload-records.js";

/** What an application thread does with a record, and who hears of it. */
export interface SendPort {
  /** send(): appends, or says why not; `heldBytes` is memory the thread waited for. */
  append(record: number, nowMs: number, heldBytes: number): AppendOutcome;
  waitForMemory(record: number): BufferWaiter;
  stopWaiting(waiter: BufferWaiter): void;
  /** The partitions of a record's topic are known; if not, this asks for them. */
  askForMetadata(record: number): boolean;
  /** flush(): returns false if there is nothing to wait for; else the thread hears of its end. */
  flush(onFlushed: () => void): boolean;
  /** A thread has no more records. When none has, the application closes its producer, which sends what lingers. */
  onExhausted(): void;
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
  /** Calls flush() after so many records; Infinity: never. */
  readonly flushEvery: number;
  /** See {@link ProducerBehaviour.namesExhaustedBuffer}. */
  readonly namesExhaustedBuffer: boolean;
}

/** A thread of the application: takes records as they arrive, one send() at a time. */
export class ApplicationThread implements SendingThread {
  /** When its next append happens; Infinity while it is blocked or has nothing to send. */
  nextUs: number;
  readonly #queue: EventQueue;
  readonly #sendUs: number;
  readonly #sendPerByteUs: number;
  /** What send() takes in whole microseconds if it is always the same; else -1. */
  readonly #wholeSendUs: number;
  readonly #plan: SendingPlan;
  readonly #records: WorkloadRecords;
  readonly #port: SendPort;
  readonly #statistics: Statistics;
  readonly #transactions: TransactionGate | undefined;
  #arrivalUs = 0;
  #calledUs = 0;
  #record = -1;
  #waiter: BufferWaiter | undefined;
  #waitsForMetadata = false;
  #waitsForCallback = false;
  #waitsForFlush = false;
  #deadline: PlannedEvent | undefined;
  /** The present call of send() has had to wait. */
  #hasWaited = false;
  #pausedUntilUs = 0;
  #isClosed = false;
  #sinceFlush = 0;
  #isHeld = false;
  /** When the append that was planned before a hold would have been; Infinity if none was. */
  #heldUs = Infinity;
  #isExhausted = false;

  constructor(
    queue: EventQueue,
    costs: ModelCosts,
    plan: SendingPlan,
    records: WorkloadRecords,
    port: SendPort,
    statistics: Statistics,
    transactions?: TransactionGate,
  ) {
    this.#transactions = transactions;
    this.#queue = queue;
    this.#sendUs = costs.sendUs;
    this.#sendPerByteUs = costs.sendPerByteUs;
    this.#plan = plan;
    this.#wholeSendUs = wholeUs(costs.sendUs + (records.sameSizeBytes ?? NaN) * costs.sendPerByteUs);
    this.#records = records;
    this.#port = port;
    this.#statistics = statistics;
    this.nextUs = Infinity;
  }

  /** It waits in send(), flush() or for the end of a transaction. */
  get isBlocked(): boolean {
    return this.#waiter !== undefined || this.#waitsForMetadata || this.#waitsForFlush || this.#isHeld;
  }

  get isQuiet(): boolean {
    return this.#isHeld || this.#isExhausted || this.#isClosed;
  }

  get isExhausted(): boolean {
    return this.#isExhausted || this.#isClosed;
  }

  hold(): void {
    if (this.nextUs === Infinity || this.#calledUs <= this.#queue.nowUs) return;
    this.#isHeld = true;
    this.#heldUs = this.nextUs;
    this.nextUs = Infinity;
  }

  release(): void {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    const heldUs = this.#heldUs;
    this.#heldUs = Infinity;
    if (heldUs === Infinity) this.#takeUp(this.#queue.nowUs);
    else {
      const sendUs = heldUs - this.#calledUs;
      this.#calledUs = Math.max(this.#calledUs, this.#queue.nowUs, this.#pausedUntilUs);
      this.nextUs = this.#calledUs + sendUs;
    }
  }

  /** Takes up the first record. */
  start(): void {
    this.#takeUp(this.#queue.nowUs);
  }

  /** The append due at `nextUs`. */
  step(): void {
    const nowMs = Math.floor(this.#calledUs / 1_000);
    this.#record = this.#records.add(this.#calledUs, nowMs, this.#arrivalUs);
    this.#statistics.recordsSent += 1;
    if (this.#port.askForMetadata(this.#record)) this.#finish(this.#port.append(this.#record, nowMs, 0));
    else {
      this.#waitsForMetadata = true;
      this.#block();
    }
  }

  /** The memory it waits for is there. */
  onMemoryGranted(waiter: BufferWaiter): void {
    if (waiter !== this.#waiter) return;
    this.#waiter = undefined;
    this.#goOn(waiter.sizeBytes);
  }

  /** The partitions of a topic are known. */
  onMetadata(): void {
    if (!this.#waitsForMetadata || !this.#port.askForMetadata(this.#record)) return;
    this.#waitsForMetadata = false;
    this.#goOn(0);
  }

  /** Callbacks of records ran: if it waits for one of them, it goes on. */
  onCallbacks(records: readonly number[]): void {
    if (!this.#waitsForCallback || !records.includes(this.#record)) return;
    this.#waitsForCallback = false;
    this.#next();
  }

  /** The process stands still. */
  pause(untilUs: number): void {
    this.#pausedUntilUs = Math.max(this.#pausedUntilUs, untilUs);
    if (this.nextUs !== Infinity) this.nextUs = Math.max(this.nextUs, this.#pausedUntilUs);
  }

  /** The producer was closed: a thread in send() fails, and nothing more is sent. */
  close(): void {
    this.#isClosed = true;
    this.#isHeld = false;
    this.nextUs = Infinity;
    if (this.#waiter === undefined && !this.#waitsForMetadata) return;
    this.#queue.cancel(this.#deadline);
    this.#giveUp("KafkaException", "closed");
  }

  #onFlushed(): void {
    this.#waitsForFlush = false;
    this.#takeUp(this.#queue.nowUs);
  }

  #goOn(heldBytes: number): void {
    this.#queue.cancel(this.#deadline);
    this.#records.noteAppend(this.#record, this.#queue.nowUs);
    const outcome = this.#port.append(this.#record, Math.floor(this.#queue.nowUs / 1_000), heldBytes);
    if (outcome !== NO_MEMORY) this.#noteUnblocked();
    this.#finish(outcome);
  }

  #finish(outcome: AppendOutcome): void {
    if (outcome === NO_MEMORY) {
      const waiter = this.#port.waitForMemory(this.#record);
      this.#waiter = waiter;
      // With a thread in line every batch is sendable, so the Sender has something to do.
      this.#port.wake();
      this.#block();
      return;
    }
    const accepted = outcome >= APPENDED;
    if (!accepted) this.#reject(rejectionName(outcome), outcome === TRANSACTION_FAILED ? "other" : "too-large");
    else if (outcome !== APPENDED) this.#onBatchChanged(outcome);
    if (accepted && this.#plan.synchronous) {
      this.#waitsForCallback = true;
      this.nextUs = Infinity;
    } else this.#next();
  }

  /** A batch was opened or filled up: only now is more memory in use, and something for the Sender to do. */
  #onBatchChanged(outcome: AppendOutcome): void {
    if ((outcome & APPENDED_NEW_BATCH) !== 0) {
      const usedBytes = this.#port.usedBytes();
      if (usedBytes > this.#statistics.mostBufferBytes) this.#statistics.mostBufferBytes = usedBytes;
    }
    this.#port.wake();
  }

  /** send() waits for memory or metadata, until max.block.ms is over. */
  #block(): void {
    this.nextUs = Infinity;
    if (!this.#hasWaited) this.#statistics.callsBlocked += 1;
    this.#hasWaited = true;
    this.#deadline = this.#queue.at(this.#calledUs + this.#plan.maxBlockMs * 1_000, () => {
      const noMemory = rejectionName(NO_MEMORY, this.#plan.namesExhaustedBuffer);
      if (this.#waiter === undefined) this.#giveUp("TimeoutException", "metadata");
      else this.#giveUp(noMemory, "buffer");
      this.#takeUp(this.#queue.nowUs);
    });
  }

  #giveUp(exception: string, cause: FailureCause): void {
    if (this.#waiter !== undefined) this.#port.stopWaiting(this.#waiter);
    this.#waiter = undefined;
    this.#waitsForMetadata = false;
    this.#noteUnblocked();
    this.#reject(exception, cause);
  }

  /** send() goes on, or fails. */
  #noteUnblocked(): void {
    this.#hasWaited = false;
    this.#statistics.blockedCalls.add(this.#queue.nowUs - this.#calledUs);
  }

  #reject(exception: string, cause: FailureCause): void {
    if (!this.#isClosed) this.#transactions?.fail(exception);
    this.#statistics.refuse(exception, cause);
    this.#records.refuse(this.#record);
  }

  /** A record is done with: the next, unless it is time to flush. */
  #next(): void {
    this.#sinceFlush += 1;
    if (this.#sinceFlush >= this.#plan.flushEvery) {
      this.#sinceFlush = 0;
      this.#waitsForFlush = this.#port.flush(() => this.#onFlushed());
      if (this.#waitsForFlush) {
        this.nextUs = Infinity;
        return;
      }
    }
    this.#takeUp(this.#queue.nowUs);
  }

  /** Takes up the next record: when it arrives, or now if it already has. */
  #takeUp(nowUs: number): void {
    if (this.#isClosed) return;
    if (this.#transactions?.holdsThreads === true) {
      this.#isHeld = true;
      this.nextUs = Infinity;
      this.#transactions.onQuiet();
      return;
    }
    const arrivalUs = this.#records.nextArrivalUs();
    const freeUs = nowUs < this.#pausedUntilUs ? this.#pausedUntilUs : nowUs;
    const calledUs = arrivalUs < freeUs ? freeUs : arrivalUs;
    this.#arrivalUs = arrivalUs;
    this.#calledUs = calledUs;
    // Each record waits for the one before it: without the rounding that chain of numbers is half as long.
    this.nextUs =
      this.#wholeSendUs >= 0 && Math.floor(calledUs) === calledUs
        ? calledUs + this.#wholeSendUs
        : Math.round(calledUs + this.#sendUs + this.#records.nextSizeBytes() * this.#sendPerByteUs);
    if (arrivalUs !== Infinity) return;
    this.#isExhausted = true;
    this.#port.onExhausted();
    this.#transactions?.onQuiet();
  }
}

/** A time rounded; -1 if it is so close to the middle that what it is added to could decide. */
function wholeUs(timeUs: number): number {
  const rounded = Math.round(timeUs);
  return Math.abs(timeUs - rounded) < 0.499 ? rounded : -1;
}
