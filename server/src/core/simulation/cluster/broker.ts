import type { EventQueue } from "../engine/event-queue.js";
import type { ProduceError } from "../producer/errors.js";
import type { ArrivingBatch } from "./broker-partition.js";
import type { ModelCosts } from "./costs.js";
import type { LeaderView } from "./leader-view.js";
import { ByteQuota } from "./quota.js";

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
  /** The broker has read it from the socket. */
  readonly onRead: () => void;
  readonly answer: (reply: ProduceReply, view: LeaderView) => void;
}

/** When a request passed which stage at the broker, in microseconds. */
export interface RequestStages {
  arrivedUs: number;
  startedUs: number;
  appendedUs: number;
  answeredUs: number;
}

/** The broker's end of a connection: one request at a time, until its answer is written (`SocketServer`, muted channel). */
interface ServerConnection {
  readonly received: ArrivingRequest[];
  busy: boolean;
  quota: ByteQuota | undefined;
}

/** What a broker needs besides the clock. */
export interface BrokerWorld {
  readonly queue: EventQueue;
  readonly costs: ModelCosts;
  readonly view: LeaderView;
  /** Quota of every client; Infinity for none. */
  readonly producerBytesPerSecond: number;
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
  readonly #connections = new Map<number, ServerConnection>();
  readonly #ready: { readonly connection: ServerConnection; readonly request: ArrivingRequest }[] = [];
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

  #later(delayUs: number, happen: () => void): void {
    const generation = this.#generation;
    this.#queue.at(Math.max(this.#queue.nowUs, this.#hungUntilUs) + delayUs, () => {
      if (generation === this.#generation) happen();
    });
  }

  #newConnection(): ServerConnection {
    const limit = this.#producerBytesPerSecond;
    return { received: [], busy: false, quota: limit === Infinity ? undefined : new ByteQuota(limit) };
  }

  #takeUp(connection: ServerConnection): void {
    if (connection.busy) return;
    const request = connection.received.shift();
    if (request === undefined) return;
    connection.busy = true;
    request.onRead();
    this.#ready.push({ connection, request });
    this.#schedule();
  }

  #schedule(): void {
    while (this.#freeThreads > 0) {
      const next = this.#ready.shift();
      if (next === undefined) return;
      this.#freeThreads -= 1;
      const { connection, request } = next;
      request.stages.startedUs = this.#queue.nowUs;
      this.#later(this.#serviceUs(request), () => {
        this.#append(connection, request);
        this.#freeThreads += 1;
        this.#schedule();
      });
    }
  }

  #serviceUs({ batches, bytes, extraUs }: ArrivingRequest): number {
    const { requestUs, requestPerPartitionUs, requestPerByteUs } = this.#costs;
    const slowUs = this.#queue.nowUs < this.#slowUntilUs ? this.#slowByUs : 0;
    const stallUs = batches.length > 0 ? Math.max(0, this.#diskUntilUs - this.#queue.nowUs) : 0;
    return requestUs + batches.length * requestPerPartitionUs + bytes * requestPerByteUs + extraUs + slowUs + stallUs;
  }

  #append(connection: ServerConnection, request: ArrivingRequest): void {
    request.stages.appendedUs = this.#queue.nowUs;
    const errors = request.batches.map((batch) => {
      return this.view.leader(batch.partition.index) === this.id
        ? batch.partition.append(batch, request.acks, this.id)
        : "NOT_LEADER_OR_FOLLOWER";
    });
    let open = 1;
    const settle = (): void => {
      open -= 1;
      if (open === 0) this.#answer(connection, request, errors);
    };
    if (request.acks === -1) {
      request.batches.forEach((batch, index) => {
        if (errors[index] !== undefined) return;
        open += 1;
        batch.partition.whenReplicated(this.id, (error) => {
          errors[index] = error;
          settle();
        });
      });
    }
    this.#onAppended(this);
    settle();
  }

  #answer(connection: ServerConnection, request: ArrivingRequest, errors: readonly (ProduceError | undefined)[]): void {
    request.stages.answeredUs = this.#queue.nowUs;
    const throttleUs = connection.quota?.record(request.bytes, this.#queue.nowUs) ?? 0;
    if (this.#queue.nowUs >= this.#muteUntilUs)
      request.answer({ errors, throttleUs, hints: this.#hints(request, errors) }, this.view);
    this.#later(this.#costs.unmuteUs + throttleUs, () => {
      connection.busy = false;
      this.#takeUp(connection);
    });
  }

  #hints({ batches }: ArrivingRequest, errors: readonly (ProduceError | undefined)[]): readonly LeaderHint[] {
    const hints: LeaderHint[] = [];
    batches.forEach(({ partition: { index } }, at) => {
      if (errors[at] !== "NOT_LEADER_OR_FOLLOWER") return;
      hints.push({ partition: index, leader: this.view.leader(index), epoch: this.view.epoch(index) });
    });
    return hints;
  }
}
