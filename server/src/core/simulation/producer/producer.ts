import { Accumulator, NEVER_FITS, NO_MEMORY, RECORD_TOO_LARGE, type AppendOutcome } from "./accumulator.js";
import type { ProducerBatch } from "./batch.js";
import { Backoff, type RandomSource } from "./backoff.js";
import type { BufferWaiter } from "./buffer-pool.js";
import { Connection } from "./connection.js";
import { Drainer } from "./drainer.js";
import type { ProduceError } from "./errors.js";
import { Idempotence } from "./idempotence.js";
import type { KeylessPartitioner } from "../partitioning/keyless.js";
import type { PartitionInfo, PartitionQueue } from "./partition-queue.js";
import { RecordTable } from "./records.js";
import type { ProduceRequest } from "./request.js";
import { Sender, type ProducerHost } from "./sender.js";
import type { ProducerBehaviour, ProducerSettings } from "./settings.js";
import { upperBoundBytes } from "./sizes.js";
import type { TransactionManager } from "./transaction-manager.js";
import { TransactionalSender, type TransactionalHost } from "./transactional-sender.js";
import { TopicAppender } from "./topic-appender.js";

/** What a producer is made of. */
export interface ProducerParts {
  readonly settings: ProducerSettings;
  readonly behaviour: ProducerBehaviour;
  readonly partitions: readonly PartitionInfo[];
  readonly nodeCount: number;
  readonly host: ProducerHost;
  /** Chance for the backoff's jitter. */
  readonly random: RandomSource;
  readonly records?: RecordTable;
  /** With a transactional.id. */
  readonly transactions?: { readonly manager: TransactionManager; readonly host: TransactionalHost };
  /** A thread that waited for memory holds it. */
  readonly onMemoryGranted?: (waiter: BufferWaiter) => void;
}

/** A record of the same transaction has failed: send() throws until the transaction is aborted. */
export const TRANSACTION_FAILED = -4;

/** Simple name of the exception of a refused send, by outcome; `NO_MEMORY` only once max.block.ms is over, and by release. */
export function rejectionName(outcome: AppendOutcome, namesExhaustedBuffer: boolean = true): string {
  if (outcome === TRANSACTION_FAILED) return "KafkaException";
  if (outcome === NO_MEMORY) return namesExhaustedBuffer ? "BufferExhaustedException" : "TimeoutException";
  return outcome === NEVER_FITS ? "IllegalArgumentException" : "RecordTooLargeException";
}

/**
 * The producer, as a state machine without a clock of its own. The host says when a record is sent, when the Sender looks,
 * and when an answer or a close arrives; times are whole milliseconds, as the Java client reads its clock.
 */
export class Producer {
  readonly records: RecordTable;
  readonly partitions: readonly PartitionQueue[];
  readonly connections: readonly Connection[];
  /** With a transactional.id: whose passes these are, instead of {@link runOnce}. */
  readonly transactionalSender: TransactionalSender | undefined;
  readonly #settings: ProducerSettings;
  readonly #accumulator: Accumulator;
  readonly #idempotence: Idempotence | undefined;
  readonly #sender: Sender;
  readonly #drainer: Drainer;
  /** Whose partitions are weighed by their queues at every look. */
  readonly #adaptive: TopicAppender[] = [];
  readonly #mostPayloadBytes: number;

  constructor(parts: ProducerParts) {
    const { settings, behaviour, partitions, nodeCount } = parts;
    this.#settings = settings;
    this.#mostPayloadBytes = Math.min(settings.maxRequestSizeBytes, settings.bufferMemoryBytes) - upperBoundBytes(0);
    this.records = parts.records ?? new RecordTable();
    const idempotence = settings.idempotent
      ? new Idempotence(partitions.length, behaviour.inFlightOrderedByEpoch, parts.transactions?.manager)
      : undefined;
    const accumulator = new Accumulator(
      settings,
      behaviour,
      partitions,
      this.records,
      idempotence,
      parts.onMemoryGranted,
    );
    const backoff = new Backoff(settings.retryBackoffMs, settings.retryBackoffMaxMs, parts.random);
    const drainer = new Drainer(settings, behaviour, accumulator, nodeCount, backoff, idempotence);
    this.connections = Array.from({ length: nodeCount }, () => new Connection(settings.maxInFlightRequests));
    this.partitions = accumulator.partitions;
    this.#accumulator = accumulator;
    this.#idempotence = idempotence;
    this.#drainer = drainer;
    this.#sender = new Sender({
      settings,
      behaviour,
      accumulator,
      drainer,
      connections: this.connections,
      idempotence,
      host: parts.host,
    });
    this.transactionalSender =
      parts.transactions === undefined
        ? undefined
        : new TransactionalSender({
            ...parts.transactions,
            settings,
            sender: this.#sender,
            sendRecords: (nowMs) => {
              this.#noteLoad();
              return this.#sender.sendProducerData(nowMs);
            },
            resolveSequences: () => idempotence?.beginPass(),
            hasIncomplete: () => this.hasIncomplete,
          });
  }

  /** A batch has no outcome yet. */
  get hasIncomplete(): boolean {
    return this.partitions.some(({ waiting, inFlight }) => waiting.length > 0 || inFlight.length > 0);
  }

  /** Bytes of buffer.memory not in use. */
  get availableBytes(): number {
    return this.#accumulator.pool.availableBytes;
  }

  /** The compression that is expected of a topic's next batch; undefined without compression. */
  expectedRatio(topic: string): number | undefined {
    return this.#accumulator.expectedRatio(topic);
  }

  /** The producer epoch; 0 without idempotence. */
  get epoch(): number {
    return this.#idempotence?.epoch ?? 0;
  }

  /** send() of a record of `records` to a partition, without waiting: see {@link AppendOutcome} and {@link RECORD_TOO_LARGE}. */
  send(record: number, partition: number, nowMs: number): AppendOutcome {
    return this.isTooLarge(record) ? RECORD_TOO_LARGE : this.#accumulator.append(this.#queue(partition), record, nowMs);
  }

  /** Whether send() refuses a record for its size. */
  isTooLarge(record: number): boolean {
    return this.records.payloadBytes(record) > this.#mostPayloadBytes;
  }

  /** What sends records to a topic without naming the partition; `adaptive`: partitioner.adaptive.partitioning.enable. */
  topicAppender(topic: string, partitioner: KeylessPartitioner, adaptive: boolean = true): TopicAppender {
    const queues = this.partitions.filter((queue) => queue.topic === topic);
    const appender = new TopicAppender(this.#accumulator, queues, partitioner);
    if (adaptive) this.#adaptive.push(appender);
    return appender;
  }

  /** Lets a send that got `NO_MEMORY` wait in line. */
  waitForMemory(record: number): BufferWaiter {
    return this.#accumulator.pool.wait(this.#accumulator.newBatchBytes(record));
  }

  /** max.block.ms is over: the waiter leaves the line. */
  stopWaiting(waiter: BufferWaiter): void {
    this.#accumulator.pool.cancel(waiter);
  }

  /** The metadata names another leader of a partition; -1: none. */
  setLeader(partition: number, leader: number): void {
    this.#drainer.setLeader(this.#queue(partition), leader);
  }

  /** flush() or close() is called: nothing lingers until {@link endFlush}. Returns the batches to wait for. */
  beginFlush(): Set<ProducerBatch> {
    this.#sender.flushes += 1;
    return new Set(this.partitions.flatMap(({ waiting, inFlight }) => [...waiting, ...inFlight]));
  }

  endFlush(): void {
    this.#sender.flushes -= 1;
  }

  /** close(timeout) is out of time: what is not acknowledged fails. */
  abort(nowMs: number): void {
    this.#sender.abortAll("KafkaException", nowMs);
  }

  /** One pass of the Sender; returns how long its poll may wait. */
  runOnce(nowMs: number): number {
    if (this.#adaptive.length > 0) this.#noteLoad();
    return this.#sender.runOnce(nowMs);
  }

  #noteLoad(): void {
    const timeoutMs = this.#settings.availabilityTimeoutMs ?? 0;
    const isStuck = timeoutMs > 0 ? (node: number) => this.#drainer.stuckMs(node) > timeoutMs : undefined;
    for (const appender of this.#adaptive) appender.noteLoad(isStuck);
  }

  /** The answer to the oldest request of its node, or an acks=0 request that was written. */
  onAnswer(request: ProduceRequest, errors: readonly (ProduceError | undefined)[], nowMs: number): void {
    const { inFlight } = this.#connection(request.node);
    if (inFlight[0] === request) inFlight.shift();
    this.#sender.onAnswer(request, errors, nowMs);
  }

  /** The connection to a node closed; `timedOut`: by the client itself, after request.timeout.ms. */
  onClose(node: number, timedOut: boolean, reopenMs: number, nowMs: number): void {
    this.#sender.onDisconnect(this.#connection(node).close(reopenMs), timedOut, nowMs);
  }

  /** A request is on the wire and waits for an answer. */
  trackRequest(request: ProduceRequest): void {
    this.#connection(request.node).inFlight.push(request);
  }

  #queue(partition: number): PartitionQueue {
    const queue = this.partitions[partition];
    if (queue === undefined) throw new RangeError(`partition ${partition} is not known`);
    return queue;
  }

  #connection(node: number): Connection {
    const connection = this.connections[node];
    if (connection === undefined) throw new RangeError(`node ${node} is not known`);
    return connection;
  }
}
