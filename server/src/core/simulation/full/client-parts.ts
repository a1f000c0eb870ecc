import type { ArrivingBatch } from "../cluster/broker-partition.js";
import type { Transaction } from "../cluster/transaction.js";
import { RandomStream } from "../engine/random.js";
import { keysDecide, USUAL_PARTITIONER } from "../partitioning/keyless.js";
import { Connection } from "../producer/connection.js";
import type { RecordTable } from "../producer/records.js";
import type { BufferWaiter } from "../producer/buffer-pool.js";
import { Producer } from "../producer/producer.js";
import type { ProducerHost } from "../producer/sender.js";
import { behaviourOf, isAtLeast } from "../producer/settings.js";
import { TransactionManager } from "../producer/transaction-manager.js";
import { transactionBehaviourOf } from "../producer/transaction-state.js";
import { arrivalSource } from "../workload/arrival-source.js";
import { valueSizeSource } from "../workload/value-sizes.js";
import { ApplicationThread, type SendPort } from "./application-thread.js";
import { ApplicationThreads, type SendingThread, type TransactionGate } from "./application-threads.js";
import { ClientConnection, type ConnectionPort } from "./client-connection.js";
import { IdleConnections, type IdleClient } from "./idle-connections.js";
import { ClientMetadata, type MetadataPort } from "./client-metadata.js";
import { ClientNode, type NodePort } from "./client-node.js";
import type { ClientPlan, World } from "./client-plan.js";
import { ClientTransactions } from "./client-transactions.js";
import type { TransactionHost } from "./transaction-plan.js";
import type { ClientTopics } from "./client-topics.js";
import type { StartupHost } from "./client-startup.js";
import { WorkloadRecords } from "./workload-records.js";

/** Whom a client has to be for its parts. */
export type ClientPorts = ProducerHost &
  ConnectionPort &
  SendPort &
  NodePort &
  MetadataPort &
  StartupHost &
  TransactionHost;

/** The producer itself. */
export function makeProducer(
  { settings, release }: ClientPlan,
  { queue, cluster: { partitions, brokers } }: World,
  backoff: RandomStream,
  host: ProducerHost,
  onMemoryGranted: (waiter: BufferWaiter) => void,
  transactions: ClientTransactions | undefined,
): Producer {
  return new Producer({
    settings,
    behaviour: behaviourOf(release),
    partitions: partitions.map(({ topic, number: partition, leader }) => ({ topic, partition, leader })),
    nodeCount: brokers.length,
    host,
    ...(transactions === undefined ? {} : { transactions: { manager: transactions.manager, host: transactions } }),
    random: () => backoff.uniform(),
    onMemoryGranted: (waiter) => void queue.at(queue.nowUs, () => onMemoryGranted(waiter)),
  });
}

/** Its transactions, if it has any. */
export function makeTransactions(
  number: number,
  { transaction, settings, release }: ClientPlan,
  world: World,
  host: TransactionHost,
): ClientTransactions | undefined {
  if (transaction === undefined) return undefined;
  const { version, bumpsEpoch = true } = transaction;
  const manager = new TransactionManager({ behaviour: transactionBehaviourOf(release), version, bumpsEpoch });
  return new ClientTransactions(number, transaction, settings, manager, world, host);
}

/** The brokers as a client sees them. All connections share the client's network card. */
export function makeNodes(
  producer: number,
  { settings, compressionCosts, transaction }: ClientPlan,
  { queue, costs, cluster: { network, brokers, transactions: coordinator } }: World,
  connections: readonly Connection[],
  random: RandomStream,
  port: ConnectionPort & NodePort,
  source: { readonly current: Transaction } | undefined,
): readonly ClientNode[] {
  const card = { freeUs: 0 };
  const rawByteUs = compressionCosts?.brokerPerByteUs ?? 0;
  const version = transaction?.version ?? 1;
  const admissionUs = (batches: readonly ArrivingBatch[]): number => coordinator.admissionUs(batches, version);
  const transactions = source === undefined ? undefined : { current: () => source.current, admissionUs };
  const requestTimeoutUs = settings.requestTimeoutMs * 1_000;
  const shared = { queue, costs, network, producer, port, transactions, requestTimeoutUs };
  return connections.map((connection, id) => {
    const broker = brokers[id];
    if (broker === undefined) throw new RangeError(`broker ${id} is not known`);
    const wire = new ClientConnection({ ...shared, broker, acks: settings.acks, card, rawByteUs });
    return new ClientNode({ ...shared, broker, settings, connection, wire, random: () => random.uniform() });
  });
}

/** The records a client will send. `stream`: a source of chance by its name. */
export function makeRecords(
  table: RecordTable,
  plan: ClientPlan,
  endUs: number,
  { mix, keys }: ClientTopics,
  stream: (name: string) => RandomStream,
): WorkloadRecords {
  return new WorkloadRecords(table, {
    arrivals: arrivalSource(plan.arrivals, stream("arrivals")),
    nextValueBytes: valueSizeSource(plan.values, stream("sizes")),
    sameValueBytes: "minBytes" in plan.values && plan.values.minBytes === plan.values.maxBytes,
    keys,
    mix,
    keysDecide: keysDecide(plan.partitioner ?? USUAL_PARTITIONER),
    headers: plan.headers ?? { count: 0, encodedBytes: 0 },
    endUs,
    records: plan.records,
  });
}

/** What it knows of leaders. */
export function makeMetadata(
  { settings, release }: ClientPlan,
  { queue, cluster }: World,
  random: RandomStream,
  port: MetadataPort,
): ClientMetadata {
  const backsOffWithoutNews = isAtLeast(release, 3, 7);
  const { length: partitions } = cluster.partitions;
  return new ClientMetadata(queue, settings, partitions, backsOffWithoutNews, () => random.uniform(), port);
}

/** What closes its idle connections. */
export function makeIdleConnections(
  { settings }: ClientPlan,
  { queue, cluster }: World,
  client: IdleClient,
): IdleConnections {
  const times = {
    clientUs: (settings.connectionsMaxIdleMs ?? Infinity) * 1_000,
    brokerUs: cluster.network.settings.connectionsMaxIdleUs,
    longestPollUs: settings.requestTimeoutMs * 1_000,
  };
  return new IdleConnections(queue, times, client);
}

/** Connections to the bootstrap addresses: every broker has one, and each is closed. No records go over them. */
export function makeBootstrap(
  producer: number,
  { settings }: ClientPlan,
  { queue, costs, seed, cluster: { network, brokers } }: World,
  port: NodePort,
): readonly ClientNode[] {
  const random = new RandomStream(seed, `bootstrap of producer ${producer}`);
  const card = { freeUs: 0 };
  const requestTimeoutUs = settings.requestTimeoutMs * 1_000;
  const shared = { queue, costs, network, producer, connectionId: -1 - producer, settings, requestTimeoutUs };
  return brokers.map((broker) => {
    const connection = new Connection(settings.maxInFlightRequests);
    connection.isOpen = false;
    const wire = new ClientConnection({ ...shared, broker, acks: 1, card, rawByteUs: 0, port: NO_RECORDS });
    return new ClientNode({ ...shared, broker, connection, wire, port, random: () => random.uniform() });
  });
}

/** What a connection without records never calls. */
const NO_RECORDS: ConnectionPort = {
  onAnswer: () => undefined,
  onRefused: () => undefined,
  setWriting: () => undefined,
  partition: (index) => {
    throw new RangeError(`partition ${index} has no records here`);
  },
};

/** The application: one thread or several. */
export function makeThreads(
  { settings, release, synchronous, threads = 1, flushEvery = Infinity, compressionCosts }: ClientPlan,
  { queue, costs: hostCosts, statistics }: World,
  records: WorkloadRecords,
  port: SendPort,
  transactions: TransactionGate | undefined,
): SendingThread {
  const sendPerByteUs = hostCosts.sendPerByteUs + (compressionCosts?.sendPerByteUs ?? 0);
  const costs = { ...hostCosts, sendPerByteUs };
  const { namesExhaustedBuffer } = behaviourOf(release);
  const sending = { maxBlockMs: settings.maxBlockMs, synchronous, flushEvery, namesExhaustedBuffer };
  const made = Array.from({ length: threads }, () => {
    return new ApplicationThread(queue, costs, sending, records, port, statistics, transactions);
  });
  const [only] = made;
  return made.length === 1 && only !== undefined ? only : new ApplicationThreads(made);
}
