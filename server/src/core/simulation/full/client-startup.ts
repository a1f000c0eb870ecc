import type { EventQueue } from "../engine/event-queue.js";
import type { Cluster } from "../cluster/cluster.js";
import type { ModelCosts } from "../cluster/costs.js";

/** What a producer that was just made has to do before it can send. */
export interface StartupPort {
  readonly queue: EventQueue;
  readonly cluster: Cluster;
  readonly costs: ModelCosts;
  readonly producer: number;
  readonly idempotent: boolean;
  /** initTransactions(): FindCoordinator and a connection to it come before InitProducerId, which is written to its log. */
  readonly transactional: boolean;
  readonly reconnectBackoffUs: number;
  /** The Sender may send records: the producer id is there. */
  onReady(): void;
  /** Partitions of the topic are known. */
  onMetadata(): void;
}

/**
 * From the constructor to the first record: connect to a bootstrap address, InitProducerId, and Metadata when the first send()
 * asks for the topic (producer-runtime.md 2.9). Connections to the leaders come after that, since they have node ids of their
 * own.
 */
export class ClientStartup {
  readonly #port: StartupPort;
  #isConnected = false;
  #isAsked = false;
  #hasMetadata = false;

  constructor(port: StartupPort) {
    this.#port = port;
  }

  /** Partitions of the topic are known: send() need not wait for them. */
  get hasMetadata(): boolean {
    return this.#hasMetadata;
  }

  /** Connects to the first address that answers. */
  start(): void {
    const { queue, cluster, costs, producer, reconnectBackoffUs } = this.#port;
    const isReachable = cluster.brokers.some(({ id, alive }) => {
      return alive && cluster.network.cutUntilUs(`producer ${producer}`, `broker ${id}`) <= queue.nowUs;
    });
    if (!isReachable) queue.at(queue.nowUs + Math.max(1_000, reconnectBackoffUs), () => this.start());
    else queue.at(queue.nowUs + 2 * costs.clientRttUs, () => this.#onConnected());
  }

  /** The first send() asks for the topic. */
  askForTopic(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    if (this.#isConnected) this.#fetchMetadata();
  }

  #onConnected(): void {
    this.#isConnected = true;
    if (this.#port.transactional) this.#initTransactions();
    else if (this.#port.idempotent) this.#afterQuestion(() => this.#port.onReady());
    else this.#port.onReady();
    if (this.#isAsked) this.#fetchMetadata();
  }

  #initTransactions(): void {
    const { queue, costs, cluster } = this.#port;
    this.#afterQuestion(() => {
      const connectedUs = queue.nowUs + 2 * costs.clientRttUs;
      const initialisedUs = connectedUs + costs.clientRttUs + costs.requestUs + cluster.transactions.logUs;
      queue.at(initialisedUs, () => this.#port.onReady());
    });
  }

  #fetchMetadata(): void {
    this.#afterQuestion(() => {
      this.#hasMetadata = true;
      this.#port.onMetadata();
    });
  }

  #afterQuestion(happen: () => void): void {
    const { queue, costs } = this.#port;
    queue.at(queue.nowUs + costs.clientRttUs + costs.requestUs, happen);
  }
}
