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
  readonly transactional: boolean;
  readonly reconnectBackoffUs: number;
  /** The Sender may send records: the producer id is there. */
  onReady(): void;
  /** Partitions of topics are known. */
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
  /** By topic: asked for, and answered. */
  readonly #asked = new Set<number>();
  readonly #known: boolean[] = [];

  constructor(port: StartupPort) {
    this.#port = port;
  }

  /** Partitions of a topic are known: send() need not wait for them. */
  hasMetadata(topic: number): boolean {
    return this.#known[topic] === true;
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

  /** The first send() to a topic asks for it: a new topic is asked for at once, alone (`requestUpdateForNewTopics`). */
  askForTopic(topic: number): void {
    if (this.#asked.has(topic)) return;
    this.#asked.add(topic);
    if (this.#isConnected) this.#fetchMetadata([topic]);
  }

  #onConnected(): void {
    this.#isConnected = true;
    // With a transactional.id the Sender asks for the producer id when initTransactions() is called.
    if (this.#port.idempotent && !this.#port.transactional) this.#afterQuestion(() => this.#port.onReady());
    else this.#port.onReady();
    if (this.#asked.size > 0) this.#fetchMetadata([...this.#asked]);
  }

  #fetchMetadata(topics: readonly number[]): void {
    this.#afterQuestion(() => {
      for (const topic of topics) this.#known[topic] = true;
      this.#port.onMetadata();
    });
  }

  #afterQuestion(happen: () => void): void {
    const { queue, costs } = this.#port;
    queue.at(queue.nowUs + costs.clientRttUs + costs.requestUs, happen);
  }
}
