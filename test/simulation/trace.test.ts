// Traces: what a person sees of batches and requests agrees with the result.
import { describe, expect, it } from "vitest";
import { simulateText } from "../../server/src/core/report/simulate.js";
import { chromeTrace } from "../../server/src/core/simulation/trace/chrome-trace.js";
import { traceNdjson } from "../../server/src/core/simulation/trace/ndjson.js";
import { TraceCollector } from "../../server/src/core/simulation/trace/trace-collector.js";
import type { TraceEvent } from "../../server/src/core/simulation/trace/trace-event.js";

const SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";
const TEXT = `bootstrap.servers=127.0.0.1:9092\nkey.serializer=${SERIALIZER}\nvalue.serializer=${SERIALIZER}\n`;
const SCENARIO = { durationMs: 300, faults: [{ kind: "reset", atMs: 100, broker: 0 }] };

function traced(scenario: unknown) {
  const collectors: TraceCollector[] = [];
  const observe = (plan: ConstructorParameters<typeof TraceCollector>[0]) => {
    const collector = new TraceCollector(plan);
    collectors.push(collector);
    return collector;
  };
  const result = simulateText(TEXT, scenario, { observe });
  if (result.outcome !== "simulated") throw new Error(JSON.stringify(result));
  return { result, events: collectors[0]!.finish() };
}

describe("a trace", () => {
  const { result, events } = traced(SCENARIO);

  it("changes nothing", () => {
    expect(simulateText(TEXT, SCENARIO)).toEqual(result);
  });

  it("holds every request and every record, in order of time", () => {
    const of = (kind: TraceEvent["event"]) => events.filter(({ event }) => event === kind);
    expect(of("request")).toHaveLength(result.requests.count);
    const records = events.reduce((sum, event) => sum + (event.event === "acknowledged" ? event.records : 0), 0);
    expect(records).toBe(result.records.storedOnce);
    expect(of("fault")).toMatchObject([{ us: 100_000, fault: { kind: "reset" } }]);
    expect(of("close")).toHaveLength(result.requests.connectionsClosed);
    expect(events.every(({ us }, index) => us >= (events[index - 1]?.us ?? 0))).toBe(true);
    expect(events.at(-1)).toMatchObject({ event: "end", dropped: 0 });
  });

  it("as NDJSON is one object per line", () => {
    const lines = traceNdjson(events).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(events);
  });

  it("as a Chrome trace opens and closes every span", () => {
    const { traceEvents } = JSON.parse(chromeTrace(events)) as {
      traceEvents: { ph: string; name: string; ts?: number; pid: number; cat?: string; id?: number }[];
    };
    const spans = (ph: string) =>
      traceEvents
        .filter((event) => event.ph === ph)
        .map(({ cat, id, pid, name }) => `${cat} ${id} ${pid} ${name}`)
        .sort();
    expect(spans("b")).toEqual(spans("e"));
    expect(spans("b").length).toBeGreaterThan(result.requests.count);
    expect(traceEvents.filter(({ ph }) => ph === "M").map(({ pid }) => pid)).toEqual([1, 1_000, 1_001, 1_002]);
  });
});
