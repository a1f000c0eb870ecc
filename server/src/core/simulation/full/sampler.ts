import { objectList } from "../engine/object-list.js";
import type { Histogram } from "../engine/histogram.js";
import type { Client } from "./client.js";
import type { Statistics } from "./statistics.js";

/** What is counted over a stretch of time, or looked at when it ends. Times in microseconds. */
export interface Sample {
  sent: number;
  acknowledged: number;
  failed: number;
  retried: number;
  requests: number;
  requestBytes: number;
  /** Of the records acknowledged in this stretch. */
  latencyMeanUs: number;
  latencyP99Us: number;
  /** At the end of the stretch. */
  bufferBytes: number;
  inFlightRequests: number;
  waitingBatches: number;
}

/** Samples one after the other, each for `everyUs`; the last may be shorter. */
export interface TimeSeries {
  readonly everyUs: number;
  readonly samples: readonly Sample[];
}

/** No more samples than this are kept; what comes later is not sampled. */
const MOST_SAMPLES = 20_000;

/** Watches a simulation at regular times, from outside: it plans no events, so it changes nothing. */
export class Sampler {
  readonly #everyUs: number;
  readonly #statistics: Statistics;
  readonly #clients: readonly Client[];
  readonly #samples: Sample[] = objectList();
  readonly #before = { sent: 0, acknowledged: 0, failed: 0, retried: 0, requests: 0, requestBytes: 0 };
  #latency: ReturnType<Histogram["snapshot"]>;

  constructor(everyUs: number, statistics: Statistics, clients: readonly Client[]) {
    this.#everyUs = everyUs;
    this.#statistics = statistics;
    this.#clients = clients;
    this.#latency = statistics.latency.snapshot();
  }

  /** When the next sample is due: nothing that happens at this time belongs to a later one. */
  get nextUs(): number {
    return this.#samples.length < MOST_SAMPLES ? (this.#samples.length + 1) * this.#everyUs : Infinity;
  }

  /** Takes a sample. */
  sample(): void {
    const now = this.#counts();
    const latency = this.#statistics.latency.since(this.#latency);
    this.#samples.push({
      sent: now.sent - this.#before.sent,
      acknowledged: now.acknowledged - this.#before.acknowledged,
      failed: now.failed - this.#before.failed,
      retried: now.retried - this.#before.retried,
      requests: now.requests - this.#before.requests,
      requestBytes: now.requestBytes - this.#before.requestBytes,
      latencyMeanUs: latency.meanUs,
      latencyP99Us: latency.p99Us,
      ...this.#state(),
    });
    Object.assign(this.#before, now);
    if (latency.count > 0) this.#latency = this.#statistics.latency.snapshot();
  }

  /** The whole series; the rest since the last sample becomes one. */
  finish(endUs: number): TimeSeries {
    const sampledUs = this.#samples.length * this.#everyUs;
    if (endUs > sampledUs && this.nextUs !== Infinity) this.sample();
    return { everyUs: this.#everyUs, samples: this.#samples };
  }

  #counts(): Record<"sent" | "acknowledged" | "failed" | "retried" | "requests" | "requestBytes", number> {
    const { recordsSent, recordsAcknowledged, recordsRetried, requests, requestBytes, failures } = this.#statistics;
    let failed = 0;
    for (const records of failures.values()) failed += records;
    return {
      sent: recordsSent,
      acknowledged: recordsAcknowledged,
      failed,
      retried: recordsRetried,
      requests,
      requestBytes,
    };
  }

  #state(): Pick<Sample, "bufferBytes" | "inFlightRequests" | "waitingBatches"> {
    const state = { bufferBytes: 0, inFlightRequests: 0, waitingBatches: 0 };
    for (const client of this.#clients) {
      state.bufferBytes += client.usedBytes();
      for (const { inFlight } of client.producer.connections) state.inFlightRequests += inFlight.length;
      for (const { waiting } of client.producer.partitions) state.waitingBatches += waiting.length;
    }
    return state;
  }
}
