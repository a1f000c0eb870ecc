import type { EventQueue } from "../engine/event-queue.js";
import { RandomStream } from "../engine/random.js";
import { Broker } from "./broker.js";
import { BrokerPartition } from "./broker-partition.js";
import { Controller } from "./controller.js";
import type { ModelCosts } from "./costs.js";
import { Fetcher } from "./fetcher.js";
import { LeaderView } from "./leader-view.js";
import type { Ledger } from "./ledger.js";
import { Network, type Party } from "./network.js";
import { DEFAULT_CLUSTER, type ClusterSettings } from "./settings.js";
import { TransactionCoordinator } from "./transaction-coordinator.js";

/** A topic of the cluster. */
export interface TopicPlan {
  readonly name: string;
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly minInsyncReplicas: number;
  /** max.message.bytes; without it message.max.bytes of the cluster. */
  readonly maxMessageBytes?: number;
}

/**
 * Brokers, partitions and the fetch loops between them. Partition p of topic t is led by broker p + t modulo their number.
 * `isUndisturbed`: nobody will call what makes a fault.
 */
export class Cluster {
  readonly brokers: readonly Broker[];
  readonly partitions: readonly BrokerPartition[];
  readonly network: Network;
  readonly controller: Controller;
  readonly transactions: TransactionCoordinator;
  readonly #queue: EventQueue;
  readonly #fetchers: readonly Fetcher[];
  readonly #fetchersByLeader: readonly (readonly Fetcher[])[];

  constructor(
    queue: EventQueue,
    costs: ModelCosts,
    brokerCount: number,
    topics: readonly TopicPlan[],
    ledger: Ledger,
    seed: number = 1,
    changed: Partial<ClusterSettings> = {},
    isUndisturbed: boolean = false,
  ) {
    const settings = { ...DEFAULT_CLUSTER, ...changed };
    this.#queue = queue;
    this.network = new Network(queue, settings, seed);
    this.partitions = partitionsOf(topics, brokerCount, settings, ledger);
    const leaders = this.partitions.map(({ leader }) => leader);
    const { producerBytesPerSecond, namesLeaders, verifiesTransactions } = settings;
    const onAppended = (broker: Broker): void => this.#onAppended(broker);
    this.brokers = Array.from({ length: brokerCount }, (_, id) => {
      return new Broker(id, {
        queue,
        costs,
        view: new LeaderView(leaders),
        producerBytesPerSecond,
        namesLeaders,
        onAppended,
      });
    });
    this.#fetchers = this.brokers.flatMap((follower) => {
      const others = this.brokers.filter((leader) => leader !== follower);
      return others.map((leader) => new Fetcher(queue, costs, this.network, follower, leader, isUndisturbed));
    });
    this.#fetchersByLeader = this.brokers.map(({ id }) => this.#fetchers.filter(({ leader }) => leader === id));
    const { brokers, partitions } = this;
    this.transactions = new TransactionCoordinator({ queue, costs, brokers, partitions, ledger, verifiesTransactions });
    this.controller = new Controller({
      queue,
      network: this.network,
      settings,
      brokers: this.brokers,
      partitions: this.partitions,
      random: new RandomStream(seed, "controller"),
      onChange: () => this.#refresh(),
    });
  }

  /** Followers begin to fetch. */
  start(): void {
    this.#refresh();
    this.controller.start();
  }

  /** A broker process dies. Its partitions have no leader until it is fenced: when its session ends, or after `fencedAfterUs`. */
  crash(id: number, fencedAfterUs?: number): void {
    this.#stop(id);
    this.controller.noteSilence(id, fencedAfterUs);
  }

  /** A broker that has given up its leaderships stops (the end of a controlled shutdown). */
  stop(id: number): void {
    this.#stop(id);
  }

  /** A broker process is back and follows. */
  revive(id: number): void {
    const broker = this.brokers[id];
    if (broker === undefined) return;
    broker.alive = true;
    this.controller.noteReturn(id);
    this.#refresh();
  }

  /** A broker does nothing before this time; if that is too long, it is fenced. */
  hang(id: number, untilUs: number): void {
    this.brokers[id]?.hang(untilUs);
    this.#isolate(id, untilUs);
  }

  /** A follower copies nothing before this time, though its broker is alive. */
  stallReplication(id: number, untilUs: number): void {
    for (const fetcher of this.#fetchers) if (fetcher.follower === id) fetcher.stall(untilUs);
  }

  /** Two parties cannot hear each other before this time. */
  cut(left: Party, right: Party, untilUs: number): void {
    this.network.cut(left, right, untilUs);
    for (const { id } of this.brokers) {
      const party: Party = `broker ${id}`;
      const isFromController = (left === party && right === "controller") || (right === party && left === "controller");
      if (isFromController) this.#isolate(id, untilUs);
    }
  }

  /** The controller does not hear a broker for a while. */
  #isolate(id: number, untilUs: number): void {
    this.controller.noteSilence(id);
    if (untilUs !== Infinity) this.#queue.at(untilUs, () => this.controller.noteReturn(id));
  }

  #stop(id: number): void {
    this.brokers[id]?.crash();
    this.#refresh();
  }

  /** Fetchers start and stop as leaders and brokers come and go. */
  #refresh(): void {
    for (const fetcher of this.#fetchers) {
      const { follower, leader } = fetcher;
      const isLive = this.brokers[follower]?.alive === true && this.brokers[leader]?.alive === true;
      fetcher.follow(isLive ? this.#shared(follower, leader) : []);
    }
  }

  /** What a follower takes from a leader: as the follower knows it. */
  #shared(follower: number, leader: number): readonly BrokerPartition[] {
    const view = this.brokers[follower]?.view;
    return this.partitions.filter((partition) => {
      const knowsLeader = view?.leader(partition.index) === leader && partition.leader === leader;
      return knowsLeader && partition.isOnline && partition.replicas.includes(follower);
    });
  }

  #onAppended(broker: Broker): void {
    const fetchers = this.#fetchersByLeader[broker.id];
    if (fetchers !== undefined) for (const fetcher of fetchers) fetcher.onAppend();
  }
}

function partitionsOf(
  topics: readonly TopicPlan[],
  brokerCount: number,
  settings: ClusterSettings,
  ledger: Ledger,
): readonly BrokerPartition[] {
  const partitions: BrokerPartition[] = [];
  for (const [offset, topic] of topics.entries()) {
    const limits = { ...settings, maxMessageBytes: topic.maxMessageBytes ?? settings.maxMessageBytes };
    for (let number = 0; number < topic.partitions; number += 1) {
      const replicas = Array.from({ length: topic.replicationFactor }, (_, at) => (number + offset + at) % brokerCount);
      const options = { ...limits, minInsyncReplicas: topic.minInsyncReplicas };
      partitions.push(new BrokerPartition(partitions.length, topic.name, number, replicas, options, ledger));
    }
  }
  return partitions;
}
