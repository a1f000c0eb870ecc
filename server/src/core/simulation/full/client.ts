import type { BrokerPartition } from "../cluster/broker-partition.js";
import type { Cluster } from "../cluster/cluster.js";
import type { ModelCosts } from "../cluster/costs.js";
import type { Ledger } from "../cluster/ledger.js";
import type { EventQueue } from "../engine/event-queue.js";
import { RandomStream } from "../engine/random.js";
import { keylessPartitioner } from "../partitioning/keyless.js";
import type { ProducerBatch } from "../producer/batch.js";
import type { ProduceError } from "../producer/errors.js";
import { Producer, RECORD_TOO_LARGE } from "../producer/producer.js";
import type { ProduceRequest } from "../producer/request.js";
import type { ProducerHost } from "../producer/sender.js";
import { behaviourOf, isAtLeast, type ProducerSettings, type ReleaseNumber } from "../producer/settings.js";
import type { TopicAppender } from "../producer/topic-appender.js";
import { arrivalSource, type ArrivalSourcePlan } from "../workload/arrival-source.js";
import { Keys, type KeyPlan } from "../workload/keys.js";
import { valueSizeSource, type ValueSizes } from "../workload/value-sizes.js";
import { ApplicationThread, type SendPort } from "./application-thread.js";
import { ClientConnection, type ConnectionPort, type SentStages } from "./client-connection.js";
import type { SimulationObserver } from "./observer.js";
import { SenderThread } from "./sender-thread.js";
import type { Statistics } from "./statistics.js";
import { WorkloadRecords, type HeaderPlan } from "./workload-records.js";

/** One producer instance and the application thread that feeds it one topic. */
export interface ClientPlan {
  readonly release: ReleaseNumber;
  readonly settings: ProducerSettings;
  readonly adaptivePartitioning: boolean;
  readonly topic: string;
  readonly arrivals: ArrivalSourcePlan;
  readonly values: ValueSizes;
  readonly keys: KeyPlan;
  /** Without it records have no headers. */
  readonly headers?: HeaderPlan;
  /** Waits for every callback before the next send. */
  readonly synchronous: boolean;
  /** Sends at most so many records. */
  readonly records: number;
}

/** What clients share. */
export interface World {
  readonly queue: EventQueue;
  readonly costs: ModelCosts;
  readonly cluster: Cluster;
  readonly ledger: Ledger;
  readonly statistics: Statistics;
  readonly seed: number;
  /** Hears what happens, for a trace. */
  readonly observer?: SimulationObserver | undefined;
  /** No record arrives from here on. */
  readonly endUs: number;
}

/** Broker connections, Sender and application thread around one producer. */
export class Client implements ProducerHost, ConnectionPort, SendPort {
  readonly number: number;
  readonly thread: ApplicationThread;
  readonly producer: Producer;
  readonly #world: World;
  readonly #plan: ClientPlan;
  readonly #records: WorkloadRecords;
  readonly #appender: TopicAppender;
  readonly #sender: SenderThread;
  readonly #connections: readonly ClientConnection[];
  readonly #timeoutPlanned: boolean[];
  /** When a batch first left, by its row in the ledger. */
  readonly #firstSentUs = new Map<number, number>();
  #answering: SentStages | undefined;
  #open = 0;
  #metadataRequested = false;

  constructor(number: number, plan: ClientPlan, world: World) {
    const { queue, costs, cluster } = world;
    this.number = number;
    this.#world = world;
    this.#plan = plan;
    const stream = (name: string): RandomStream => new RandomStream(world.seed, `${name} of producer ${number}`);
    const backoff = stream("backoff");
    this.producer = new Producer({
      settings: plan.settings,
      behaviour: behaviourOf(plan.release),
      partitions: cluster.partitions.map(({ topic, number: partition, leader }) => ({ topic, partition, leader })),
      nodeCount: cluster.brokers.length,
      host: this,
      random: () => backoff.uniform(),
      onMemoryGranted: (waiter) => void queue.at(queue.nowUs, () => this.thread.onMemoryGranted(waiter)),
    });
    const partitions = cluster.partitions.filter(({ topic }) => topic === plan.topic);
    const sticky = stream("sticky partitioner");
    const view = { partitionCount: partitions.length, available: partitions.map((partition) => partition.number) };
    const partitioner = keylessPartitioner(plan.release, plan.settings.batchSizeBytes, view, (bound) =>
      sticky.below(bound),
    );
    this.#appender = this.producer.topicAppender(plan.topic, partitioner, plan.adaptivePartitioning);
    const keys = plan.keys.kind === "none" ? undefined : new Keys(plan.keys, partitions.length, stream("keys"));
    this.#records = new WorkloadRecords(this.producer.records, {
      arrivals: arrivalSource(plan.arrivals, stream("arrivals")),
      nextValueBytes: valueSizeSource(plan.values, stream("sizes")),
      keys,
      headers: plan.headers ?? { count: 0, encodedBytes: 0 },
      endUs: world.endUs,
      records: plan.records,
    });
    this.#sender = new SenderThread(queue, costs, this.producer, (request) => this.#transmit(request));
    const card = { freeUs: 0 };
    const acks = plan.settings.acks;
    this.#connections = cluster.brokers.map(
      (broker) => new ClientConnection({ queue, costs, broker, producer: number, acks, port: this, card }),
    );
    this.#timeoutPlanned = cluster.brokers.map(() => false);
    const sending = { maxBlockMs: plan.settings.maxBlockMs, synchronous: plan.synchronous };
    this.thread = new ApplicationThread(queue, costs, sending, this.#records, this, world.statistics);
  }

  /** The settings of its producer. */
  get settings(): ProducerSettings {
    return this.#plan.settings;
  }

  /** Nothing more to send, and nothing without its callback. */
  get isDone(): boolean {
    return this.thread.nextUs === Infinity && this.#open === 0 && !this.thread.isBlocked;
  }

  append(record: number, nowMs: number, heldBytes: number): number {
    if (heldBytes === 0 && this.producer.isTooLarge(record)) return RECORD_TOO_LARGE;
    const partition = this.#records.keyPartition;
    const outcome =
      partition >= 0
        ? this.#appender.appendTo(partition, record, nowMs, heldBytes)
        : this.#appender.appendKeyless(record, nowMs, heldBytes);
    if (outcome > 0) this.#open += 1;
    return outcome;
  }

  waitForMemory(record: number): ReturnType<Producer["waitForMemory"]> {
    return this.producer.waitForMemory(record);
  }

  stopWaiting(waiter: ReturnType<Producer["waitForMemory"]>): void {
    this.producer.stopWaiting(waiter);
  }

  wake(): void {
    this.#sender.wake();
  }

  usedBytes(): number {
    return this.#plan.settings.bufferMemoryBytes - this.producer.availableBytes;
  }

  partition(index: number): BrokerPartition {
    const partition = this.#world.cluster.partitions[index];
    if (partition === undefined) throw new RangeError(`partition ${index} is not known`);
    return partition;
  }

  setWriting(node: number, writing: boolean): void {
    const connection = this.producer.connections[node];
    if (connection === undefined || connection.writing === writing) return;
    connection.writing = writing;
    if (!writing) this.#sender.deliver(() => undefined);
  }

  onRequest(request: ProduceRequest): void {
    if (this.#plan.settings.acks !== 0) this.producer.trackRequest(request);
    for (const batch of request.batches) {
      if (batch.tag < 0) batch.tag = this.#world.ledger.open(batch.recordCount, batch.partition.index, true);
    }
    this.#sender.queueRequest(request);
  }

  onAnswer(request: ProduceRequest, errors: readonly (ProduceError | undefined)[], stages: SentStages): void {
    this.#sender.deliver(() => {
      if (this.#plan.settings.acks !== 0)
        this.#world.statistics.requestLatency.add(this.#world.queue.nowUs - stages.sentUs);
      this.#world.observer?.onAnswer(this.number, request, errors, stages);
      this.#answering = stages;
      this.producer.onAnswer(request, errors, this.#sender.nowMs);
      this.#answering = undefined;
      if (errors.includes("NOT_LEADER_OR_FOLLOWER")) this.#onWrongLeader();
    });
  }

  onBatchDone(batch: ProducerBatch, exception: string | undefined): void {
    this.#open -= batch.recordCount;
    this.#sender.countCallbacks(batch.recordCount);
    const { ledger, statistics } = this.#world;
    if (batch.tag < 0) batch.tag = ledger.open(batch.recordCount, batch.partition.index, false);
    ledger.tell(batch.tag, exception);
    if (exception !== undefined) statistics.fail(exception, batch.recordCount);
    else {
      const sent = { stages: this.#answering, firstSentUs: this.#firstSentUs.get(batch.tag) };
      statistics.noteSuccess(batch, this.#records, this.#plan.settings.acks === 0, sent, this.#world.queue.nowUs);
    }
    this.#world.observer?.onBatchDone(this.number, batch, exception);
    this.#firstSentUs.delete(batch.tag);
    for (const record of batch.records) this.#records.release(record);
    this.thread.onCallback();
  }

  onBatchRetry(batch: ProducerBatch): void {
    this.#world.statistics.recordsRetried += batch.recordCount;
    this.#world.observer?.onBatchRetry(this.number, batch);
  }

  onBatchSplit(batch: ProducerBatch): void {
    this.#world.statistics.splits += 1;
    this.#world.observer?.onBatchSplit(this.number, batch);
    this.#world.ledger.drop(batch.tag);
    this.#firstSentUs.delete(batch.tag);
  }

  #transmit(request: ProduceRequest): void {
    const { statistics, queue } = this.#world;
    for (const batch of request.batches) {
      if (!this.#firstSentUs.has(batch.tag)) this.#firstSentUs.set(batch.tag, queue.nowUs);
    }
    const bytes = this.#connections[request.node]?.transmit(request, request.node) ?? 0;
    statistics.noteRequest(request, bytes, queue.nowUs);
    this.#world.observer?.onRequest(this.number, request, bytes);
    if (this.#plan.settings.acks !== 0) this.#planTimeout(request.node);
  }

  /** Watches the oldest request of a connection; there is one planned look at a time. */
  #planTimeout(node: number): void {
    const connection = this.producer.connections[node];
    if (connection === undefined || this.#timeoutPlanned[node] === true) return;
    const dueMs = connection.timeoutAtMs(this.#plan.settings.requestTimeoutMs);
    if (dueMs === Infinity) return;
    this.#timeoutPlanned[node] = true;
    this.#world.queue.at(dueMs * 1_000, () => {
      this.#timeoutPlanned[node] = false;
      const isDue = connection.timeoutAtMs(this.#plan.settings.requestTimeoutMs) <= this.#sender.nowMs;
      if (isDue) this.close(node, true);
      else this.#planTimeout(node);
    });
  }

  /** The answer of a new broker tells a new client who leads (KIP-951); others ask for the metadata. */
  #onWrongLeader(): void {
    if (isAtLeast(this.#plan.release, 3, 7)) this.#readMetadata();
    else this.#requestMetadata();
  }

  /** Asks for the metadata, one question at a time: after the backoff, and a round trip. */
  #requestMetadata(): void {
    if (this.#metadataRequested) return;
    this.#metadataRequested = true;
    const { queue, costs } = this.#world;
    queue.at(queue.nowUs + this.#plan.settings.retryBackoffMs * 1_000 + costs.clientRttUs, () => {
      this.#metadataRequested = false;
      this.#sender.deliver(() => this.#readMetadata());
    });
  }

  #readMetadata(): void {
    this.#world.cluster.partitions.forEach(({ leader }, index) => {
      if (this.producer.partitions[index]?.leader !== leader) this.producer.setLeader(index, leader);
    });
  }

  /** Connects again after the backoff; a broker that is down refuses, and the next attempt follows. */
  #reconnect(node: number, atMs: number): void {
    this.#world.queue.at(atMs * 1_000, () => {
      if (this.#world.cluster.brokers[node]?.alive === true) return;
      this.#requestMetadata();
      this.#sender.deliver(() => this.#stayClosed(node, false));
    });
  }

  #stayClosed(node: number, timedOut: boolean): void {
    const { nowMs } = this.#sender;
    const reopenMs = nowMs + this.#plan.settings.reconnectBackoffMs;
    this.producer.onClose(node, timedOut, reopenMs, nowMs);
    this.#reconnect(node, reopenMs);
  }

  /** The connection to a broker closes; `timedOut`: because of request.timeout.ms. */
  close(node: number, timedOut: boolean): void {
    // One that is closed already is being opened again; there is nothing to break.
    if (this.producer.connections[node]?.pollDelayMs(this.#sender.nowMs) !== Infinity) return;
    this.#world.statistics.closes += 1;
    this.#world.observer?.onClose(this.number, node, timedOut);
    this.#connections[node]?.close();
    this.#requestMetadata();
    this.#sender.deliver(() => this.#stayClosed(node, timedOut));
  }
}
