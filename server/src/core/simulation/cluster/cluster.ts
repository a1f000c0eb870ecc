import type { EventQueue } from "../engine/event-queue.js";
import { Broker } from "./broker.js";
import { BrokerPartition } from "./broker-partition.js";
import type { ModelCosts } from "./costs.js";
import { Fetcher } from "./fetcher.js";
import type { Ledger } from "./ledger.js";

/** A topic of the cluster. */
export interface TopicPlan {
  readonly name: string;
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly minInsyncReplicas: number;
}

/** Brokers, partitions and the fetch loops between them. Partition p of a topic is led by broker p modulo their number. */
export class Cluster {
  readonly brokers: readonly Broker[];
  readonly partitions: readonly BrokerPartition[];
  readonly #fetchers: readonly Fetcher[];

  constructor(queue: EventQueue, costs: ModelCosts, brokerCount: number, topics: readonly TopicPlan[], ledger: Ledger) {
    this.brokers = Array.from({ length: brokerCount }, (_, id) => {
      return new Broker(id, queue, costs, (broker) => this.#onAppended(broker));
    });
    this.partitions = topics.flatMap(({ name, partitions, replicationFactor, minInsyncReplicas }) =>
      Array.from({ length: partitions }, (_, number) => {
        const replicas = Array.from({ length: replicationFactor }, (__, replica) => (number + replica) % brokerCount);
        return new BrokerPartition(name, number, replicas, minInsyncReplicas, ledger);
      }),
    );
    const pairs = this.brokers.flatMap(({ id }) =>
      this.brokers.filter((other) => other.id !== id).map((other) => [id, other.id] as const),
    );
    this.#fetchers = pairs.map(([follower, leader]) => {
      return new Fetcher(queue, costs, follower, leader, () => this.#shared(follower, leader));
    });
  }

  /** Followers begin to fetch. */
  start(): void {
    for (const fetcher of this.#fetchers) this.#restart(fetcher);
  }

  /** A broker process dies. Its partitions have no leader until {@link electLeaders}. */
  crash(id: number): void {
    this.brokers[id]?.crash();
    for (const fetcher of this.#fetchers) {
      if (fetcher.follower === id || fetcher.leader === id) fetcher.stop();
    }
  }

  /** The controller has noticed that a broker is gone: it leaves the in-sync replicas, and others lead its partitions. */
  electLeaders(gone: number): void {
    for (const partition of this.partitions) {
      if (partition.inSync.length > 1) partition.shrink(gone);
      const heir = partition.inSync.find((broker) => this.brokers[broker]?.alive === true);
      if (partition.leader === gone && heir !== undefined && heir !== gone) partition.elect(heir);
    }
    this.start();
  }

  /** A broker process is back and follows. */
  revive(id: number): void {
    const broker = this.brokers[id];
    if (broker !== undefined) broker.alive = true;
    this.start();
  }

  #restart(fetcher: Fetcher): void {
    const bothLive = this.brokers[fetcher.follower]?.alive === true && this.brokers[fetcher.leader]?.alive === true;
    if (bothLive && this.#shared(fetcher.follower, fetcher.leader).length > 0) fetcher.start();
    else fetcher.stop();
  }

  #shared(follower: number, leader: number): readonly BrokerPartition[] {
    return this.partitions.filter((partition) => partition.leader === leader && partition.replicas.includes(follower));
  }

  #onAppended(broker: Broker): void {
    for (const fetcher of this.#fetchers) {
      if (fetcher.leader === broker.id) fetcher.onAppend();
    }
  }
}
