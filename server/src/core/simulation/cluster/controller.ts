import type { EventQueue } from "../engine/event-queue.js";
import type { RandomStream } from "../engine/random.js";
import type { Broker } from "./broker.js";
import type { BrokerPartition } from "./broker-partition.js";
import type { Network } from "./network.js";
import type { ClusterSettings } from "./settings.js";

/** What the controller rules over. */
export interface Realm {
  readonly queue: EventQueue;
  readonly network: Network;
  readonly settings: ClusterSettings;
  readonly brokers: readonly Broker[];
  readonly partitions: readonly BrokerPartition[];
  readonly random: RandomStream;
  /** Leaders or followers are others now. */
  readonly onChange: () => void;
}

/** The active controller (KRaft): sessions of brokers, elections, in-sync replicas, and who hears of them when. */
export class Controller {
  readonly #realm: Realm;
  #availableUs = 0;

  constructor(realm: Realm) {
    this.#realm = realm;
  }

  /** Begins to look at the in-sync replicas, every half of replica.lag.time.max.ms. */
  start(): void {
    const { queue, settings } = this.#realm;
    queue.at(queue.nowUs + settings.replicaLagUs / 2, () => {
      this.#shrinkInSync();
      this.start();
    });
  }

  /** No controller decides anything up to this time; afterwards every broker has a new session. */
  failOver(untilUs: number): void {
    this.#availableUs = Math.max(this.#availableUs, untilUs);
  }

  /**
   * A broker is silent from now on. It is fenced when its session is over (its last heartbeat is up to one interval old), or
   * after `afterUs`, unless it has been heard of by then.
   */
  noteSilence(id: number, afterUs?: number): void {
    const { queue, settings, random } = this.#realm;
    const sessionUs = settings.sessionTimeoutUs - random.uniform() * settings.heartbeatUs;
    this.#fenceAt(id, queue.nowUs + (afterUs ?? sessionUs));
  }

  /** A broker is heard of again. */
  noteReturn(id: number): void {
    const broker = this.#realm.brokers[id];
    if (broker === undefined) return;
    broker.fenced = false;
    this.#decide(() => {
      for (const partition of this.#realm.partitions) {
        if (partition.isOnline || !partition.replicas.includes(id)) continue;
        if (partition.inSync.includes(id)) this.#elect(partition, id);
        else if (this.#realm.settings.uncleanElection) this.#elect(partition, id, true);
      }
    });
  }

  /** Controlled shutdown: a broker gives up what it leads, and leaves the in-sync replicas. */
  retire(id: number): void {
    this.#decide(() => {
      const broker = this.#realm.brokers[id];
      if (broker !== undefined) broker.fenced = true;
      for (const partition of this.#realm.partitions) {
        partition.shrink(id);
        if (partition.leader === id) this.#electHeir(partition);
      }
    });
  }

  /** Every partition gets the next of its replicas in sync for a leader, or the first (the preferred one). */
  moveLeaders(toPreferred: boolean): void {
    this.#decide(() => {
      for (const partition of this.#realm.partitions) {
        const fit = partition.replicas.filter((replica) => this.#isFit(partition, replica));
        const next = toPreferred ? fit[0] : fit[(fit.indexOf(partition.leader) + 1) % fit.length];
        if (next !== undefined && next !== partition.leader) this.#elect(partition, next);
      }
    });
  }

  #fenceAt(id: number, timeUs: number): void {
    const { queue, settings } = this.#realm;
    queue.at(timeUs, () => {
      const againUs = this.#availableUs + settings.sessionTimeoutUs;
      if (this.#availableUs > queue.nowUs) this.#fenceAt(id, againUs);
      else if (!this.#isHeard(id)) this.#fence(id);
    });
  }

  /** Alive, awake and in touch. */
  #isHeard(id: number): boolean {
    const { queue, network, brokers } = this.#realm;
    const broker = brokers[id];
    if (broker?.alive !== true || broker.hungUntilUs > queue.nowUs) return false;
    return network.cutUntilUs(`broker ${id}`, "controller") <= queue.nowUs;
  }

  #fence(id: number): void {
    const broker = this.#realm.brokers[id];
    if (broker !== undefined) broker.fenced = true;
    this.#decide(() => {
      for (const partition of this.#realm.partitions) {
        if (!partition.replicas.includes(id)) continue;
        partition.shrink(id);
        if (partition.leader === id && partition.isOnline) this.#electHeir(partition);
      }
    });
  }

  #shrinkInSync(): void {
    const { queue, settings, partitions, network } = this.#realm;
    for (const partition of partitions) {
      const canAsk = network.cutUntilUs(`broker ${partition.leader}`, "controller") <= queue.nowUs;
      if (!canAsk || !partition.isOnline) continue;
      for (const broker of partition.laggards(settings.replicaLagUs, queue.nowUs)) {
        this.#decide(() => partition.shrink(broker));
      }
    }
  }

  #isFit(partition: BrokerPartition, id: number): boolean {
    const broker = this.#realm.brokers[id];
    return broker?.alive === true && !broker.fenced && partition.inSync.includes(id);
  }

  #electHeir(partition: BrokerPartition): void {
    const { brokers, settings } = this.#realm;
    const heir = partition.replicas.find((replica) => replica !== partition.leader && this.#isFit(partition, replica));
    const anyone = partition.replicas.find((replica) => brokers[replica]?.alive === true && !brokers[replica].fenced);
    if (heir !== undefined) this.#elect(partition, heir);
    else if (settings.uncleanElection && anyone !== undefined) this.#elect(partition, anyone, true);
    else {
      partition.goOffline();
      this.#announce(partition);
    }
  }

  #elect(partition: BrokerPartition, id: number, unclean: boolean = false): void {
    partition.elect(id, this.#realm.queue.nowUs, unclean);
    this.#announce(partition);
  }

  /** Something that the controller does once there is one. */
  #decide(happen: () => void): void {
    const { queue, onChange } = this.#realm;
    queue.at(Math.max(queue.nowUs, this.#availableUs), () => {
      happen();
      onChange();
    });
  }

  /** Brokers hear of a leader, each in its own time. */
  #announce(partition: BrokerPartition): void {
    const { queue, network, settings, brokers, random, onChange } = this.#realm;
    const { index, leader, isOnline, leaderEpoch } = partition;
    for (const broker of brokers) {
      const delayUs = settings.metadataUs * (1 + random.uniform());
      const reachableUs = network.cutUntilUs("controller", `broker ${broker.id}`);
      queue.at(Math.max(queue.nowUs, reachableUs, broker.hungUntilUs) + delayUs, () => {
        if (!broker.view.learn(index, isOnline ? leader : -1, leaderEpoch)) return;
        if (leader !== broker.id) partition.depose(broker.id);
        onChange();
      });
    }
  }
}
