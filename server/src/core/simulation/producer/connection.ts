import type { ProduceRequest } from "./request.js";

/** The client's side of the connection to one node (`NetworkClient`, `InFlightRequests`, `ClusterConnectionStates`). */
export class Connection {
  /** Requests without an answer, oldest first. */
  readonly inFlight: ProduceRequest[] = [];
  /** The newest request is not yet in the socket's buffer: no other may follow. */
  writing: boolean = false;
  readonly #maxInFlight: number;
  #closedUntilMs = 0;

  constructor(maxInFlight: number) {
    this.#maxInFlight = maxInFlight;
  }

  /** Connected, and one more request may go (`NetworkClient.ready`). */
  canSend(nowMs: number): boolean {
    return !this.writing && nowMs >= this.#closedUntilMs && this.inFlight.length < this.#maxInFlight;
  }

  /** Milliseconds until it is worth asking again; Infinity when only an answer can help. */
  pollDelayMs(nowMs: number): number {
    return nowMs < this.#closedUntilMs ? this.#closedUntilMs - nowMs : Infinity;
  }

  /** When the oldest unanswered request runs into the request timeout; Infinity without one. */
  timeoutAtMs(requestTimeoutMs: number): number {
    const oldest = this.inFlight[0];
    return oldest === undefined ? Infinity : oldest.sentMs + requestTimeoutMs;
  }

  /** Closes the connection; it may be used again at `reopenMs`. Returns the requests that failed with it, oldest first. */
  close(reopenMs: number): ProduceRequest[] {
    this.#closedUntilMs = reopenMs;
    this.writing = false;
    return this.inFlight.splice(0);
  }
}
