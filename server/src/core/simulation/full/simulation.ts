import { Cluster, type TopicPlan } from "../cluster/cluster.js";
import type { ModelCosts } from "../cluster/costs.js";
import { Ledger, type RecordFates } from "../cluster/ledger.js";
import { EventQueue } from "../engine/event-queue.js";
import { Client, type ClientPlan } from "./client.js";
import { planFaults, type Fault } from "./faults.js";
import { Statistics } from "./statistics.js";

/** Everything a simulation depends on: the same plan gives the same result. */
export interface SimulationPlan {
  readonly seed: number;
  /** Records arrive for so long. */
  readonly durationUs: number;
  /** Then what is under way may take so long to end. */
  readonly drainUs: number;
  readonly brokers: number;
  readonly topics: readonly TopicPlan[];
  readonly producers: readonly ClientPlan[];
  readonly costs: ModelCosts;
  readonly faults?: readonly Fault[];
}

/** Why a simulation ended. */
export type SimulationEnd = "done" | "drain-limit" | "event-limit";

/** What came of it. */
export interface SimulationResult {
  readonly ended: SimulationEnd;
  readonly endUs: number;
  readonly events: number;
  readonly fates: RecordFates;
  /** Records stored behind a later one of their producer and partition. */
  readonly outOfOrder: number;
  /** Records in the leaders' logs. */
  readonly stored: number;
  readonly statistics: Statistics;
}

/** After the last callback the brokers may still be at work (acks=0, requests given up): so long they are watched. */
const SETTLE_US = 1_000_000;

/** Events after which a simulation is stopped. */
export const MOST_EVENTS = 500_000_000;

/** Runs a plan to its end. */
export function runSimulation(plan: SimulationPlan): SimulationResult {
  const queue = new EventQueue();
  const ledger = new Ledger();
  const statistics = new Statistics();
  const cluster = new Cluster(queue, plan.costs, plan.brokers, plan.topics, ledger);
  const world = { queue, costs: plan.costs, cluster, ledger, statistics, seed: plan.seed, endUs: plan.durationUs };
  const clients = plan.producers.map((producer, number) => new Client(number, producer, world));
  cluster.start();
  planFaults(plan.faults ?? [], queue, cluster, clients);
  for (const { thread } of clients) thread.start();
  const { ended, events } = runEvents(queue, clients, plan.durationUs + plan.drainUs);
  const endUs = queue.nowUs;
  while (ended === "done" && queue.nextUs <= endUs + SETTLE_US) queue.step();
  return {
    ended,
    endUs,
    events,
    fates: ledger.fates(),
    outOfOrder: cluster.partitions.reduce((sum, partition) => sum + partition.outOfOrder(), 0),
    stored: cluster.partitions.reduce((sum, partition) => sum + partition.logEnd, 0),
    statistics,
  };
}

/** Sends and events in order of time; at one time sends come first. */
function runEvents(
  queue: EventQueue,
  clients: readonly Client[],
  limitUs: number,
): { ended: SimulationEnd; events: number } {
  for (let events = 0; events < MOST_EVENTS; events += 1) {
    let next = clients[0];
    if (clients.length > 1) {
      for (const client of clients) {
        if (client.thread.nextUs < (next?.thread.nextUs ?? Infinity)) next = client;
      }
    }
    const sendUs = next?.thread.nextUs ?? Infinity;
    const eventUs = queue.nextUs;
    if (Math.min(sendUs, eventUs) > limitUs) return { ended: "drain-limit", events };
    if (next !== undefined && sendUs <= eventUs) {
      queue.advance(sendUs);
      next.thread.step();
    } else {
      queue.step();
      if (sendUs === Infinity && clients.every(({ isDone }) => isDone)) return { ended: "done", events };
    }
  }
  return { ended: "event-limit", events: MOST_EVENTS };
}
