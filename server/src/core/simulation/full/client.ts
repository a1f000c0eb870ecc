import type { BrokerPartition } from "../cluster/broker-partition.js";
import type { LeaderView } from "../cluster/leader-view.js";
import { RandomStream } from "../engine/random.js";
import type { ProducerBatch } from "../producer/batch.js";
import type { BufferWaiter } from "../producer/buffer-pool.js";
import { type Producer, TRANSACTION_FAILED } from "../producer/producer.js";
import type { ProduceRequest } from "../producer/request.js";
import { isAtLeast, type ProducerSettings } from "../producer/settings.js";
import { bookBatch } from "./batch-done.js";
import type { ClientTransactions } from "./client-transactions.js";
import { planClose } from "./client-close.js";
import type { SendingThread } from "./application-threads.js";
import type { ClientNode } from "./client-node.js";
import * as parts from "./client-parts.js";
import type { ClientPlan, World } from "./client-plan.js";
import { ClientTopics } from "./client-topics.js";
import { Flushes } from "./flushes.js";
import type { ClientMetadata } from "./client-metadata.js";
import { ClientStartup } from "./client-startup.js";
import type { IdleConnections } from "./idle-connections.js";
import { SenderThread } from "./sender-thread.js";
import { transmit } from "./transmit.js";
import type { AnsweredRequest, SentStages } from "./transmission.js";
import type { WorkloadRecords } from "./workload-records.js";

export type { ClientPlan, World } from "./client-plan.js";

/** Broker connections, Sender and application thread around one producer. */
export class Client implements parts.ClientPorts {
  readonly number: number;
  readonly thread: SendingThread;
  readonly nodes: readonly ClientNode[];
  /** It stands still up to this time. */
  pausedUntilUs: number = 0;
  readonly producer: Producer;
  readonly topics: ClientTopics;
  readonly records: WorkloadRecords;
  /** The settings of its producer. */
  readonly settings: ProducerSettings;
  readonly #world: World;
  readonly #plan: ClientPlan;
  readonly #sender: SenderThread;
  readonly #metadata: ClientMetadata;
  readonly #startup?: ClientStartup;
  readonly #flushes: Flushes;
  readonly #idle: IdleConnections;
  readonly #transactions: ClientTransactions | undefined;
  readonly #answerLater = (answered: AnsweredRequest): void => this.#handleAnswer(answered);
  #answering: SentStages | undefined;
  #open = 0;

  constructor(number: number, plan: ClientPlan, world: World) {
    const { queue, costs, cluster } = world;
    this.number = number;
    this.#world = world;
    this.#plan = plan;
    this.settings = plan.settings;
    const stream = (name: string): RandomStream => new RandomStream(world.seed, `${name} of producer ${number}`);
    const transactions = parts.makeTransactions(number, plan, world, this);
    const onGranted = (waiter: BufferWaiter): void => this.thread.onMemoryGranted(waiter);
    this.producer = parts.makeProducer(plan, world, stream("backoff"), this, onGranted, transactions);
    this.topics = new ClientTopics(this.producer, plan, cluster, stream);
    this.records = parts.makeRecords(this.producer.records, plan, world.endUs, this.topics, stream);
    this.#flushes = new Flushes(queue, this.producer);
    const isCold = plan.start === "cold";
    this.#transactions = transactions;
    const passes = transactions ?? this.producer;
    this.#idle = parts.makeIdleConnections(plan, world, this);
    const leave = (request: ProduceRequest): void => transmit(request, this, world);
    this.#sender = new SenderThread(queue, costs, passes, !isCold, leave, this.#idle);
    const { connections } = this.producer;
    this.nodes = parts.makeNodes(number, plan, world, connections, stream("reconnect"), this, transactions);
    if (isCold) for (const { connection } of this.nodes) connection.isOpen = false;
    const metadata = stream("metadata");
    this.#metadata = parts.makeMetadata(plan, world, metadata, this);
    if (isCold) this.#startup = new ClientStartup(queue, plan.settings, () => metadata.uniform(), this);
    this.thread = parts.makeThreads(plan, world, this.records, this, transactions);
    if (plan.close !== undefined) planClose(plan.close, queue, this, this.#sender, transactions);
  }

  /** Begins: makes the producer, and takes up the first record. */
  start(): void {
    if (this.#startup === undefined) this.#transactions?.startWarm();
    else this.#transactions?.init();
    this.#startup?.start(parts.makeBootstrap(this.number, this.#plan, this.#world, this.#startup));
    this.thread.start();
    this.#idle.start();
  }

  /** Nothing more to send, and nothing without its callback. */
  get isDone(): boolean {
    const isSending = this.thread.nextUs !== Infinity || this.#open > 0 || this.thread.isBlocked;
    return !isSending && this.#transactions?.isIdle !== false;
  }

  get openRecords(): number {
    return this.#open;
  }

  append(record: number, nowMs: number, heldBytes: number): number {
    const transactions = this.#transactions;
    const appender =
      this.topics.mix === undefined ? this.topics.first : this.topics.appender(this.records.topicOf(record));
    if (heldBytes === 0 && transactions?.noteSend() === false) return TRANSACTION_FAILED;
    const partition = this.records.keyPartition(record);
    if (heldBytes === 0 && this.producer.isTooLarge(record)) return appender.refuse(partition);
    const outcome =
      partition >= 0
        ? appender.appendTo(partition, record, nowMs, heldBytes)
        : appender.appendKeyless(record, nowMs, heldBytes);
    if (outcome > 0) {
      this.#open += 1;
      transactions?.noteAppend(appender.lastIndex);
    }
    return outcome;
  }

  waitForMemory(record: number): BufferWaiter {
    return this.producer.waitForMemory(record);
  }

  stopWaiting(waiter: BufferWaiter): void {
    this.producer.stopWaiting(waiter);
  }

  askForMetadata(record: number): boolean {
    if (this.#startup === undefined) return true;
    const topic = this.records.topicOf(record);
    if (this.#startup.hasMetadata(topic)) return true;
    this.#startup.askForTopic(topic);
    return false;
  }

  flush(onFlushed: () => void): boolean {
    const waits = this.#flushes.begin(onFlushed);
    if (waits) this.#sender.wake();
    return waits;
  }

  onExhausted(): void {
    if (this.#transactions === undefined && this.thread.isExhausted) this.flush(() => undefined);
  }

  /** The process stands still: neither the application nor the Sender does anything (a GC pause). */
  pause(untilUs: number): void {
    this.pausedUntilUs = Math.max(this.pausedUntilUs, untilUs);
    this.#sender.pause(untilUs);
    this.thread.pause(untilUs);
  }

  /** Another instance has begun with its transactional.id. */
  fence(): void {
    this.#transactions?.fence();
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

  onAnswer(answered: AnsweredRequest): void {
    this.#sender.deliver(this.#answerLater, answered);
  }

  #handleAnswer({ request, reply: { errors, throttleUs, hints }, stages }: AnsweredRequest): void {
    const tookUs = this.settings.acks === 0 ? undefined : this.#world.queue.nowUs - stages.sentUs;
    this.#world.statistics.noteAnswer(request.node, tookUs);
    this.#world.observer?.onAnswer(this.number, request, errors, stages);
    if (throttleUs > 0) this.producer.connections[request.node]?.throttle(this.nowMs + Math.ceil(throttleUs / 1_000));
    this.#answering = stages;
    this.nodes[request.node]?.wire.touch();
    this.producer.onAnswer(request, errors, this.nowMs);
    this.#answering = undefined;
    // The answer of a new broker tells a new client who leads (KIP-951); others ask for the metadata.
    if (hints.length > 0 && isAtLeast(this.#plan.release, 3, 7)) this.#metadata.learn(hints);
  }

  onReady(): void {
    this.#sender.allow();
  }

  onMetadata(view: LeaderView): void {
    this.#metadata.adopt(view);
    this.thread.onMetadata();
  }

  /** Where requests may go that any broker can answer. */
  get askable(): readonly ClientNode[] {
    return this.#startup?.nodes ?? this.nodes;
  }

  onBatchDone(batch: ProducerBatch, exception: string | undefined): void {
    this.#open -= batch.recordCount;
    this.#sender.countCallbacks(batch.recordCount);
    bookBatch(batch, exception, this.#world, this.records, this.settings, this.#answering);
    if (exception === undefined) this.#world.exposure.noteAcknowledged(batch, this.settings.acks);
    this.#world.observer?.onBatchDone(this.number, batch, exception);
    this.records.releaseAll(batch.records);
    if (exception !== undefined) this.#transactions?.noteFailedBatch();
    this.thread.onCallbacks(batch.records);
    this.#flushes.noteDone(batch);
  }

  onBatchRetry(batch: ProducerBatch): void {
    this.#world.statistics.recordsRetried += batch.recordCount;
    this.#world.observer?.onBatchRetry(this.number, batch);
  }

  onBatchSplit(batch: ProducerBatch): void {
    this.#world.statistics.splits += 1;
    this.#world.observer?.onBatchSplit(this.number, batch);
    this.#world.ledger.drop(batch.tag);
    this.#flushes.noteDone(batch);
  }

  onStaleMetadata(): void {
    this.#metadata.request();
  }

  onRefused(node: number): void {
    this.close(node, false);
  }

  onNodeNotReady(node: number): void {
    this.nodes[node]?.connect();
  }

  /** The Sender's clock. */
  get nowMs(): number {
    return this.#sender.nowMs;
  }

  deliver(handle: () => void): void {
    this.#sender.deliver(handle);
  }

  onClosed(node: number, timedOut: boolean, reopenMs: number): void {
    this.producer.onClose(node, timedOut, reopenMs, this.nowMs);
    const closed = this.nodes[node];
    if (closed === undefined) return;
    this.#metadata.onClosed(closed);
    this.#startup?.onNode(closed);
    this.onBootstrapClosed(closed);
  }

  onBootstrapClosed(node: ClientNode): void {
    this.#transactions?.onClosed(node);
  }

  /** The pass that follows finds the node ready. */
  onOpened(number: number): void {
    const node = this.nodes[number];
    if (node !== undefined) this.#startup?.onNode(node);
  }

  onLost(): void {
    this.#metadata.request();
  }

  setLeader(partition: number, leader: number): void {
    this.producer.setLeader(partition, leader);
    this.topics.onLeader(partition);
  }

  /** The connection to a broker closes; `timedOut`: because of request.timeout.ms. */
  close(node: number, timedOut: boolean): void {
    this.nodes[node]?.close(timedOut);
    if (!timedOut) this.#startup?.breakConnection(node);
  }

  onClosing(node: number, timedOut: boolean): void {
    this.#world.statistics.closes += 1;
    this.#world.observer?.onClose(this.number, node, timedOut);
  }
}
