import { objectList } from "../engine/object-list.js";
import type { EventQueue } from "../engine/event-queue.js";
import type { ProduceError } from "../producer/errors.js";
import type { ArrivingBatch, ReplicationWaiter } from "./broker-partition.js";
import type { ModelCosts } from "./costs.js";
import type { LeaderView } from "./leader-view.js";
import { ByteQuota } from "./quota.js";
import { ServedRequest } from "./served-request.js";

/** Who leads a partition, as an answer with NOT_LEADER_OR_FOLLOWER says it (KIP-951). */
export interface LeaderHint {
  readonly partition: number;
  readonly leader: number;
  readonly epoch: number;
}

/** A broker's answer to a produce request. */
export interface ProduceReply {
  readonly errors: readonly (ProduceError | undefined)[];
  /** The client is to send nothing for so long (throttle_time_ms). */
  readonly throttleUs: number;
  readonly hints: readonly LeaderHint[];
}

/** A produce request at a broker, or a question without batches. */
export interface ArrivingRequest {
  readonly acks: -1 | 0 | 1;
  readonly bytes: number;
  readonly batches: readonly ArrivingBatch[];
  /** What its batches cost beyond their bytes: looking into compressed ones. */
  readonly extraUs: number;
  /** Hears when a thread takes it up, when it is appended, and when its answer leaves. */
  readonly stages: RequestStages;
  /** How long the broker waits before the append, asked again after each wait; without it not at all. */
  admissionUs?(): number;
  /** What a question is about, done when its turn comes; how long its answer waits for a log. */
  handle?(): number;
  /** The broker has read it from the socket. */
  onRead(): void;
  answer(reply: ProduceReply, view: LeaderView): void;
}

/** When a request passed which stage at the broker, in microseconds. */
export interface RequestStages {
  arrivedUs: number;
  startedUs: number;
  appendedUs: number;
  answeredUs: number;
}

const NO_HINTS: readonly LeaderHint[] = [];

/** The broker's end of a connection: one request at a time, until its answer is written (`SocketServer`, muted channel). */
export interface ServerConnection {
  readonly received: ArrivingRequest[];
  busy: boolean;
  /** After an answer: from when on the next request is read. */
  readableUs: number;
  /** A look at {@link readableUs} is planned. */
  isWatched: boolean;
  quota: ByteQuota | undefined;
}

/** What a broker needs besides the clock. */
export interface BrokerWorld {
  readonly queue: EventQueue;
  readonly costs: ModelCosts;
  readonly view: LeaderView;
  /** Quota of every client; Infinity for none. */
  readonly producerBytesPerSecond: number;
  /** See {@link ClusterSettings.namesLeaders}. */
  readonly namesLeaders: boolean;
  readonly onAppended: (broker: Broker) => void;
}

/** A broker: connections, a pool of threads, appends. */
export class Broker {
  readonly id: number;
  /** False while it is down. */
  alive: boolean = true;
  /** The controller does not count on it. */
  fenced: boolean = false;
  /** Whom it takes for the leaders. */
  readonly view: LeaderView;
  readonly #queue: EventQueue;
  readonly #costs: ModelCosts;
  readonly #onAppended: (broker: Broker) => void;
  readonly #producerBytesPerSecond: number;
  readonly #namesLeaders: boolean;
  readonly #connections = new Map<number, ServerConnection>();
  readonly #ready: ServedRequest[] = objectList();
  readonly #servedLater = (served: ServedRequest): void => this.#onServed(served);
  readonly #admittedLater = (served: ServedRequest): void => {
    if (served.generation === this.#generation) this.#admit(served);
  };
  readonly #loggedLater = (served: ServedRequest): void => {
    if (served.generation === this.#generation) served.settle();
  };
  #freeThreads: number;
  #generation = 0;
  #hungUntilUs = 0;
  #muteUntilUs = 0;
  #slowUntilUs = 0;
  #slowByUs = 0;
  #diskUntilUs = 0;

  constructor(id: number, world: BrokerWorld) {
    this.id = id;
    this.view = world.view;
    this.#queue = world.queue;
    this.#costs = world.costs;
    this.#onAppended = world.onAppended;
    this.#producerBytesPerSecond = world.producerBytesPerSecond;
    this.#namesLeaders = world.namesLeaders;
    this.#freeThreads = world.costs.ioThreads;
  }

  /** Until when it does nothing at all. */
  get hungUntilUs(): number {
    return this.#hungUntilUs;
  }

  /** Until when nothing is written to its disk. */
  get stalledUntilUs(): number {
    return Math.max(this.#hungUntilUs, this.#diskUntilUs);
  }

  /** A request has come in whole on a connection. */
  receive(connectionId: number, request: ArrivingRequest): void {
    let connection = this.#connections.get(connectionId);
    if (connection === undefined) this.#connections.set(connectionId, (connection = this.#newConnection()));
    request.stages.arrivedUs = this.#queue.nowUs;
    connection.received.push(request);
    this.#takeUp(connection);
  }

  /** The client closed a connection: what was not taken up is forgotten. */
  forget(connectionId: number): void {
    this.#connections.delete(connectionId);
  }

  /** Everything in memory is gone. */
  crash(): void {
    this.alive = false;
    this.#generation += 1;
    this.#connections.clear();
    this.#ready.length = 0;
    this.#freeThreads = this.#costs.ioThreads;
  }

  /** No thread does anything before this time. */
  hang(untilUs: number): void {
    this.#hungUntilUs = Math.max(this.#hungUntilUs, untilUs);
  }

  /** Its answers are lost up to this time; what it is asked to do it does. */
  loseAnswers(untilUs: number): void {
    this.#muteUntilUs = Math.max(this.#muteUntilUs, untilUs);
  }

  /** Appends wait until this time; what is read is still read. */
  stallDisk(untilUs: number): void {
    this.#diskUntilUs = Math.max(this.#diskUntilUs, untilUs);
  }

  /** Every request takes so much longer up to this time. */
  slowDown(byUs: number, untilUs: number): void {
    this.#slowByUs = byUs;
    this.#slowUntilUs = untilUs;
  }

  /** Appends a marker (WriteTxnMarkers); false if it cannot now. */
  appendMarker(marker: ArrivingBatch, waiter: ReplicationWaiter): boolean {
    const { partition } = marker;
    const leads = partition.leader === this.id && this.view.leader(partition.index) === this.id;
    if (!this.alive || !leads || partition.append(marker, -1, this.id) !== undefined) return false;
    partition.whenReplicated(this.id, waiter, 0);
    this.#onAppended(this);
    return true;
  }

  #newConnection(): ServerConnection {
    const limit = this.#producerBytesPerSecond;
    const quota = limit === Infinity ? undefined : new ByteQuota(limit);
    return { received: objectList(), busy: false, readableUs: 0, isWatched: false, quota };
  }

  #takeUp(connection: ServerConnection): void {
    if (connection.busy) return;
    // Most answers find no further request: so nothing is planned until there is one.
    if (this.#queue.nowUs < connection.readableUs) {
      if (connection.received.length > 0) this.#watch(connection);
      return;
    }
    const request = connection.received.shift();
    if (request === undefined) return;
    connection.busy = true;
    request.onRead();
    const served = new ServedRequest(connection, request, this.#generation, this);
    if (this.#freeThreads > 0) this.#serve(served);
    else this.#ready.push(served);
  }

  #watch(connection: ServerConnection): void {
    if (connection.isWatched) return;
    connection.isWatched = true;
    const generation = this.#generation;
    this.#queue.at(connection.readableUs, () => {
      connection.isWatched = false;
      if (generation === this.#generation) this.#takeUp(connection);
    });
  }

  /** A thread takes it up. */
  #serve(served: ServedRequest): void {
    const { nowUs } = this.#queue;
    this.#freeThreads -= 1;
    served.request.stages.startedUs = nowUs;
    this.#queue.at(Math.max(nowUs, this.#hungUntilUs) + this.#serviceUs(served.request), this.#servedLater, served);
  }

  #onServed(served: ServedRequest): void {
    if (served.generation !== this.#generation) return;
    this.#admit(served);
    this.#freeThreads += 1;
    while (this.#freeThreads > 0 && this.#ready.length > 0) {
      const next = this.#ready.shift();
      if (next !== undefined) this.#serve(next);
    }
  }

  #serviceUs({ batches, bytes, extraUs }: ArrivingRequest): number {
    const { requestUs, requestPerPartitionUs, requestPerByteUs } = this.#costs;
    const slowUs = this.#queue.nowUs < this.#slowUntilUs ? this.#slowByUs : 0;
    const stallUs = batches.length > 0 ? Math.max(0, this.#diskUntilUs - this.#queue.nowUs) : 0;
    return requestUs + batches.length * requestPerPartitionUs + bytes * requestPerByteUs + extraUs + slowUs + stallUs;
  }

  /** Appends, once it may: no thread waits for that, only the connection does. */
  #admit(served: ServedRequest): void {
    const waitUs = served.request.admissionUs?.() ?? 0;
    if (waitUs > 0) this.#queue.at(this.#queue.nowUs + waitUs, this.#admittedLater, served);
    else this.#append(served);
  }

  #append(served: ServedRequest): void {
    const { request, errors } = served;
    const { batches, acks, stages } = request;
    stages.appendedUs = this.#queue.nowUs;
    for (let index = 0; index < batches.length; index += 1) {
      const batch = batches[index];
      if (batch === undefined) continue;
      const leads = this.view.leader(batch.partition.index) === this.id;
      errors[index] = leads ? batch.partition.append(batch, acks, this.id) : "NOT_LEADER_OR_FOLLOWER";
    }
    if (acks === -1) {
      for (let index = 0; index < batches.length; index += 1) {
        if (errors[index] !== undefined) continue;
        served.open += 1;
        batches[index]?.partition.whenReplicated(this.id, served, index);
      }
    }
    this.#onAppended(this);
    const waitUs = request.handle?.() ?? 0;
    if (waitUs > 0) {
      served.open += 1;
      this.#queue.at(this.#queue.nowUs + waitUs, this.#loggedLater, served);
    }
    served.settle();
  }

  /** Answers a request; the next of its connection is read a little later. */
  answer({ connection, request, errors }: ServedRequest): void {
    request.stages.answeredUs = this.#queue.nowUs;
    const throttleUs = connection.quota?.record(request.bytes, this.#queue.nowUs) ?? 0;
    if (this.#queue.nowUs >= this.#muteUntilUs)
      request.answer({ errors, throttleUs, hints: this.#hints(request, errors) }, this.view);
    const { nowUs } = this.#queue;
    connection.readableUs = Math.round(Math.max(nowUs, this.#hungUntilUs) + this.#costs.unmuteUs + throttleUs);
    connection.busy = false;
    this.#takeUp(connection);
  }

  #hints({ batches }: ArrivingRequest, errors: readonly (ProduceError | undefined)[]): readonly LeaderHint[] {
    if (!this.#namesLeaders || !errors.includes("NOT_LEADER_OR_FOLLOWER")) return NO_HINTS;
    const hints: LeaderHint[] = [];
    batches.forEach(({ partition: { index } }, at) => {
      if (errors[at] !== "NOT_LEADER_OR_FOLLOWER") return;
      hints.push({ partition: index, leader: this.view.leader(index), epoch: this.view.epoch(index) });
    });
    return hints;
  }
}
