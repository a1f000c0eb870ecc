import { describe, expect, it } from "vitest";
import { simulateText } from "../../server/src/core/report/simulate.js";
import type { SimulatedResult } from "../../server/src/core/simulation/result/result.js";
import { PLAIN_TEXT } from "../whatif/plain-result.js";

const LOAD = { arrivals: { kind: "constant", perSecond: 2_000 } };

function run(settings: string, scenario: object): SimulatedResult {
  const result = simulateText(
    `${PLAIN_TEXT}${settings}`,
    { workload: LOAD, ...scenario },
    { seed: 1, checksInvariants: true },
  );
  if (result.outcome !== "simulated") throw new Error(JSON.stringify(result));
  return result;
}

describe("acknowledged, not yet replicated", () => {
  it("nothing with acks=all, whatever crashes", () => {
    for (const scenario of [{ durationMs: 1_000 }, { extends: "leader-crash", durationMs: 4_000 }])
      expect(run("acks=all\n", scenario).unreplicated).toEqual({ mean: 0, most: 0 });
  });

  it("nothing in a transaction, which is visible later but is copied", () => {
    expect(run("transactional.id=a\n", { durationMs: 1_000 }).unreplicated).toEqual({ mean: 0, most: 0 });
  });

  it("some with acks=1 although nothing goes wrong: what followers have not fetched yet", () => {
    const { unreplicated, records } = run("acks=1\n", { durationMs: 1_000, cluster: { brokerRttMs: 2 } });
    expect(records.acknowledgedLost).toBe(0);
    // 2,000 a second for the time of about a round trip between brokers: between 1 ms and 10 ms.
    expect(unreplicated.mean).toBeGreaterThan(2);
    expect(unreplicated.mean).toBeLessThan(20);
    expect(unreplicated.most).toBeGreaterThan(unreplicated.mean);
  });

  it("more the longer followers lag: as many as were acknowledged meanwhile", () => {
    const faults = [1, 2].map((broker) => ({ kind: "replication-stall", atMs: 500, broker, forMs: 200 }));
    const { unreplicated } = run("acks=1\n", { durationMs: 1_000, faults });
    // Two of three brokers follow nothing, so all partitions lack a copy: 2,000 a second for 200 ms.
    expect(unreplicated.most).toBeGreaterThan(320);
    expect(unreplicated.most).toBeLessThan(420);
  });

  it("with acks=all too while the leader is alone in sync, until a follower is back", () => {
    const alone = {
      durationMs: 3_000,
      topic: { replicationFactor: 2, minInsyncReplicas: 1, partitions: 1 },
      cluster: { brokers: 2 },
      faults: [{ kind: "restart", atMs: 500, broker: 1, downMs: 1_000 }],
    };
    const { unreplicated } = run("acks=all\n", alone);
    expect(unreplicated.most).toBeGreaterThan(1_500);
    expect(unreplicated.mean).toBeLessThan(unreplicated.most / 2);
  });

  it("a topic with one replica has nothing to wait for", () => {
    expect(run("acks=1\n", { extends: "laptop", durationMs: 500 }).unreplicated).toEqual({ mean: 0, most: 0 });
  });
});

describe("the built-in leader crash", () => {
  it("is the textbook loss with acks=1: a third of what was acknowledged in 100 ms", () => {
    const { records, unreplicated } = run("acks=1\n", { extends: "leader-crash" });
    expect(records.acknowledgedLost).toBeGreaterThan(30);
    expect(records.acknowledgedLost).toBeLessThan(110);
    expect(unreplicated.most).toBeGreaterThanOrEqual(records.acknowledgedLost);
  });

  it("loses nothing with acks=all", () => {
    const { records } = run("acks=all\n", { extends: "leader-crash" });
    expect([records.acknowledgedLost, records.duplicated]).toEqual([0, 0]);
    expect(records.storedOnce).toBe(records.sent);
  });

  it("without a stall loses what was under way only", () => {
    const faults = [{ kind: "crash", atMs: 500, broker: 0, electionMs: 500 }];
    expect(run("acks=1\n", { durationMs: 2_000, faults }).records.acknowledgedLost).toBeLessThan(30);
  });
});
