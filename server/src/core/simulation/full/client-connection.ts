import type { ArrivingBatch, BrokerPartition } from "../cluster/broker-partition.js";
import type { Broker, ProduceReply } from "../cluster/broker.js";
import type { ModelCosts } from "../cluster/costs.js";
import type { LeaderView } from "../cluster/leader-view.js";
import type { Link, Network } from "../cluster/network.js";
import type { Transaction } from "../cluster/transaction.js";
import type { EventQueue } from "../engine/event-queue.js";
import type { ProduceRequest } from "../producer/request.js";
import { Transmission, type AnsweredRequest, type SentStages } from "./transmission.js";

/** Bytes the client's socket takes before a write waits (send.buffer.bytes). */
const SEND_BUFFER_BYTES = 131_072;

/** Bytes the broker's socket takes while the broker does not read (socket.receive.buffer.bytes). */
const RECEIVE_BUFFER_BYTES = 102_400;

/** Request fields around the batches, per request and per partition [A]. */
const REQUEST_BYTES = 90;
const PARTITION_BYTES = 20;

/** A question without batches (Metadata, InitProducerId), and an answer to anything, about. */
const QUESTION_BYTES = 100;
const ANSWER_BYTES = 100;

/** What acks=0 gets when the request is written. */
const WRITTEN: ProduceReply = { errors: [], throttleUs: 0, hints: [] };

/** What a connection has to do with transactions. */
export interface ConnectionTransactions {
  /** The one that what is sent now belongs to. */
  current(): Transaction;
  /** How long a leader has to wait before it may append batches. */
  readonly admissionUs: (batches: readonly ArrivingBatch[]) => number;
}

/** What a connection needs from its client. */
export interface ConnectionPort {
  /** An answer has arrived. */
  onAnswer(answered: AnsweredRequest): void;
  /** The broker closes the connection: it cannot say otherwise that an acks=0 request failed. */
  onRefused(node: number): void;
  /** The whole request is in the socket's buffer, or not yet. */
  setWriting(node: number, writing: boolean): void;
  partition(index: number): BrokerPartition;
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
  readonly #rawByteUs: number;
  readonly #transactions: ConnectionTransactions | undefined;
  readonly #toBroker: Link;
  readonly #toClient: Link;
  readonly #network: Network;
  readonly #requestTimeoutUs: number;
  #generation = 0;
  /** When something last came or went. */
  #activeUs = 0;
  /** A load balancer has forgotten the connection: nothing comes through any more. */
  #isForgotten = false;
  /** Bytes sent that the broker has not read. */
  #unreadBytes = 0;
  /** What is to be done when the newest request is wholly in the sockets' buffers. */
  #onWritten: (() => void) | undefined;
  /** The newest request, while it is not written. */
  #unwritten: { readonly transmission: Transmission; readonly onCardUs: number } | undefined;
  readonly #arriveLater = (transmission: Transmission): void => this.#arrive(transmission);
  readonly #answerLater = (transmission: Transmission): void => {
    if (transmission.generation === this.#generation) this.#port.onAnswer(transmission);
  };

  constructor(world: {
    readonly queue: EventQueue;
    readonly costs: ModelCosts;
    readonly network: Network;
    readonly broker: Broker;
    readonly producer: number;
    readonly requestTimeoutUs: number;
    /** Tells the connection apart from others of the producer to this broker. */
    readonly connectionId?: number;
    readonly acks: -1 | 0 | 1;
    readonly port: ConnectionPort;
    /** The network card all connections of the client share. */
    readonly card: { freeUs: number };
    /** What looking into compressed batches costs a broker, by byte not compressed. */
    readonly rawByteUs: number;
    readonly transactions?: ConnectionTransactions | undefined;
  }) {
    this.#transactions = world.transactions;
    this.#rawByteUs = world.rawByteUs;
    this.#queue = world.queue;
    this.#network = world.network;
    this.#requestTimeoutUs = world.requestTimeoutUs;
    this.#costs = world.costs;
    this.#broker = world.broker;
    this.#producer = world.producer;
    this.#connectionId = world.connectionId ?? world.producer;
    this.#acks = world.acks;
    this.#port = world.port;
    this.#card = world.card;
    const [client, broker] = [`producer ${world.producer}`, `broker ${world.broker.id}`] as const;
    this.#toBroker = world.network.link(client, broker, world.costs.clientRttUs / 2);
    this.#toClient = world.network.link(broker, client, world.costs.clientRttUs / 2);
  }

  /** When something last came or went. */
  get activeUs(): number {
    return this.#activeUs;
  }

  /** Something comes or goes. */
  touch(): void {
    this.#activeUs = this.#queue.nowUs;
  }

  /** Puts a request on the wire; returns its bytes. */
  transmit(request: ProduceRequest, node: number): number {
    const { bandwidthBytesPerUs } = this.#costs;
    const arriving = this.#transmission(request);
    const isLost = this.#isLost(() => this.#port.onRefused(node));
    const startUs = Math.max(this.#queue.nowUs, this.#card.freeUs);
    this.#card.freeUs = startUs + arriving.bytes / bandwidthBytesPerUs;
    this.#unreadBytes += arriving.bytes;
    const onCardUs = Math.round(this.#card.freeUs - SEND_BUFFER_BYTES / bandwidthBytesPerUs);
    const isWritten = onCardUs <= this.#queue.nowUs && this.#unreadBytes <= SEND_BUFFER_BYTES + RECEIVE_BUFFER_BYTES;
    if (isWritten) this.#onRequestWritten(arriving);
    else {
      this.#port.setWriting(node, true);
      this.#unwritten = { transmission: arriving, onCardUs };
      this.#onWritten = () => {
        this.#unwritten = undefined;
        this.#port.setWriting(node, false);
        this.#onRequestWritten(arriving);
      };
      this.#later(onCardUs, () => this.#noteWritten());
      // What is never written times out as well.
      if (isLost && this.#acks === 0) this.#later(startUs + this.#requestTimeoutUs, () => this.#port.onRefused(node));
    }
    const arrivalUs = this.#toBroker.arrivalUs(this.#card.freeUs, arriving.bytes);
    if (!isLost && arrivalUs !== Infinity) this.#queue.at(arrivalUs, this.#arriveLater, arriving);
    return arriving.bytes;
  }

  /** Asks something that needs no batches; `hear` gets what the broker knows of leaders at the time of its answer. `handle`: see {@link ArrivingRequest}. */
  ask(hear: (view: LeaderView) => void, handle: () => number = nothingToDo): void {
    const generation = this.#generation;
    const isLost = this.#isLost(() => this.#port.onRefused(this.#broker.id));
    const answer = (_: ProduceReply, view: LeaderView): void => {
      if (generation !== this.#generation || this.#isLost()) return;
      const copy = view.copy();
      this.#later(this.#toClient.arrivalUs(this.#queue.nowUs, ANSWER_BYTES), () => hear(copy));
    };
    const stages = { arrivedUs: 0, startedUs: 0, appendedUs: 0, answeredUs: 0 };
    const onRead = (): void => undefined;
    const rest = { batches: [], extraUs: 0, stages, onRead, answer, handle };
    const question = { acks: 1, bytes: QUESTION_BYTES, ...rest } as const;
    const arrivalUs = this.#toBroker.arrivalUs(this.#queue.nowUs, QUESTION_BYTES);
    this.#later(isLost ? Infinity : arrivalUs, () => {
      if (this.#broker.alive) this.#broker.receive(this.#connectionId, question);
    });
  }

  #arrive(transmission: Transmission): void {
    if (transmission.generation !== this.#generation || !this.#broker.alive) return;
    this.#broker.receive(this.#connectionId, transmission);
  }

  /** Answers a request that never left: its connection is closed. */
  refuse(request: ProduceRequest, stages: SentStages = newStages(this.#queue.nowUs)): void {
    const errors = request.batches.map(() => "NETWORK_EXCEPTION" as const);
    this.#port.onAnswer({ request, reply: { ...WRITTEN, errors }, stages });
  }

  /** The connection is gone: nothing under way arrives any more, though a broker may finish what it has taken up. */
  close(): void {
    this.#generation += 1;
    this.#isForgotten = false;
    this.#toBroker.reset();
    this.#toClient.reset();
    this.#unreadBytes = 0;
    this.#onWritten = undefined;
    this.#broker.forget(this.#connectionId);
    const unwritten = this.#unwritten;
    this.#unwritten = undefined;
    // With acks=0 only what was not yet written can fail; the client's own list of requests takes care of the rest.
    if (unwritten !== undefined && this.#acks === 0)
      this.refuse(unwritten.transmission.request, unwritten.transmission.stages);
  }

  /** The broker has read a request. */
  noteRead({ generation, bytes }: Transmission): void {
    if (generation !== this.#generation) return;
    this.#unreadBytes -= bytes;
    if (this.#unwritten !== undefined && this.#unwritten.onCardUs <= this.#queue.nowUs) this.#noteWritten();
  }

  /** The broker has answered a request. */
  noteReply(transmission: Transmission): void {
    if (transmission.generation !== this.#generation || this.#isLost()) return;
    const { request, reply } = transmission;
    if (this.#acks !== 0) {
      const arrivalUs = this.#toClient.arrivalUs(this.#queue.nowUs, ANSWER_BYTES);
      if (arrivalUs !== Infinity) this.#queue.at(arrivalUs, this.#answerLater, transmission);
    } else if (reply.errors.some((error) => error !== undefined))
      this.#later(this.#toClient.arrivalUs(this.#queue.nowUs, 0), () => this.#port.onRefused(request.node));
  }

  /**
   * Whether what is sent now is lost, because the connection was idle for longer than a load balancer remembers it. One that
   * answers such a packet with a reset makes the client close the connection: `onReset`.
   */
  #isLost(onReset?: () => void): boolean {
    const { idleDrop } = this.#network;
    if (idleDrop === undefined) {
      this.touch();
      return false;
    }
    if (!this.#isForgotten && this.#queue.nowUs - this.#activeUs > idleDrop.afterUs) {
      this.#isForgotten = true;
      if (idleDrop.answer === "reset" && onReset !== undefined)
        this.#later(Math.round(this.#queue.nowUs + this.#costs.clientRttUs / 2), onReset);
    }
    this.touch();
    return this.#isForgotten;
  }

  #onRequestWritten({ request, stages }: Transmission): void {
    if (this.#acks === 0) this.#port.onAnswer({ request, reply: WRITTEN, stages });
  }

  /** The newest request counts as written once no more than the buffers hold is unread, and the card has got to it. */
  #noteWritten(): void {
    if (this.#unreadBytes > SEND_BUFFER_BYTES + RECEIVE_BUFFER_BYTES) return;
    const onWritten = this.#onWritten;
    this.#onWritten = undefined;
    onWritten?.();
  }

  #later(timeUs: number, happen: () => void): void {
    if (timeUs === Infinity) return;
    const generation = this.#generation;
    this.#queue.at(timeUs, () => {
      if (generation === this.#generation) happen();
    });
  }

  #transmission(request: ProduceRequest): Transmission {
    let bytes = REQUEST_BYTES;
    let rawBytes = 0;
    const transaction = this.#transactions?.current();
    let batches: ArrivingBatch[] | undefined;
    for (const batch of request.batches) {
      bytes += PARTITION_BYTES + batch.sizeBytes;
      rawBytes += batch.rawBytes;
      const arriving: ArrivingBatch = {
        partition: this.#port.partition(batch.partition.index),
        producer: this.#producer,
        row: batch.tag,
        order: batch.order,
        records: batch.recordCount,
        bytes: batch.sizeBytes,
        epoch: batch.epoch,
        baseSequence: batch.baseSequence,
        lastSequence: batch.lastSequence,
        transaction,
      };
      if (batches === undefined) batches = [arriving];
      else batches.push(arriving);
    }
    const stages = newStages(this.#queue.nowUs);
    const header = { acks: this.#acks, bytes, extraUs: rawBytes * this.#rawByteUs };
    return new Transmission(
      request,
      header,
      batches ?? [],
      stages,
      this.#generation,
      this,
      this.#transactions?.admissionUs,
    );
  }
}

function nothingToDo(): number {
  return 0;
}

function newStages(sentUs: number): SentStages {
  return { sentUs, arrivedUs: 0, startedUs: 0, appendedUs: 0, answeredUs: 0 };
}
