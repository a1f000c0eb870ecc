import type { AnswerEvent, BatchEvent, RequestEvent, TraceEvent } from "./trace-event.js";

/** An event of the Chrome trace format, which Perfetto and chrome://tracing read. Times in microseconds. */
interface ChromeEvent {
  readonly ph: "M" | "b" | "e" | "i";
  readonly name: string;
  readonly cat?: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts?: number;
  readonly id?: number;
  readonly s?: "g" | "p";
  readonly args?: Readonly<Record<string, unknown>>;
}

/** Brokers are shown as processes from this number on, producers from 1 on. */
const FIRST_BROKER_PID = 1_000;

/** The trace as a Chrome trace: batches and requests of each producer, work of each broker, faults and closes as marks. */
export function chromeTrace(events: readonly TraceEvent[]): string {
  const requests = new Map<number, RequestEvent>();
  const shown: ChromeEvent[] = [];
  const [producers, brokers] = [new Set<number>(), new Set<number>()];
  for (const event of events) {
    if (event.event === "request") {
      requests.set(event.request, event);
      producers.add(event.producer);
      brokers.add(event.broker);
    }
    shown.push(...eventsOf(event, requests));
  }
  const names = [
    ...[...producers].map((producer) => processName(producer + 1, `producer ${producer}`)),
    ...[...brokers].sort((a, b) => a - b).map((broker) => processName(FIRST_BROKER_PID + broker, `broker ${broker}`)),
  ];
  const lines = [...names, ...shown].map((event) => JSON.stringify(event)).join(",\n");
  return `{"displayTimeUnit":"ms","traceEvents":[\n${lines}\n]}\n`;
}

function eventsOf(event: TraceEvent, requests: ReadonlyMap<number, RequestEvent>): readonly ChromeEvent[] {
  switch (event.event) {
    case "request":
      return [];
    case "answer":
      return answerEvents(event, requests.get(event.request));
    case "acknowledged":
    case "failed":
      return batchEvents(event);
    case "retry":
    case "split":
      return [mark(event.us, event.producer + 1, `${event.event} of ${event.partition}`, "p")];
    case "close":
      return [mark(event.us, event.producer + 1, `connection to broker ${event.broker} closes`, "p")];
    case "fault":
      return [
        mark(
          event.us,
          "broker" in event.fault ? FIRST_BROKER_PID + event.fault.broker : 1,
          `fault: ${event.fault.kind}`,
          "g",
        ),
      ];
    case "end":
      return event.dropped === 0 ? [] : [mark(event.us, 1, `${event.dropped} events dropped`, "g")];
  }
}

function batchEvents(event: BatchEvent): readonly ChromeEvent[] {
  const { partition, records, exception, batch } = event;
  const name = `${partition}: ${records} records${exception === undefined ? "" : `, ${exception}`}`;
  return span("batch", event.producer + 1, batch, name, event.createdUs, event.us, { batch, partition, records });
}

/** The way of a request: on the producer's side as a whole with its parts, at the broker what a thread does. */
function answerEvents(event: AnswerEvent, request: RequestEvent | undefined): readonly ChromeEvent[] {
  const { sentUs, arrivedUs, startedUs, appendedUs, answeredUs, us } = event;
  const pid = event.producer + 1;
  const id = event.request;
  const batches = request?.batches ?? [];
  const records = batches.reduce((sum, batch) => sum + batch.records, 0);
  const name = `broker ${event.broker}: ${batches.length} batches, ${records} records`;
  const args = { bytes: request?.bytes, errors: event.errors, partitions: batches.map(({ partition }) => partition) };
  const whole = span("request", pid, id, name, sentUs, us, args);
  if (answeredUs === 0) return whole;
  const [begin, end] = whole;
  const parts = [
    ...span("request", pid, id, "to the broker", sentUs, arrivedUs),
    ...span("request", pid, id, "broker queue", arrivedUs, startedUs),
    ...span("request", pid, id, "append", startedUs, appendedUs),
    ...span("request", pid, id, "replication", appendedUs, answeredUs),
    ...span("request", pid, id, "response", answeredUs, us),
  ];
  const atBroker = span(
    "append",
    FIRST_BROKER_PID + event.broker,
    id,
    `append ${records} records`,
    startedUs,
    appendedUs,
  );
  return [begin, ...parts, end, ...atBroker];
}

function span(
  cat: string,
  pid: number,
  id: number,
  name: string,
  fromUs: number,
  toUs: number,
  args?: ChromeEvent["args"],
): [ChromeEvent, ChromeEvent] {
  const begin = { ph: "b", cat, name, id, pid, tid: 0, ts: fromUs } as const;
  return [args === undefined ? begin : { ...begin, args }, { ph: "e", cat, name, id, pid, tid: 0, ts: toUs }];
}

function mark(ts: number, pid: number, name: string, scope: "g" | "p"): ChromeEvent {
  return { ph: "i", name, pid, tid: 0, ts, s: scope };
}

function processName(pid: number, name: string): ChromeEvent {
  return { ph: "M", name: "process_name", pid, tid: 0, args: { name } };
}
