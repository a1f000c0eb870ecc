import { objectList } from "../engine/object-list.js";
import type { ProduceRequest } from "./request.js";

/** The client's side of the connection to one node (`NetworkClient`, `InFlightRequests`, `ClusterConnectionStates`). */
export class Connection {
  /** Produce requests without an answer, oldest first. */
  readonly inFlight: ProduceRequest[] = objectList();
  /** The newest request is not yet in the socket's buffer: no other may follow. */
  writing: boolean = false;
  /** Connected, for a host that connects by itself; one that does not leaves it alone, and the node is up when its backoff is over. */
  isOpen: boolean = true;
  /** Requests other than Produce without an answer; they count in the window too. */
  otherInFlight: number = 0;
  readonly #maxInFlight: number;
  #closedUntilMs = 0;
  #throttledUntilMs = 0;

  constructor(maxInFlight: number) {
    this.#maxInFlight = maxInFlight;
  }

  /** Connected, and one more request may go (`NetworkClient.ready`). */
  canSend(nowMs: number): boolean {
    // First what is most often in the way.
    if (this.inFlight.length + this.otherInFlight >= this.#maxInFlight || !this.isOpen || this.writing) return false;
    return nowMs >= this.#closedUntilMs && nowMs >= this.#throttledUntilMs;
  }

  /** The reconnect backoff is over: the host may connect. */
  mayConnect(nowMs: number): boolean {
    return !this.isOpen && nowMs >= this.#closedUntilMs;
  }

  /** Milliseconds until it is worth asking again; Infinity when only an answer can help. */
  pollDelayMs(nowMs: number): number {
    if (nowMs < this.#closedUntilMs) return this.#closedUntilMs - nowMs;
    return this.isOpen && nowMs < this.#throttledUntilMs ? this.#throttledUntilMs - nowMs : Infinity;
  }

  /** The broker asked for quiet (throttle_time_ms). */
  throttle(untilMs: number): void {
    this.#throttledUntilMs = Math.max(this.#throttledUntilMs, untilMs);
  }

  /** When the oldest unanswered request runs into the request timeout; Infinity without one. */
  timeoutAtMs(requestTimeoutMs: number): number {
    const oldest = this.inFlight[0];
    return oldest === undefined ? Infinity : oldest.sentMs + requestTimeoutMs;
  }

  /** Closes the connection; it may be used again at `reopenMs`. Returns the requests that failed with it, oldest first. */
  close(reopenMs: number): ProduceRequest[] {
    this.#closedUntilMs = reopenMs;
    this.#throttledUntilMs = 0;
    this.writing = false;
    this.otherInFlight = 0;
    return this.inFlight.splice(0);
  }
}
