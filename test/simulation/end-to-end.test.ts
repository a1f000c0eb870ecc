// From send() to the consumer: consumers read up to the high watermark, whatever acks the producer asks for.
import { describe, expect, it } from "vitest";
import { FREE_COSTS } from "../../server/src/core/simulation/cluster/costs.js";
import { EventQueue } from "../../server/src/core/simulation/engine/event-queue.js";
import { Consumers } from "../../server/src/core/simulation/full/consumers.js";
import { Statistics } from "../../server/src/core/simulation/full/statistics.js";
import { simulateText } from "../../server/src/core/report/simulate.js";
import type { SimulatedResult } from "../../server/src/core/simulation/result/result.js";

const SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";
const TEXT = `bootstrap.servers=127.0.0.1:9092\nkey.serializer=${SERIALIZER}\nvalue.serializer=${SERIALIZER}\n`;

function simulated(text: string, scenario: object): SimulatedResult {
  const slow = { durationMs: 3_000, workload: { arrivals: { kind: "constant", perSecond: 1_000 } } };
  const result = simulateText(TEXT + text, { ...slow, ...scenario }, { checksInvariants: true });
  if (result.outcome !== "simulated") throw new Error(JSON.stringify(result));
  return result;
}

describe("acks", () => {
  const workload = { arrivals: { kind: "constant", perSecond: 30 } };
  const far = { durationMs: 60_000, workload, cluster: { brokerRttMs: 10 } };
  const [none, leader, all] = ["0", "1", "all"].map((acks) => simulated(`acks=${acks}\nlinger.ms=0\n`, far));

  it("decides how long the producer waits", () => {
    expect(all!.latencyMs.p50).toBeGreaterThan(leader!.latencyMs.p50 + 10);
    expect(leader!.latencyMs.p50).toBeGreaterThan(none!.latencyMs.p50);
  });

  it("does not decide when the consumer has the record", () => {
    for (const result of [none!, leader!, all!]) {
      expect(result.endToEndMs.count).toBe(result.records.sent);
      expect(result.endToEndMs.p50).toBeGreaterThan(10);
    }
    expect(Math.abs(all!.endToEndMs.p50 - leader!.endToEndMs.p50)).toBeLessThan(0.1 * leader!.endToEndMs.p50);
  });

  it("consumers have records after the producer's callback with acks=1, about when it runs with acks=all", () => {
    expect(leader!.endToEndMs.p50).toBeGreaterThan(3 * leader!.latencyMs.p50);
    expect(Math.abs(all!.endToEndMs.p50 - all!.latencyMs.p50)).toBeLessThan(2);
  });
});

it("a connection answers one request at a time, so under load acks=all delays what follows, for consumers too", () => {
  const busy = { cluster: { brokerRttMs: 10 } };
  const [leader, all] = ["1", "all"].map((acks) => simulated(`acks=${acks}\nlinger.ms=0\n`, busy).endToEndMs.p50);
  expect(all).toBeGreaterThan(2 * leader!);
});

it("a consumer that is further away has records later", () => {
  const near = simulated("", {}).endToEndMs.p50;
  const far = simulated("", { cluster: { consumerRttMs: 100 } }).endToEndMs.p50;
  expect(far).toBeGreaterThan(near + 50);
});

it("records that are never stored are not counted, records that fail but are stored are", () => {
  const { endToEndMs, records } = simulated("acks=all\nrequest.timeout.ms=400\ndelivery.timeout.ms=500\nretries=1\n", {
    faults: [{ kind: "lost-answers", atMs: 500, broker: 0, forMs: 2_000 }],
  });
  expect(records.failedStored).toBeGreaterThan(0);
  expect(endToEndMs.count).toBe(records.sent - records.failedAbsent);
});

describe("a consumer", () => {
  it("takes what became visible during its round trip with the next answer", () => {
    const queue = new EventQueue();
    const statistics = new Statistics();
    const consumers = new Consumers(queue, FREE_COSTS, 100, 1, statistics);
    const delivered: number[] = [];
    const sent = { plansUs: () => false, callsUs: (_: readonly number[], into: Float64Array) => void into.fill(0) };
    for (const [row, atUs] of [1_000, 1_030, 1_090, 1_500].entries()) {
      queue.advance(atUs);
      consumers.noteVisible(row, 0);
      const before = statistics.endToEnd.meanUs * statistics.endToEnd.count;
      consumers.noteDone(row, [0], sent);
      delivered.push(Math.round(statistics.endToEnd.meanUs * statistics.endToEnd.count - before));
    }
    expect(delivered).toEqual([1_050, 1_150, 1_150, 1_550]);
  });

  it("counts a record once, though it is visible again, and though its callback ran before", () => {
    const queue = new EventQueue();
    const statistics = new Statistics();
    const consumers = new Consumers(queue, FREE_COSTS, 0, 1, statistics);
    consumers.noteDone(5_000, [0, 1], { plansUs: () => false, callsUs: (records, into) => into.set(records) });
    expect(statistics.endToEnd.count).toBe(0);
    queue.advance(10);
    consumers.noteVisible(5_000, 0);
    consumers.noteVisible(5_000, 0);
    expect(statistics.endToEnd.count).toBe(2);
    expect(statistics.endToEnd.meanUs).toBe(9.5);
  });
});
