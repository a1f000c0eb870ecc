// Whole simulations of a text: results that their schema describes, the same bytes every time, partial ones marked as such.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { simulateText } from "../../server/src/core/report/simulate.js";
import type { SimulatedResult } from "../../server/src/core/simulation/result/result.js";

const schema: unknown = JSON.parse(readFileSync("schemas/result.schema.json", "utf8"));
const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  schema as object,
);
const SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";
const TEXT = `bootstrap.servers=127.0.0.1:9092\nkey.serializer=${SERIALIZER}\nvalue.serializer=${SERIALIZER}\n`;
const SHORT = { durationMs: 500 };

function simulated(text: string, scenario: unknown, options: object = {}): SimulatedResult {
  const result = simulateText(text, scenario, { checksInvariants: true, ...options });
  expect(validate(result), JSON.stringify(validate.errors)).toBe(true);
  if (result.outcome !== "simulated") throw new Error(JSON.stringify(result));
  return result;
}

describe("a result", () => {
  it.each([
    "laptop",
    "three-zones",
    "metered-cloud",
    "flaky-network",
    "follower-down-min-isr-1",
    "follower-down-min-isr-2",
    "follower-down-min-isr-3",
    "across-regions",
    "slow-broker",
    "broker-hang",
    "lost-answers",
    "connection-reset",
    "leader-crash",
    "rolling-restart",
    "network-cut",
    "packet-loss",
  ])("of %s is described by its schema, and every record has one fate", (name) => {
    const result = simulated(TEXT, { extends: name, workload: { arrivals: { kind: "constant", perSecond: 1_000 } } });
    const { sent, outOfOrder, ...fates } = result.records;
    expect(Object.values(fates).reduce((sum, records) => sum + records, 0)).toBe(sent);
    expect(outOfOrder).toBe(0);
    expect(result.partitions.reduce((sum, { storedOnce }) => sum + storedOnce, 0)).toBe(result.records.storedOnce);
    expect(result.failures.reduce((sum, { records }) => sum + records, 0)).toBe(
      result.records.failedAbsent + result.records.failedStored + result.records.failedBeforeSending,
    );
  });

  it.each([
    "payments",
    "clickstream+metered-cloud",
    "cdc+flaky-network",
    "iot-bursts+follower-down-min-isr-2+three-zones",
    "request-response+across-regions",
    "log-shipping+laptop",
    "laptop+cdc+follower-down-min-isr-3",
  ])("of %s: every record has one fate", (name) => {
    const { records, complete } = simulated(TEXT, { extends: name, durationMs: 2_500 });
    expect(complete).toBe(true);
    expect(records.storedOnce).toBe(records.sent);
  });

  it("has the same bytes every time, and others for another seed", () => {
    const bytes = (seed: number) => JSON.stringify(simulated(TEXT, SHORT, { seed }));
    expect(bytes(7)).toBe(bytes(7));
    expect(bytes(7)).not.toBe(bytes(8));
  });

  it("adds up: stages to the latency, samples to the records, Java's names to the counters", () => {
    const { stagesMs, latencyMs, latencyBuckets, series, records, metrics, requests, batches } = simulated(TEXT, SHORT);
    const stages = Object.values(stagesMs).reduce((sum, { mean }) => sum + mean, 0);
    expect(Math.abs(stages - latencyMs.mean)).toBeLessThan(latencyMs.mean / 1_000);
    const { sent, acknowledged } = series.columns;
    expect(sent!.reduce((sum, value) => sum + value, 0)).toBe(records.sent);
    expect(acknowledged!.reduce((sum, value) => sum + value, 0)).toBe(records.storedOnce);
    expect(metrics["record-send-total"]).toBe(records.sent);
    expect(latencyBuckets.records.reduce((sum, value) => sum + value, 0)).toBe(latencyMs.count);
    expect(latencyBuckets.upToMs.at(-1)).toBeGreaterThanOrEqual(latencyMs.p999);
    expect(metrics["request-total"]).toBe(requests.count);
    expect(metrics["batch-size-avg"]).toBe(batches.bytesMean);
  });
});

describe("every kind of fault", () => {
  const atMs = 100;
  const forMs = 150;
  it.each<{ readonly kind: string; readonly [name: string]: unknown }>([
    { kind: "crash", atMs, broker: 0, electionMs: 200, restartMs: 400 },
    { kind: "restart", atMs, broker: 1, downMs: 200 },
    { kind: "rolling-restart", atMs, downMs: 50, everyMs: 300 },
    { kind: "hang", atMs, broker: 0, forMs },
    { kind: "lost-answers", atMs, broker: 0, forMs },
    { kind: "disk-stall", atMs, broker: 0, forMs },
    { kind: "replication-stall", atMs, broker: 0, forMs },
    { kind: "slow", atMs, broker: 0, forMs, byMs: 20 },
    { kind: "reset", atMs, broker: 0 },
    { kind: "cut", atMs, forMs, between: ["producer 0", "broker 0"] },
    { kind: "controller-failover", atMs, forMs },
    { kind: "producer-pause", atMs, forMs, producer: 0 },
    { kind: "move-leaders", atMs },
    { kind: "preferred-leaders", atMs },
  ])("$kind: an idempotent producer loses, doubles and reorders nothing", (fault) => {
    const scenario = { ...SHORT, workload: { arrivals: { kind: "constant", perSecond: 2_000 } }, faults: [fault] };
    const { records, complete } = simulated(`${TEXT}request.timeout.ms=500\nlinger.ms=1\n`, scenario);
    expect(complete).toBe(true);
    expect(records).toMatchObject({ storedOnce: records.sent, outOfOrder: 0, duplicated: 0, acknowledgedLost: 0 });
  });
});

describe("what the file says", () => {
  it("reaches the model with the defaults of its release", () => {
    const settings = (text: string) => simulated(TEXT + text, SHORT).settings;
    expect(settings("")).toMatchObject({ "linger.ms": 5, "enable.idempotence": true, acks: "all" });
    expect(settings("# ackwise-kafka-version: 2.8\n")).toMatchObject({
      "linger.ms": 0,
      "enable.idempotence": false,
      acks: "1",
      "retry.backoff.max.ms": 100,
    });
    expect(settings("linger.ms=9\nacks=0\n")).toMatchObject({ "linger.ms": 9, "enable.idempotence": false, acks: "0" });
  });

  it("is refused as the client refuses it", () => {
    const result = simulateText(`${TEXT}acks=2\n`, SHORT);
    expect(validate(result)).toBe(true);
    expect(result).toMatchObject({ outcome: "refused", error: { key: "acks" } });
  });

  it("names what the model leaves out", () => {
    const { approximations } = simulated(`${TEXT}interceptor.classes=org.example.Audit\n`, SHORT);
    expect(approximations.map(({ key }) => key)).toContain("interceptor.classes");
  });

  it("names the incremental allocation of 4.4, unless the client falls back to whole batches", () => {
    const keysWith = (lines: string): (string | undefined)[] =>
      simulated(`${TEXT}buffer.memory.allocation.strategy=Incremental\n${lines}`, SHORT).approximations.map(
        ({ key }) => key,
      );
    expect(keysWith("compression.type=none\n")).toContain("buffer.memory.allocation.strategy");
    expect(keysWith("compression.type=none\nbatch.size=16383\n")).not.toContain("buffer.memory.allocation.strategy");
  });

  it("says what became of transactions", () => {
    expect(simulated(`${TEXT}transactional.id=t\n`, SHORT).transactions?.committed).toBe(5);
  });
});

describe("an unfinished simulation is marked", () => {
  it("when it is cancelled", () => {
    const signal = { aborted: false };
    const onProgress = (share: number) => {
      if (share > 0.1) signal.aborted = true;
    };
    const result = simulated(TEXT, {}, { signal, onProgress });
    expect(result).toMatchObject({ complete: false, ended: "cancelled" });
    expect(result.records.sent).toBeGreaterThan(0);
    expect(result.records.sent).toBeLessThan(90_000);
    const total = Object.values({ ...result.records }).reduce((sum, records) => sum + records, 0);
    expect(total - result.records.outOfOrder).toBe(2 * result.records.sent);
  });

  it("when it reaches a limit", () => {
    expect(simulated(TEXT, { ...SHORT, limits: { events: 1_000 } })).toMatchObject({ ended: "event-limit" });
    const hang = { kind: "hang", atMs: 100, broker: 0, forMs: 60_000 };
    expect(simulated(TEXT, { ...SHORT, drainMs: 1_000, faults: [hang] })).toMatchObject({
      ended: "drain-limit",
      complete: false,
    });
  });

  it("a scenario with mistakes is not simulated", () => {
    const result = simulateText(TEXT, { durationMs: "long" });
    expect(validate(result)).toBe(true);
    expect(result).toMatchObject({ outcome: "bad-scenario", mistakes: [{ path: "durationMs", value: "long" }] });
  });
});
