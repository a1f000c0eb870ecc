import type { RandomStream } from "../engine/random.js";
import { keysDecide, USUAL_PARTITIONER } from "../partitioning/keyless.js";
import type { Connection } from "../producer/connection.js";
import type { RecordTable } from "../producer/records.js";
import type { ProducerSettings } from "../producer/settings.js";
import { arrivalSource } from "../workload/arrival-source.js";
import { Keys } from "../workload/keys.js";
import { valueSizeSource } from "../workload/value-sizes.js";
import { ApplicationThread, type SendPort } from "./application-thread.js";
import { ApplicationThreads, type SendingThread } from "./application-threads.js";
import { ClientConnection, type ConnectionPort } from "./client-connection.js";
import { ClientNode, type NodePort } from "./client-node.js";
import type { ClientPlan, World } from "./client-plan.js";
import { ClientStartup } from "./client-startup.js";
import { WorkloadRecords } from "./workload-records.js";

/** The brokers as a client sees them. All connections share the client's network card. */
export function makeNodes(
  producer: number,
  { settings, compressionCosts }: ClientPlan,
  { queue, costs, cluster: { network, brokers } }: World,
  connections: readonly Connection[],
  random: RandomStream,
  port: ConnectionPort & NodePort,
): readonly ClientNode[] {
  const card = { freeUs: 0 };
  const rawByteUs = compressionCosts?.brokerPerByteUs ?? 0;
  const shared = { queue, costs, network, producer, port };
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
  partitionCount: number,
  stream: (name: string) => RandomStream,
): WorkloadRecords {
  return new WorkloadRecords(table, {
    arrivals: arrivalSource(plan.arrivals, stream("arrivals")),
    nextValueBytes: valueSizeSource(plan.values, stream("sizes")),
    sameValueBytes: "minBytes" in plan.values && plan.values.minBytes === plan.values.maxBytes,
    keys: plan.keys.kind === "none" ? undefined : new Keys(plan.keys, partitionCount, stream("keys")),
    keysDecide: keysDecide(plan.partitioner ?? USUAL_PARTITIONER),
    headers: plan.headers ?? { count: 0, encodedBytes: 0 },
    endUs,
    records: plan.records,
  });
}

/** What a producer does before its first record. */
export function makeStartup(
  producer: number,
  { idempotent, reconnectBackoffMs }: ProducerSettings,
  { queue, cluster, costs }: World,
  onReady: () => void,
  onMetadata: () => void,
): ClientStartup {
  const reconnectBackoffUs = reconnectBackoffMs * 1_000;
  return new ClientStartup({ queue, cluster, costs, producer, idempotent, reconnectBackoffUs, onReady, onMetadata });
}

/** The application: one thread or several. */
export function makeThreads(
  { settings, synchronous, threads = 1, flushEvery = Infinity, compressionCosts }: ClientPlan,
  { queue, costs: hostCosts, statistics }: World,
  records: WorkloadRecords,
  port: SendPort,
): SendingThread {
  const sendPerByteUs = hostCosts.sendPerByteUs + (compressionCosts?.sendPerByteUs ?? 0);
  const costs = { ...hostCosts, sendPerByteUs };
  const sending = { maxBlockMs: settings.maxBlockMs, synchronous, flushEvery };
  const made = Array.from({ length: threads }, () => {
    return new ApplicationThread(queue, costs, sending, records, port, statistics);
  });
  const [only] = made;
  return made.length === 1 && only !== undefined ? only : new ApplicationThreads(made);
}
