import type { ArrivingBatch, BrokerPartition } from "../cluster/broker-partition.js";
import type { ArrivingRequest, Broker, RequestStages } from "../cluster/broker.js";
import type { ModelCosts } from "../cluster/costs.js";
import type { EventQueue } from "../engine/event-queue.js";
import type { ProduceError } from "../producer/errors.js";
import type { ProduceRequest } from "../producer/request.js";

/** Bytes the client's socket takes before a write waits (send.buffer.bytes). */
const SEND_BUFFER_BYTES = 131_072;

/** Bytes the broker's socket takes while the broker does not read (socket.receive.buffer.bytes). */
const RECEIVE_BUFFER_BYTES = 102_400;

/** Request fields around the batches, per request and per partition [A]. */
const REQUEST_BYTES = 90;
const PARTITION_BYTES = 20;

/** What a connection needs from its client. */
export interface ConnectionPort {
  /** An answer has arrived. */
  onAnswer(request: ProduceRequest, errors: readonly (ProduceError | undefined)[], stages: SentStages): void;
  /** The whole request is in the socket's buffer, or not yet. */
  setWriting(node: number, writing: boolean): void;
  partition(index: number): BrokerPartition;
}

/** Stages of a request on its way, with its ends at the client. */
export interface SentStages extends RequestStages {
  sentUs: number;
}

/** The network between one producer and one broker: a shared card, a fluid pipe, and one order of answers. */
export class ClientConnection {
  readonly #queue: EventQueue;
  readonly #costs: ModelCosts;
  readonly #broker: Broker;
  readonly #connectionId: number;
  readonly #producer: number;
  readonly #acks: -1 | 0 | 1;
  readonly #port: ConnectionPort;
  readonly #card: { freeUs: number };
  #generation = 0;
  #lastAnswerUs = 0;
  /** Bytes sent that the broker has not read. */
  #unreadBytes = 0;
  /** What is to be done when the newest request is wholly in the sockets' buffers. */
  #onWritten: (() => void) | undefined;

  constructor(world: {
    readonly queue: EventQueue;
    readonly costs: ModelCosts;
    readonly broker: Broker;
    readonly producer: number;
    readonly acks: -1 | 0 | 1;
    readonly port: ConnectionPort;
    /** The network card all connections of the client share. */
    readonly card: { freeUs: number };
  }) {
    this.#queue = world.queue;
    this.#costs = world.costs;
    this.#broker = world.broker;
    this.#producer = world.producer;
    this.#connectionId = world.producer;
    this.#acks = world.acks;
    this.#port = world.port;
    this.#card = world.card;
  }

  /** Puts a request on the wire; returns its bytes. */
  transmit(request: ProduceRequest, node: number): number {
    const { bandwidthBytesPerUs, clientRttUs } = this.#costs;
    const arriving = this.#arriving(request);
    const startUs = Math.max(this.#queue.nowUs, this.#card.freeUs);
    this.#card.freeUs = startUs + arriving.bytes / bandwidthBytesPerUs;
    this.#unreadBytes += arriving.bytes;
    const onCardUs = Math.round(this.#card.freeUs - SEND_BUFFER_BYTES / bandwidthBytesPerUs);
    const isWritten = onCardUs <= this.#queue.nowUs && this.#unreadBytes <= SEND_BUFFER_BYTES + RECEIVE_BUFFER_BYTES;
    if (isWritten) this.#onRequestWritten(request, arriving.stages);
    else {
      this.#port.setWriting(node, true);
      this.#onWritten = () => {
        this.#port.setWriting(node, false);
        this.#onRequestWritten(request, arriving.stages);
      };
      this.#later(onCardUs, () => this.#noteWritten());
    }
    this.#later(this.#card.freeUs + clientRttUs / 2, () => {
      if (this.#broker.alive) this.#broker.receive(this.#connectionId, arriving);
    });
    return arriving.bytes;
  }

  /** The connection is gone: nothing under way arrives any more, though a broker may finish what it has taken up. */
  close(): void {
    this.#generation += 1;
    this.#lastAnswerUs = 0;
    this.#unreadBytes = 0;
    this.#onWritten = undefined;
    this.#broker.forget(this.#connectionId);
  }

  #onRequestWritten(request: ProduceRequest, stages: SentStages): void {
    if (this.#acks === 0) this.#port.onAnswer(request, [], stages);
  }

  /** The newest request counts as written once no more than the buffers hold is unread, and the card has got to it. */
  #noteWritten(): void {
    if (this.#unreadBytes > SEND_BUFFER_BYTES + RECEIVE_BUFFER_BYTES) return;
    const onWritten = this.#onWritten;
    this.#onWritten = undefined;
    onWritten?.();
  }

  #noteRead(bytes: number): void {
    this.#unreadBytes -= bytes;
    const isOnCard = this.#card.freeUs - SEND_BUFFER_BYTES / this.#costs.bandwidthBytesPerUs <= this.#queue.nowUs;
    if (this.#onWritten !== undefined && isOnCard) this.#noteWritten();
  }

  #later(timeUs: number, happen: () => void): void {
    const generation = this.#generation;
    this.#queue.at(timeUs, () => {
      if (generation === this.#generation) happen();
    });
  }

  #arriving(request: ProduceRequest): ArrivingRequest & { readonly stages: SentStages } {
    const generation = this.#generation;
    const stages: SentStages = { sentUs: this.#queue.nowUs, arrivedUs: 0, startedUs: 0, appendedUs: 0, answeredUs: 0 };
    let bytes = REQUEST_BYTES;
    const batches = request.batches.map((batch): ArrivingBatch => {
      bytes += PARTITION_BYTES + batch.sizeBytes;
      return {
        partition: this.#port.partition(batch.partition.index),
        producer: this.#producer,
        row: batch.tag,
        order: batch.order,
        records: batch.recordCount,
        bytes: batch.sizeBytes,
        epoch: batch.epoch,
        baseSequence: batch.baseSequence,
        lastSequence: batch.lastSequence,
      };
    });
    const answer = (errors: readonly (ProduceError | undefined)[]): void => {
      if (generation !== this.#generation || this.#acks === 0) return;
      this.#lastAnswerUs = Math.max(this.#lastAnswerUs, this.#queue.nowUs + this.#costs.clientRttUs / 2);
      this.#later(this.#lastAnswerUs, () => this.#port.onAnswer(request, errors, stages));
    };
    const size = bytes;
    const onRead = (): void => {
      if (generation === this.#generation) this.#noteRead(size);
    };
    return { acks: this.#acks, bytes, batches, stages, onRead, answer };
  }
}
