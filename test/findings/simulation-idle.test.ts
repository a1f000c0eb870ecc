// Findings about idle connections: who closes them, what a new one costs, and what happens behind a load balancer.
import { describe, expect, it } from "vitest";
import { failuresOf, simulated } from "./simulating.js";

/** Records, a long pause, records: finding K2b. */
function paused(pauseMs: number, change: object = {}): object {
  const steps = [
    { forMs: 1_000, perSecond: 5 },
    { forMs: pauseMs, perSecond: 0 },
    { forMs: 9_000, perSecond: 1 },
  ];
  const workload = { sending: "sync", arrivals: { kind: "steps", steps }, spacing: "even" };
  return { durationMs: pauseMs + 10_000, workload, topic: { partitions: 1 }, ...change };
}

describe("K2b connections.max.idle.ms", () => {
  const far = { cluster: { clientRttMs: 20 } };

  it("K2b closes idle connections after 9 min, and the next record pays for another", () => {
    const result = simulated("3.9", [], paused(690_000, far));
    expect(result.records.storedOnce).toBe(result.records.sent);
    expect(result.requests.connectionsClosed).toBeGreaterThanOrEqual(1);
    expect(result.metrics["connection-close-total"]).toBeGreaterThanOrEqual(1);
    // TCP and ApiVersions: two round trips more.
    expect(result.latencyMs.max).toBeGreaterThan(60);
    expect(result.latencyMs.max).toBeLessThan(75);
    expect(result.latencyMs.p50).toBeLessThan(25);
  });

  it.each<[string, string[], number]>([
    ["a shorter pause", [], 500_000],
    ["-1: never, and brokers after 10 min", ["connections.max.idle.ms=-1"], 580_000],
  ])("K2b keeps them for %s", (_, lines, pauseMs) => {
    const result = simulated("3.9", lines, paused(pauseMs, far));
    expect(result.requests.connectionsClosed).toBe(0);
    expect(result.latencyMs.max).toBeLessThan(25);
  });

  it("K2b brokers close theirs after 10 min", () => {
    const result = simulated("3.9", ["connections.max.idle.ms=-1"], paused(690_000, far));
    expect(result.requests.connectionsClosed).toBeGreaterThanOrEqual(1);
    expect(result.latencyMs.max).toBeGreaterThan(60);
  });

  it("K2b TLS and a login make a new connection dearer", () => {
    const maxMs = (...lines: string[]): number => simulated("3.9", lines, paused(690_000, far)).latencyMs.max;
    const plain = maxMs();
    const tls = maxMs("security.protocol=SSL");
    const jaas =
      'sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="u" password="p";';
    const scram = maxMs("security.protocol=SASL_SSL", "sasl.mechanism=SCRAM-SHA-512", jaas);
    expect(tls - plain).toBeGreaterThan(20);
    expect(tls - plain).toBeLessThan(25);
    // SaslHandshake, two messages of SCRAM and their end, ApiVersions again.
    expect(scram - tls).toBeGreaterThan(80);
    expect(scram - tls).toBeLessThan(85);
  });
});

describe("F3 idle times that are too short close connections under requests", () => {
  const steady = {
    durationMs: "4 s",
    workload: { arrivals: { kind: "constant", perSecond: 270 } },
    topic: { partitions: 3 },
    cluster: { clientRttMs: 5 },
  };

  it.each(["0", "2"])("F3 connections.max.idle.ms=%s: retries", (idle) => {
    const lines = [`connections.max.idle.ms=${idle}`, "enable.idempotence=false"];
    const result = simulated("4.3", lines, steady);
    expect(result.requests.connectionsClosed).toBeGreaterThan(5);
    expect(result.retriedRecords).toBeGreaterThan(5);
  });

  it("F3 the default closes nothing", () => {
    const result = simulated("4.3", ["enable.idempotence=false"], steady);
    expect(result.requests.connectionsClosed).toBe(0);
    expect(result.retriedRecords).toBe(0);
  });
});

describe("K2b behind a load balancer that forgets idle connections", () => {
  const behind = (answer: string): object =>
    paused(300_000, { faults: [{ kind: "idle-drop", afterMs: "4 min", answer }] });

  it("K2b silence: the next record waits for request.timeout.ms, then is sent again", () => {
    const result = simulated("3.9", [], behind("silence"));
    expect(result.latencyMs.max).toBeGreaterThan(30_000);
    expect(result.latencyMs.max).toBeLessThan(31_000);
    expect(result.retriedRecords).toBe(1);
    expect(result.records.storedOnce).toBe(result.records.sent);
  });

  it("K2b reset: a quick retry", () => {
    const result = simulated("3.9", [], behind("reset"));
    expect(result.latencyMs.max).toBeGreaterThan(40);
    expect(result.latencyMs.max).toBeLessThan(300);
    expect(result.retriedRecords).toBe(1);
  });

  it("K2b connections.max.idle.ms below it: no retry at all", () => {
    const result = simulated("3.9", ["connections.max.idle.ms=180000"], behind("silence"));
    expect(result.retriedRecords).toBe(0);
    expect(result.latencyMs.max).toBeLessThan(10);
  });

  it("K2b acks=0: what goes into a forgotten connection is lost without a word", () => {
    const result = simulated("3.9", ["acks=0"], behind("silence"));
    expect(result.failures).toEqual([]);
    expect(result.records.acknowledgedLost).toBeGreaterThan(0);
    expect(failuresOf(result)).toEqual({});
  });
});
