import { Cluster, type TopicPlan } from "../cluster/cluster.js";
import type { ModelCosts } from "../cluster/costs.js";
import { Ledger, type RecordFates } from "../cluster/ledger.js";
import type { ClusterSettings } from "../cluster/settings.js";
import { EventQueue } from "../engine/event-queue.js";
import { Histogram } from "../engine/histogram.js";
import { Client, type ClientPlan } from "./client.js";
import { Exposure } from "./exposure.js";
import { Consumers } from "./consumers.js";
import { planFaults, type Fault } from "./faults.js";
import { checkAtEnd, checkWhileRunning } from "./invariants.js";
import type { SimulationObserver } from "./observer.js";
import { Sampler, type TimeSeries } from "./sampler.js";
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
  /** Consumer to broker and back; without it as for producers. */
  readonly consumerRttUs?: number;
  /** Settings of brokers, controller and network; what is left out has Kafka's defaults. */
  readonly cluster?: Partial<ClusterSettings>;
  readonly faults?: readonly Fault[];
  /** A row of the time series for every so long; without it there is none. */
  readonly sampleUs?: number;
  readonly limits?: SimulationLimits;
  /** Checks at every sample and at the end what must always hold; a breach throws, for it is a bug of the model. */
  readonly checksInvariants?: boolean;
}

/** Where a simulation is stopped. */
export interface SimulationLimits {
  readonly events: number;
  readonly records: number;
}

/** Why a simulation ended. All but `done` leave something unfinished. */
export type SimulationEnd = "done" | "drain-limit" | "event-limit" | "record-limit" | "cancelled";

/** What came of it. */
export interface SimulationResult {
  readonly ended: SimulationEnd;
  readonly endUs: number;
  readonly events: number;
  readonly fates: RecordFates;
  /** Records stored behind a later one of their producer and partition. */
  readonly outOfOrder: number;
  readonly outOfOrderByPartition: readonly number[];
  /** Records in the leaders' logs. */
  readonly stored: number;
  readonly statistics: Statistics;
  readonly series: TimeSeries | undefined;
}

/** After the last callback the brokers may still be at work (acks=0, requests given up): so long they are watched. */
const SETTLE_US = 1_000_000;

/** Where a simulation is stopped unless its plan says otherwise. */
export const DEFAULT_LIMITS: SimulationLimits = { events: 500_000_000, records: 50_000_000 };

/** Runs a plan to its end. */
export function runSimulation(plan: SimulationPlan, observer?: SimulationObserver): SimulationResult {
  const run = new SimulationRun(plan, observer);
  run.advance(Infinity);
  return run.result();
}

/** A simulation under way: it goes on piece by piece, so that somebody can watch and stop it. */
export class SimulationRun {
  readonly cluster: Cluster;
  readonly clients: readonly Client[];
  readonly ledger: Ledger = new Ledger();
  readonly statistics: Statistics = new Statistics();
  readonly consumers: Consumers;
  readonly exposure: Exposure;
  readonly #plan: SimulationPlan;
  readonly #queue = new EventQueue();
  readonly #limits: SimulationLimits;
  readonly #sampler: Sampler | undefined;
  readonly #limitUs: number;
  #ended: SimulationEnd | undefined;
  #events = 0;

  constructor(plan: SimulationPlan, observer?: SimulationObserver) {
    const { costs, seed, durationUs } = plan;
    const [queue, ledger, statistics] = [this.#queue, this.ledger, this.statistics];
    this.#plan = plan;
    this.#limits = plan.limits ?? DEFAULT_LIMITS;
    this.#limitUs = durationUs + plan.drainUs;
    const isUndisturbed = (plan.faults ?? []).length === 0;
    const cluster = new Cluster(queue, costs, plan.brokers, plan.topics, ledger, seed, plan.cluster, isUndisturbed);
    const consumerRttUs = plan.consumerRttUs ?? costs.clientRttUs;
    const consumers = new Consumers(queue, costs, consumerRttUs, cluster.partitions.length, statistics);
    if (plan.topics.length > 1) {
      const ofPartition = plan.topics.flatMap(({ partitions }, topic) => new Array<number>(partitions).fill(topic));
      statistics.topics = { ofPartition, latency: plan.topics.map(() => new Histogram()) };
    }
    const exposure = new Exposure(queue, cluster, consumers);
    ledger.onVisible = (row, partition) => {
      consumers.noteVisible(row, partition);
      exposure.noteVisible(row, partition);
    };
    ledger.onJoined = (partition) => exposure.noteJoined(partition);
    ledger.onRemoved = (row) => exposure.noteGone(row);
    this.consumers = consumers;
    this.exposure = exposure;
    const world = { consumers, exposure, queue, costs, cluster, ledger, statistics, seed, endUs: durationUs, observer };
    this.cluster = cluster;
    this.clients = plan.producers.map((producer, number) => new Client(number, producer, world));
    this.#sampler = plan.sampleUs === undefined ? undefined : new Sampler(plan.sampleUs, statistics, this.clients);
    cluster.start();
    planFaults(plan.faults ?? [], queue, cluster, this.clients);
    for (const client of this.clients) client.start();
  }

  /** The virtual time. */
  get nowUs(): number {
    return this.#queue.nowUs;
  }

  /** How much of the time in which records arrive is over: 0 to 1. */
  get progress(): number {
    return this.#ended === undefined ? Math.min(1, this.#queue.nowUs / this.#plan.durationUs) : 1;
  }

  /** Takes so many steps; returns whether it is over. */
  advance(steps: number): boolean {
    const untilEvents = Math.min(this.#events + steps, this.#limits.events);
    while (this.#ended === undefined && this.#events < untilEvents) this.#ended = this.#runUntilSample(untilEvents);
    if (this.#ended === undefined && this.#events >= this.#limits.events) this.#ended = "event-limit";
    return this.#ended !== undefined;
  }

  /** Stops it; the result is of what has happened so far. */
  cancel(): void {
    this.#ended ??= "cancelled";
  }

  /** What came of it; what is not over yet counts as cancelled. */
  result(): SimulationResult {
    this.cancel();
    const ended = this.#ended ?? "cancelled";
    const endUs = this.#queue.nowUs;
    while (ended === "done" && this.#queue.nextUs <= endUs + SETTLE_US) this.#queue.step();
    if (this.#plan.checksInvariants === true) checkAtEnd(this, ended);
    const outOfOrderByPartition = this.cluster.partitions.map((partition) => partition.outOfOrder());
    return {
      ended,
      endUs,
      events: this.#events,
      fates: this.ledger.fates(),
      outOfOrder: outOfOrderByPartition.reduce((sum, records) => sum + records, 0),
      outOfOrderByPartition,
      stored: this.cluster.partitions.reduce((sum, partition) => sum + partition.stored, 0),
      statistics: this.statistics,
      series: this.#sampler?.finish(endUs),
    };
  }

  /** Sends and events in order of time; at one time sends come first. Stops to look around when a sample is due. */
  #runUntilSample(untilEvents: number): SimulationEnd | undefined {
    const queue = this.#queue;
    const clients = this.clients;
    const sampleUs = this.#sampler?.nextUs ?? Infinity;
    const stopUs = Math.min(sampleUs, this.#limitUs);
    let next = clients[0];
    while (this.#events < untilEvents) {
      if (clients.length > 1) next = earliest(clients);
      const sendUs = next?.thread.nextUs ?? Infinity;
      const eventUs = queue.nextUs;
      const nextUs = sendUs <= eventUs ? sendUs : eventUs;
      if (nextUs > stopUs) return this.#onStop(sampleUs, nextUs);
      if (next !== undefined && sendUs <= eventUs) {
        this.#send(next, Math.min(eventUs, stopUs), untilEvents);
        if (this.statistics.recordsSent >= this.#limits.records) return "record-limit";
      } else {
        this.#events += 1;
        queue.step();
        if (sendUs === Infinity && clients.every(({ isDone }) => isDone)) return "done";
      }
    }
    return undefined;
  }

  /** Lets a thread send until something else is due: most records plan no event, so that nothing else has to be asked. */
  #send({ thread }: Client, untilUs: number, untilEvents: number): void {
    const queue = this.#queue;
    const { planned } = queue;
    const most =
      this.clients.length > 1
        ? 1
        : Math.min(untilEvents - this.#events, this.#limits.records - this.statistics.recordsSent);
    let sends = 0;
    do {
      queue.advance(thread.nextUs);
      thread.step();
      sends += 1;
    } while (sends < most && queue.planned === planned && thread.nextUs <= untilUs);
    this.#events += sends;
  }

  #onStop(sampleUs: number, nextUs: number): SimulationEnd | undefined {
    if (nextUs > this.#limitUs && this.#limitUs <= sampleUs) return "drain-limit";
    this.#sampler?.sample();
    if (this.#plan.checksInvariants === true) checkWhileRunning(this);
    return undefined;
  }
}

function earliest(clients: readonly Client[]): Client | undefined {
  let next = clients[0];
  for (const client of clients) if (client.thread.nextUs < (next?.thread.nextUs ?? Infinity)) next = client;
  return next;
}
