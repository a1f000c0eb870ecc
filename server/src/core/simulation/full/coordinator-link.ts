import type { EventQueue, PlannedEvent } from "../engine/event-queue.js";
import type { ClientNode } from "./client-node.js";

/** What asking the coordinator needs from its client. */
export interface CoordinatorHost {
  readonly nodes: readonly ClientNode[];
  readonly nowMs: number;
  deliver(handle: () => void): void;
}

/** Requests to the transaction coordinator, one at a time; they share a connection with the records for its broker. */
export class CoordinatorLink {
  readonly #queue: EventQueue;
  readonly #preferred: number;
  readonly #requestTimeoutUs: number;
  readonly #host: CoordinatorHost;
  #asked: { readonly node: ClientNode; readonly timeout: PlannedEvent } | undefined;

  constructor(queue: EventQueue, preferred: number, requestTimeoutMs: number, host: CoordinatorHost) {
    this.#queue = queue;
    this.#preferred = preferred;
    this.#requestTimeoutUs = requestTimeoutMs * 1_000;
    this.#host = host;
  }

  /** A request has no answer yet. */
  get isWaiting(): boolean {
    return this.#asked !== undefined;
  }

  /**
   * Sends a request once the connection can take one; returns how long the poll may wait. `handle` runs at the broker and says
   * how long the answer waits for its log; `hear` runs on the Sender's thread.
   */
  ask(nowMs: number, handle: () => number, hear: () => void): number {
    const node = this.#coordinator();
    const { connection } = node;
    if (!connection.isOpen) node.connect();
    if (!connection.canSend(nowMs)) return connection.pollDelayMs(nowMs);
    connection.otherInFlight += 1;
    const timeout = this.#queue.at(this.#queue.nowUs + this.#requestTimeoutUs, () => node.close(true));
    const asked = { node, timeout };
    this.#asked = asked;
    const onAnswer = (): void => {
      if (this.#asked !== asked) return;
      this.#queue.cancel(timeout);
      connection.otherInFlight -= 1;
      this.#asked = undefined;
      hear();
    };
    node.wire.ask(() => this.#host.deliver(onAnswer), handle);
    return Infinity;
  }

  /** A connection is gone; whether a request was on it. */
  onClosed(node: ClientNode): boolean {
    if (this.#asked?.node !== node) return false;
    this.#queue.cancel(this.#asked.timeout);
    this.#asked = undefined;
    return true;
  }

  /** The coordinator moves on when its broker is fenced; loading its log there is left out. */
  #coordinator(): ClientNode {
    const { nodes } = this.#host;
    for (let at = 0; at < nodes.length; at += 1) {
      const node = nodes[(this.#preferred + at) % nodes.length];
      if (node?.isFenced === false) return node;
    }
    const [first] = nodes;
    if (first === undefined) throw new RangeError("a cluster has a broker");
    return first;
  }
}
