import type { Cluster } from "../cluster/cluster.js";
import type { Ledger } from "../cluster/ledger.js";
import type { ProducerBatch } from "../producer/batch.js";
import type { Client } from "./client.js";
import { NOT_DELIVERED, type Consumers } from "./consumers.js";
import type { Statistics } from "./statistics.js";

/** The parts of a simulation that are checked. */
export interface Checked {
  readonly cluster: Cluster;
  readonly clients: readonly Client[];
  readonly ledger: Ledger;
  readonly statistics: Statistics;
  readonly consumers: Consumers;
}

/**
 * What must hold at any time: memory accounting, at most max.in.flight requests per connection, high watermark ≤ log end.
 * (That time never goes back, the event queue itself checks at every step.)
 * @throws Error when it does not hold: a bug of the model.
 */
export function checkWhileRunning({ cluster, clients }: Checked): void {
  for (const client of clients) {
    checkMemory(client);
    const { maxInFlightRequests } = client.settings;
    client.producer.connections.forEach(({ inFlight }, node) => {
      if (inFlight.length > maxInFlightRequests) breach(`${inFlight.length} requests in flight to broker ${node}`);
    });
  }
  for (const { topic, number, highWatermark, logEnd } of cluster.partitions) {
    if (highWatermark > logEnd)
      breach(`high watermark ${highWatermark} of ${topic}-${number} is beyond its log end ${logEnd}`);
  }
}

/**
 * What must hold at the end: every record has exactly one fate, and idempotent producers keep the order.
 * @throws Error when it does not hold: a bug of the model.
 */
export function checkAtEnd(checked: Checked, ended: string): void {
  checkWhileRunning(checked);
  if (ended !== "done") return;
  const { cluster, clients, ledger, statistics } = checked;
  checkTransactions(checked);
  const fates = Object.values({ ...ledger.fates() }).reduce((sum, records) => sum + records, 0);
  const failedInBatches = ledger.failures().reduce((sum, { records }) => sum + records, 0);
  let failed = 0;
  for (const records of statistics.failures.values()) failed += records;
  const total = fates + failed - failedInBatches;
  if (total !== statistics.recordsSent)
    breach(`${statistics.recordsSent} records were sent, and ${total} have one fate each`);
  if (!clients.every(({ settings }) => settings.idempotent)) return;
  for (const partition of cluster.partitions) {
    if (partition.outOfOrder() > 0) breach(`records of ${partition.topic}-${partition.number} are out of order`);
  }
}

/** Whoever reads only what was committed reads nothing of an aborted transaction, and no transaction is left open. */
function checkTransactions({ cluster, consumers }: Checked): void {
  for (const { topic, number, log } of cluster.partitions) {
    for (const { transaction, row } of log) {
      if (transaction === undefined) continue;
      if (transaction.outcome === "open") breach(`a transaction of producer ${transaction.producer} is still open`);
      if (transaction.outcome === "aborted" && consumers.deliveredUs(row) !== NOT_DELIVERED)
        breach(`a record of an aborted transaction was read from ${topic}-${number}`);
    }
  }
}

/** Memory in use is that of the batches that have not given it back, and of sends that were granted some. */
function checkMemory(client: Client): void {
  const batches = new Set<ProducerBatch>();
  for (const { waiting, inFlight } of client.producer.partitions)
    for (const batch of [...waiting, ...inFlight]) batches.add(batch);
  for (const { inFlight } of client.producer.connections) {
    for (const request of inFlight) for (const batch of request.batches) batches.add(batch);
  }
  let heldBytes = 0;
  for (const batch of batches) if (!batch.deallocated && !batch.isSplit) heldBytes += batch.capacityBytes;
  const usedBytes = client.usedBytes();
  const totalBytes = client.settings.bufferMemoryBytes;
  if (heldBytes > usedBytes || usedBytes > totalBytes)
    breach(`${usedBytes} of ${totalBytes} bytes of memory are in use, batches hold ${heldBytes}`);
  // With acks=0 a request that is not yet written is in no list; an expired batch in it keeps its memory (KAFKA-19012).
  const isKnown = !client.thread.isBlocked && client.settings.acks !== 0;
  if (isKnown && heldBytes !== usedBytes) breach(`${usedBytes} bytes of memory are in use, batches hold ${heldBytes}`);
}

function breach(what: string): never {
  throw new Error(`simulation: ${what}`);
}
