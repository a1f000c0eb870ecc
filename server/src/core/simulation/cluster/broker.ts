import type { EventQueue } from "../engine/event-queue.js";
import type { ProduceError } from "../producer/errors.js";
import type { ArrivingBatch } from "./broker-partition.js";
import type { ModelCosts } from "./costs.js";

/** A produce request at a broker. */
export interface ArrivingRequest {
  readonly acks: -1 | 0 | 1;
  readonly bytes: number;
  readonly batches: readonly ArrivingBatch[];
  /** Hears when a thread takes it up, when it is appended, and when its answer leaves. */
  readonly stages: RequestStages;
  /** The broker has read it from the socket. */
  readonly onRead: () => void;
  readonly answer: (errors: readonly (ProduceError | undefined)[]) => void;
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
}

/** A broker: connections, a pool of threads, appends. */
export class Broker {
  readonly id: number;
  /** False while it is down. */
  alive: boolean = true;
  readonly #queue: EventQueue;
  readonly #costs: ModelCosts;
  readonly #onAppended: (broker: Broker) => void;
  readonly #connections = new Map<number, ServerConnection>();
  readonly #ready: { readonly connection: ServerConnection; readonly request: ArrivingRequest }[] = [];
  #freeThreads: number;
  #generation = 0;
  #hungUntilUs = 0;
  #muteUntilUs = 0;
  #slowUntilUs = 0;
  #slowByUs = 0;

  constructor(id: number, queue: EventQueue, costs: ModelCosts, onAppended: (broker: Broker) => void) {
    this.id = id;
    this.#queue = queue;
    this.#costs = costs;
    this.#onAppended = onAppended;
    this.#freeThreads = costs.ioThreads;
  }

  /** A request has come in whole on a connection. */
  receive(connectionId: number, request: ArrivingRequest): void {
    let connection = this.#connections.get(connectionId);
    if (connection === undefined) this.#connections.set(connectionId, (connection = { received: [], busy: false }));
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

  #serviceUs({ batches, bytes }: ArrivingRequest): number {
    const { requestUs, requestPerPartitionUs, requestPerByteUs } = this.#costs;
    const slowUs = this.#queue.nowUs < this.#slowUntilUs ? this.#slowByUs : 0;
    return requestUs + batches.length * requestPerPartitionUs + bytes * requestPerByteUs + slowUs;
  }

  #append(connection: ServerConnection, request: ArrivingRequest): void {
    request.stages.appendedUs = this.#queue.nowUs;
    const errors = request.batches.map((batch) => {
      return batch.partition.leader === this.id
        ? batch.partition.append(batch, request.acks)
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
        batch.partition.whenReplicated((error) => {
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
    if (this.#queue.nowUs >= this.#muteUntilUs) request.answer(errors);
    this.#later(this.#costs.unmuteUs, () => {
      connection.busy = false;
      this.#takeUp(connection);
    });
  }
}
