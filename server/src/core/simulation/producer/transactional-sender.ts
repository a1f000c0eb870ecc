import type { Sender } from "./sender.js";
import type { ProducerSettings } from "./settings.js";
import type { TransactionManager } from "./transaction-manager.js";
import type { TransactionalRequest } from "./transaction-request.js";

/** What the Sender's thread does after a part of its pass: wait for I/O, look whether there is any, sleep, or go on at once. */
export type SenderRest = "poll" | "look" | "sleep" | "none";

/** How the connection stands that a request needs. "down": closed, and too early to open it again. */
export type Readiness = "ready" | "waiting" | "down";

/** The world around the transactional requests of a producer. */
export interface TransactionalHost {
  /** The connection to whom a request goes; the host may connect. */
  readiness(request: TransactionalRequest, nowMs: number): Readiness;
  /** Milliseconds until it is worth asking again; Infinity when only I/O can help. */
  readyDelayMs(request: TransactionalRequest, nowMs: number): number;
  /** A request leaves; its answer goes to {@link TransactionalSender.onAnswered} and the manager. */
  onTransactionalRequest(request: TransactionalRequest, nowMs: number): void;
}

/** What a transactional sender is made of. */
export interface TransactionalSenderParts {
  readonly settings: ProducerSettings;
  readonly manager: TransactionManager;
  readonly sender: Sender;
  /** The part of a pass that concerns records. */
  readonly sendRecords: (nowMs: number) => number;
  /** First steps of a pass: what became of expired batches. */
  readonly resolveSequences: () => void;
  readonly hasIncomplete: () => boolean;
  readonly host: TransactionalHost;
}

/**
 * The passes of the Sender with transactions (`Sender.runOnce`, `maybeSendAndPollTransactionalRequest`): one request to the
 * coordinator at a time, and no records meanwhile. A pass that waits for a connection, or sleeps, is gone on with by the next call.
 */
export class TransactionalSender {
  /** How the Sender's thread spends the time that {@link runOnce} returned. */
  rest: SenderRest = "poll";
  /** The request without an answer. */
  inFlight: TransactionalRequest | undefined;
  readonly #parts: TransactionalSenderParts;
  #current: TransactionalRequest | undefined;
  #phase: "idle" | "connecting" | "sleeping" | "sleeping-unsent" = "idle";
  #connectingSinceMs = 0;

  constructor(parts: TransactionalSenderParts) {
    this.#parts = parts;
  }

  /** A pass is under way: it waits for a connection, or sleeps. */
  get isInPass(): boolean {
    return this.#current !== undefined;
  }

  /** A pass, or the next part of one; returns milliseconds (Infinity: for I/O only), see {@link rest}. */
  runOnce(nowMs: number): number {
    this.rest = "poll";
    const { manager } = this.#parts;
    const request = this.#current;
    if (request !== undefined) return this.#goOn(request, nowMs);
    this.#parts.resolveSequences();
    if (manager.state === "fatal-error") return this.#abandon(nowMs);
    if (manager.startsOver) return this.#startOver(nowMs);
    return this.#ask(nowMs) ?? this.#sendRecords(nowMs);
  }

  /** The request in flight was answered, or its connection is gone. */
  onAnswered(): TransactionalRequest | undefined {
    const request = this.inFlight;
    this.inFlight = undefined;
    return request;
  }

  #abandon(nowMs: number): number {
    const { manager, sender, settings } = this.#parts;
    sender.abortAll(manager.lastError?.exception ?? "KafkaException", nowMs);
    return settings.retryBackoffMs;
  }

  #startOver(nowMs: number): number {
    const { manager, sender } = this.#parts;
    const failure = manager.lastError ?? { exception: "KafkaException" };
    sender.abortAll(failure.exception, nowMs);
    manager.startOver(failure);
    return this.#endPass();
  }

  #sendRecords(nowMs: number): number {
    const { sender, sendRecords } = this.#parts;
    const waitMs = sendRecords(nowMs);
    return sender.takeThrown() ? this.#endPass() : waitMs;
  }

  /** The pass ends without a poll. */
  #endPass(): number {
    this.rest = "none";
    return 0;
  }

  #ask(nowMs: number): number | undefined {
    const { manager, sender, settings, hasIncomplete } = this.#parts;
    if (this.inFlight !== undefined) return settings.retryBackoffMs;
    if (manager.state === "abortable-error")
      sender.abortUnsent(manager.lastError?.exception ?? "KafkaException", nowMs);
    else if (manager.state === "aborting") sender.abortUnsent("TransactionAbortedException", nowMs);
    const request = manager.nextRequest(hasIncomplete);
    if (request === undefined) return undefined;
    if (request === "throws") return this.#endPass();
    if (request.needsCoordinator && !manager.knowsCoordinator) return this.#findAndRetry(request);
    this.#current = request;
    this.#phase = "connecting";
    this.#connectingSinceMs = nowMs;
    // NetworkClientUtils.isReady polls before it asks.
    this.rest = "look";
    return 0;
  }

  #goOn(request: TransactionalRequest, nowMs: number): number {
    switch (this.#phase) {
      case "connecting":
        return this.#connect(request, nowMs);
      case "sleeping-unsent":
        this.#leave();
        this.#parts.manager.retry(request);
        return this.#endPass();
      default:
        return this.#send(request, nowMs);
    }
  }

  #connect(request: TransactionalRequest, nowMs: number): number {
    const { manager, settings, host } = this.#parts;
    const readiness = host.readiness(request, nowMs);
    const leftMs = settings.requestTimeoutMs - (nowMs - this.#connectingSinceMs);
    if (readiness !== "ready") {
      if (readiness === "down" || leftMs <= 0) return this.#findAndRetry(request);
      return Math.min(leftMs, host.readyDelayMs(request, nowMs));
    }
    if (request.needsCoordinator) manager.onCoordinatorReady();
    if (!request.isRetry) return this.#send(request, nowMs);
    this.#phase = "sleeping";
    this.rest = "sleep";
    return Math.min(request.backoffMs, settings.retryBackoffMs);
  }

  #send(request: TransactionalRequest, nowMs: number): number {
    this.#leave();
    this.inFlight = request;
    this.#parts.host.onTransactionalRequest(request, nowMs);
    return this.#parts.settings.retryBackoffMs;
  }

  #findAndRetry(request: TransactionalRequest): number {
    const { manager, settings } = this.#parts;
    if (request.needsCoordinator) {
      this.#leave();
      manager.findCoordinator();
      manager.retry(request);
      return this.#endPass();
    }
    this.#current = request;
    this.#phase = "sleeping-unsent";
    this.rest = "sleep";
    return settings.retryBackoffMs;
  }

  #leave(): void {
    this.#current = undefined;
    this.#phase = "idle";
  }
}
