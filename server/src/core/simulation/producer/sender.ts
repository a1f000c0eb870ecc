import type { Accumulator } from "./accumulator.js";
import type { ProducerBatch } from "./batch.js";
import type { Connection } from "./connection.js";
import type { Drainer } from "./drainer.js";
import { errorFacts, isStaleMetadata, type ProduceError } from "./errors.js";
import type { Idempotence } from "./idempotence.js";
import { inMapOrder } from "./java-map-order.js";
import { groupByTopic, type ProduceRequest } from "./request.js";
import type { ProducerBehaviour, ProducerSettings } from "./settings.js";

/** The world around a producer: it carries requests and hears what became of batches. */
export interface ProducerHost {
  /** A request leaves. */
  onRequest(request: ProduceRequest): void;
  /** All records of a batch get their callback: with the simple name of an exception, or without. */
  onBatchDone(batch: ProducerBatch, exception: string | undefined, nowMs: number): void;
  /** A batch was put back to be sent again. */
  onBatchRetry?(batch: ProducerBatch): void;
  /** A node has something to be sent, but is not connected: the host may connect. */
  onNodeNotReady?(node: number): void;
  /** An answer, or a batch for a partition without a leader, shows that the metadata is out of date. */
  onStaleMetadata?(): void;
  /** A batch was replaced by smaller ones; it has no callbacks of its own. */
  onBatchSplit?(batch: ProducerBatch): void;
}

/** The parts a Sender works on. */
export interface SenderParts {
  readonly settings: ProducerSettings;
  readonly behaviour: ProducerBehaviour;
  readonly accumulator: Accumulator;
  readonly drainer: Drainer;
  readonly connections: readonly Connection[];
  readonly idempotence: Idempotence | undefined;
  readonly host: ProducerHost;
}

/** The I/O thread of the producer (`Sender`): passes over the queues, and what is done with answers. */
export class Sender {
  readonly #parts: SenderParts;
  readonly #keepsOrderByMuting: boolean;
  /** When the next batch reaches its delivery timeout: exactly, or no later than that. */
  #nextExpiryMs = Infinity;
  /** Nothing has happened since {@link #expire} found it that could have made it later. */
  #isExpiryExact = false;
  /** Calls of flush() under way, and close(): everything is sendable at once. */
  flushes: number = 0;

  #hasThrown = false;

  constructor(parts: SenderParts) {
    this.#parts = parts;
    this.#keepsOrderByMuting = parts.settings.maxInFlightRequests === 1;
  }

  /** One pass (`runOnce` up to the poll); returns how long the poll may wait, in milliseconds (Infinity: for I/O only). */
  runOnce(nowMs: number): number {
    const { idempotence, settings } = this.#parts;
    idempotence?.beginPass();
    if (idempotence?.fatalException !== undefined) {
      this.abortAll(idempotence.fatalException, nowMs);
      return settings.retryBackoffMs;
    }
    return this.sendProducerData(nowMs);
  }

  /** An answer arrived: `errors[i]` belongs to `request.batches[i]`; `undefined` is success. */
  onAnswer(request: ProduceRequest, errors: readonly (ProduceError | undefined)[], nowMs: number): void {
    const { batches } = request;
    for (let index = 0; index < batches.length; index += 1) {
      const batch = batches[index];
      if (batch !== undefined && !this.#onBatchAnswer(batch, errors[index], nowMs)) return;
    }
  }

  /** The connection of these requests closed before they were answered. */
  onDisconnect(requests: readonly ProduceRequest[], timedOut: boolean, nowMs: number): void {
    const error =
      timedOut && this.#parts.behaviour.requestTimeoutIsTimedOut ? "REQUEST_TIMED_OUT" : "NETWORK_EXCEPTION";
    for (const request of requests) {
      inMapOrder(request.batches).every((batch) => this.#onBatchAnswer(batch, error, nowMs));
    }
  }

  /** The part of a pass that concerns records; returns how long the poll may wait. */
  sendProducerData(nowMs: number): number {
    const { accumulator, drainer, connections, host, idempotence } = this.#parts;
    const hurries = accumulator.pool.waiterCount > 0 || this.flushes > 0 || idempotence?.isCompleting === true;
    let waitMs = drainer.look(hurries, nowMs);
    if (drainer.sawNoLeader) host.onStaleMetadata?.();
    let requests: ProduceRequest[] | undefined;
    let hasReadyNode = false;
    for (let node = 0; node < connections.length; node += 1) {
      if (drainer.readyNodes[node] !== true) continue;
      const connection = connections[node];
      if (connection?.canSend(nowMs) !== true) {
        waitMs = Math.min(waitMs, connection?.pollDelayMs(nowMs) ?? Infinity);
        drainer.noteNode(node, nowMs, false);
        if (connection?.isOpen === false) host.onNodeNotReady?.(node);
        continue;
      }
      hasReadyNode = true;
      drainer.noteNode(node, nowMs, true);
      const batches = drainer.drain(node, nowMs);
      if (batches.length === 0) continue;
      const request = { node, sentMs: nowMs, batches: groupByTopic(batches) };
      if (requests === undefined) requests = [request];
      else requests.push(request);
    }
    if (requests !== undefined) for (const request of requests) this.#trackInFlight(request);
    this.#noteOpened();
    // Most passes end before the next batch can expire: they need not look for it.
    const isWanted = !hasReadyNode && !this.#isExpiryExact && waitMs > this.#nextExpiryMs - nowMs;
    const needsExpiry = isWanted || nowMs >= this.#nextExpiryMs;
    if (needsExpiry) this.#expire(nowMs);
    if (this.#hasThrown) return 0;
    if (requests !== undefined) for (const request of requests) host.onRequest(request);
    return hasReadyNode ? 0 : Math.max(0, Math.min(waitMs, this.#nextExpiryMs - nowMs));
  }

  /** Whether the pass has ended with an exception: then it does not poll. */
  takeThrown(): boolean {
    const was = this.#hasThrown;
    this.#hasThrown = false;
    return was;
  }

  /** The next batch to expire may be one that was opened since the last look. */
  #noteOpened(): void {
    const { accumulator, settings } = this.#parts;
    const isUnknown = accumulator.isReordered;
    const expiresMs = isUnknown ? -Infinity : accumulator.earliestOpenedMs + settings.deliveryTimeoutMs;
    if (expiresMs < this.#nextExpiryMs) {
      this.#nextExpiryMs = expiresMs;
      this.#isExpiryExact = false;
    }
    accumulator.earliestOpenedMs = Infinity;
  }

  #trackInFlight(request: ProduceRequest): void {
    for (const batch of request.batches) {
      batch.partition.inFlight.push(batch);
      if (this.#keepsOrderByMuting) batch.partition.muted = true;
    }
  }

  /** Fails what has reached its delivery timeout, in the queues and then in flight, and notes when the next one will. */
  #expire(nowMs: number): void {
    this.#nextExpiryMs = Infinity;
    const expired: ProducerBatch[] = [];
    for (const { waiting } of this.#parts.accumulator.partitions) this.#takeExpired(waiting, expired, nowMs);
    const waitingCount = expired.length;
    for (const { inFlight } of this.#parts.accumulator.partitions) this.#takeExpired(inFlight, expired, nowMs);
    this.#isExpiryExact = !this.#parts.accumulator.isUnordered;
    // Where the client throws, the others are lost: they are in no queue any more, and nobody is told.
    this.#hasThrown = !expired.every((batch, index) => this.#failExpired(batch, index < waitingCount, nowMs));
  }

  #takeExpired(batches: ProducerBatch[], expired: ProducerBatch[], nowMs: number): void {
    const { deliveryTimeoutMs } = this.#parts.settings;
    for (let head = batches[0]; head !== undefined; head = batches[0]) {
      const expiresMs = head.createdMs + deliveryTimeoutMs;
      if (expiresMs > nowMs) {
        if (expiresMs < this.#nextExpiryMs) this.#nextExpiryMs = expiresMs;
        return;
      }
      batches.shift();
      head.closed = true;
      expired.push(head);
    }
  }

  /** False where the client throws. */
  #failExpired(batch: ProducerBatch, wasWaiting: boolean, nowMs: number): boolean {
    const { idempotence, behaviour } = this.#parts;
    const isBooked = idempotence?.noteFailure(batch, undefined, false) !== false;
    if (!isBooked && behaviour.lateErrorBumpsEpoch) return false;
    const releasesMemory = wasWaiting || !behaviour.expiredInFlightKeepsMemory;
    this.#finish(batch, "failed", "TimeoutException", releasesMemory, nowMs);
    if (batch.retried) idempotence?.markUnresolved(batch);
    return true;
  }

  /** False where the client throws: the rest of the answer is not looked at, and the batch is gone until its delivery timeout. */
  #onBatchAnswer(batch: ProducerBatch, error: ProduceError | undefined, nowMs: number): boolean {
    if (error === undefined || error === "DUPLICATE_SEQUENCE_NUMBER") this.#succeed(batch, nowMs);
    else if (error === "MESSAGE_TOO_LARGE" && batch.recordCount > 1 && batch.fate === "pending") this.#split(batch);
    else if (this.#canRetry(batch, error, nowMs)) {
      if (!this.#parts.accumulator.reenqueue(batch, nowMs)) return false;
      batch.partition.removeInFlight(batch);
      this.#parts.host.onBatchRetry?.(batch);
    } else if (!this.#fail(batch, error, nowMs)) return false;
    if (error !== undefined && isStaleMetadata(error)) this.#parts.host.onStaleMetadata?.();
    if (this.#keepsOrderByMuting) batch.partition.muted = false;
    return true;
  }

  #succeed(batch: ProducerBatch, nowMs: number): void {
    this.#parts.idempotence?.noteSuccess(batch);
    if (batch.fate === "pending") this.#finish(batch, "succeeded", undefined, true, nowMs);
    else this.#parts.accumulator.deallocate(batch);
  }

  #split(batch: ProducerBatch): void {
    const { idempotence, accumulator, host } = this.#parts;
    idempotence?.removeInFlight(batch);
    accumulator.splitAndReenqueue(batch);
    batch.partition.removeInFlight(batch);
    accumulator.deallocate(batch);
    host.onBatchSplit?.(batch);
  }

  #canRetry(batch: ProducerBatch, error: ProduceError, nowMs: number): boolean {
    const { settings, idempotence, behaviour } = this.#parts;
    if (error === "CONCURRENT_TRANSACTIONS" && !behaviour.retriesConcurrentTransactions) return false;
    if (batch.fate !== "pending" || batch.attempts >= settings.retries) return false;
    if (batch.hasReachedDeliveryTimeout(settings.deliveryTimeoutMs, nowMs)) return false;
    return idempotence === undefined ? errorFacts(error).retriable : idempotence.canRetry(batch, error);
  }

  /** False where the client throws, before 3.6 without having told anybody. */
  #fail(batch: ProducerBatch, answered: ProduceError, nowMs: number): boolean {
    const { settings, behaviour, idempotence, accumulator } = this.#parts;
    const isFenced = answered === "INVALID_PRODUCER_EPOCH" && behaviour.oldEpochIsFenced;
    const error = isFenced ? "PRODUCER_FENCED" : answered;
    const wasPending = batch.fate === "pending";
    if (wasPending || behaviour.lateErrorBumpsEpoch) {
      const isBooked = idempotence?.noteFailure(batch, error, batch.attempts < settings.retries) !== false;
      if (!isBooked && behaviour.lateErrorBumpsEpoch) return false;
    }
    if (wasPending) this.#finish(batch, "failed", errorFacts(error).exception, true, nowMs);
    else accumulator.deallocate(batch);
    return true;
  }

  /** Ends a batch: callbacks first, then its memory. */
  #finish(
    batch: ProducerBatch,
    fate: "succeeded" | "failed",
    exception: string | undefined,
    releasesMemory: boolean,
    nowMs: number,
  ): void {
    batch.fate = fate;
    if (batch.createdMs + this.#parts.settings.deliveryTimeoutMs <= this.#nextExpiryMs) this.#isExpiryExact = false;
    this.#parts.host.onBatchDone(batch, exception, nowMs);
    batch.partition.removeInFlight(batch);
    if (releasesMemory) this.#parts.accumulator.deallocate(batch);
  }

  /** Fails what has no sequence yet: it was never on the wire. */
  abortUnsent(exception: string, nowMs: number): void {
    for (const { waiting } of this.#parts.accumulator.partitions) {
      for (const batch of waiting.filter(({ hasSequence }) => !hasSequence)) {
        waiting.splice(waiting.indexOf(batch), 1);
        batch.closed = true;
        this.#finish(batch, "failed", exception, true, nowMs);
      }
    }
  }

  /** Fails everything that is waiting or in flight (a fatal error, or close() whose time is over). */
  abortAll(exception: string, nowMs: number): void {
    for (const { waiting, inFlight } of this.#parts.accumulator.partitions) {
      for (const batch of waiting.splice(0)) this.#finish(batch, "failed", exception, true, nowMs);
      for (const batch of inFlight.splice(0)) {
        this.#finish(batch, "failed", exception, !this.#parts.behaviour.expiredInFlightKeepsMemory, nowMs);
      }
    }
  }
}
