import type { SimulationObserver } from "../full/observer.js";
import type { SimulationPlan, SimulationRun } from "../full/simulation.js";
import type { ProducerBatch } from "../producer/batch.js";
import type { ProduceRequest } from "../producer/request.js";
import type { TracedBatch, TraceEvent } from "./trace-event.js";

/** No more events than this are kept; the end of the trace says how many were dropped. */
const MOST_EVENTS = 1_000_000;

/** Writes down every request, answer and end of a batch of a simulation. */
export class TraceCollector implements SimulationObserver {
  readonly #plan: SimulationPlan;
  readonly #events: TraceEvent[] = [];
  readonly #numbers = new Map<ProduceRequest, number>();
  #requests = 0;
  #dropped = 0;
  #run: SimulationRun | undefined;

  constructor(plan: SimulationPlan) {
    this.#plan = plan;
  }

  /** The run that is watched. */
  begin(run: SimulationRun): void {
    this.#run = run;
  }

  /** All events in order of time, faults among them; the last one is `end`. */
  finish(): readonly TraceEvent[] {
    const endUs = this.#nowUs();
    const faults = (this.#plan.faults ?? [])
      .filter(({ atUs }) => atUs <= endUs)
      .map((fault): TraceEvent => ({ us: fault.atUs, event: "fault", fault }));
    const events = [...faults, ...this.#events].sort((left, right) => left.us - right.us);
    return [...events, { us: endUs, event: "end", dropped: this.#dropped }];
  }

  onRequest(producer: number, request: ProduceRequest, bytes: number): void {
    this.#requests += 1;
    this.#numbers.set(request, this.#requests);
    this.#add({
      us: this.#nowUs(),
      event: "request",
      producer,
      broker: request.node,
      request: this.#requests,
      bytes,
      batches: request.batches.map(tracedBatch),
    });
  }

  onAnswer(...[producer, request, errors, stages]: Parameters<SimulationObserver["onAnswer"]>): void {
    const number = this.#numbers.get(request) ?? 0;
    this.#numbers.delete(request);
    const named = request.batches.flatMap((batch, index) => {
      const error = errors[index];
      return error === undefined ? [] : [[nameOf(batch), error] as const];
    });
    this.#add({
      us: this.#nowUs(),
      event: "answer",
      producer,
      broker: request.node,
      request: number,
      sentUs: stages.sentUs,
      arrivedUs: stages.arrivedUs,
      startedUs: stages.startedUs,
      appendedUs: stages.appendedUs,
      answeredUs: stages.answeredUs,
      errors: Object.fromEntries(named),
    });
  }

  onBatchDone(producer: number, batch: ProducerBatch, exception: string | undefined): void {
    this.#addBatch(producer, batch, exception === undefined ? "acknowledged" : "failed", exception);
  }

  onBatchRetry(producer: number, batch: ProducerBatch): void {
    this.#addBatch(producer, batch, "retry", undefined);
  }

  onBatchSplit(producer: number, batch: ProducerBatch): void {
    this.#addBatch(producer, batch, "split", undefined);
  }

  onClose(producer: number, broker: number, timedOut: boolean): void {
    this.#add({ us: this.#nowUs(), event: "close", producer, broker, timedOut });
  }

  #addBatch(
    producer: number,
    batch: ProducerBatch,
    event: "acknowledged" | "failed" | "retry" | "split",
    exception: string | undefined,
  ): void {
    const { records, createdUs } = tracedBatch(batch);
    const what = { us: this.#nowUs(), event, producer, batch: batch.tag, partition: nameOf(batch), records, createdUs };
    this.#add(exception === undefined ? what : { ...what, exception });
  }

  #add(event: TraceEvent): void {
    if (this.#events.length < MOST_EVENTS) this.#events.push(event);
    else this.#dropped += 1;
  }

  #nowUs(): number {
    return this.#run?.nowUs ?? 0;
  }
}

function tracedBatch(batch: ProducerBatch): TracedBatch {
  return {
    batch: batch.tag,
    partition: nameOf(batch),
    records: batch.recordCount,
    bytes: batch.sizeBytes,
    createdUs: batch.createdMs * 1_000,
    attempts: batch.attempts,
    sequence: batch.baseSequence,
  };
}

function nameOf({ partition }: ProducerBatch): string {
  return `${partition.topic}-${partition.partition}`;
}
