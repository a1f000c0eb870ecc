import type { EventQueue } from "../engine/event-queue.js";
import type { ClientNode } from "./client-node.js";

/** How long the connections of a client may be idle. */
export interface IdleTimes {
  /** connections.max.idle.ms of the client; Infinity: never closed. */
  readonly clientUs: number;
  /** connections.max.idle.ms of the brokers. */
  readonly brokerUs: number;
  /** request.timeout.ms: no poll of the client waits longer. */
  readonly longestPollUs: number;
}

/** Whose connections they are. */
export interface IdleClient {
  readonly nodes: readonly ClientNode[];
  /** Ends the Sender's poll. */
  wake(): void;
}

/**
 * Closes connections that nothing went over for too long. The client looks when a poll ends, at the one that was idle longest,
 * and closes it whether it waits for an answer or not (`Selector.IdleExpiryManager`); brokers look at theirs by the clock.
 */
export class IdleConnections {
  readonly #queue: EventQueue;
  readonly #times: IdleTimes;
  readonly #client: IdleClient;
  #nextCheckUs: number;
  #polledUs: number;

  constructor(queue: EventQueue, times: IdleTimes, client: IdleClient) {
    this.#queue = queue;
    this.#times = times;
    this.#client = client;
    this.#nextCheckUs = queue.nowUs + times.clientUs;
    this.#polledUs = queue.nowUs;
  }

  /** Begins to look. */
  start(): void {
    this.#plan();
  }

  /** A poll of the client has ended. */
  onPoll(): void {
    const { nowUs } = this.#queue;
    this.#polledUs = nowUs;
    if (nowUs <= this.#nextCheckUs) return;
    const oldest = this.#oldest();
    this.#nextCheckUs = (oldest?.activeUs ?? nowUs) + this.#times.clientUs;
    if (oldest !== undefined && nowUs > this.#nextCheckUs) oldest.expire();
  }

  /** One look is planned at a time: when the oldest connection would be too old, at the end of the poll that is under way then. */
  #plan(): void {
    const { clientUs, brokerUs, longestPollUs } = this.#times;
    const leastUs = Math.min(clientUs, brokerUs);
    if (leastUs === Infinity) return;
    const dueUs = (this.#oldest()?.activeUs ?? this.#queue.nowUs) + leastUs;
    const polls = Math.max(1, Math.ceil((dueUs - this.#polledUs) / longestPollUs));
    const atUs = clientUs <= brokerUs ? this.#polledUs + polls * longestPollUs : dueUs;
    this.#queue.at(Math.max(atUs, this.#queue.nowUs) + 1, () => {
      this.#closeAtBrokers();
      this.#client.wake();
      this.#plan();
    });
  }

  #closeAtBrokers(): void {
    for (const node of this.#client.nodes) {
      if (node.connection.isOpen && this.#queue.nowUs - node.activeUs > this.#times.brokerUs) node.expire();
    }
  }

  #oldest(): ClientNode | undefined {
    let oldest: ClientNode | undefined;
    for (const node of this.#client.nodes) {
      if (!node.connection.isOpen && !node.isConnecting) continue;
      if (oldest === undefined || node.activeUs < oldest.activeUs) oldest = node;
    }
    return oldest;
  }
}
