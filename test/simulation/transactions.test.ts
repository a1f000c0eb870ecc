// Transactions: what consumers with read_committed see, what commits cost, and how releases differ.
import { describe, expect, it } from "vitest";
import { simulateText } from "../../server/src/core/report/simulate.js";
import type { SimulatedResult, TransactionsResult } from "../../server/src/core/simulation/result/result.js";

const SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";
const PLAIN = `bootstrap.servers=127.0.0.1:9092\nkey.serializer=${SERIALIZER}\nvalue.serializer=${SERIALIZER}\n`;
const TEXT = `${PLAIN}transactional.id=orders\n`;
const SLOW = { arrivals: { kind: "constant", perSecond: 1_000 } };

type WithTransactions = SimulatedResult & { readonly transactions: TransactionsResult };

function simulated(text: string, scenario: object): SimulatedResult {
  // The invariants see to it that nothing of an aborted transaction is read, and that none stays open.
  const result = simulateText(text, { durationMs: 1_000, ...scenario }, { checksInvariants: true });
  if (result.outcome !== "simulated") throw new Error(JSON.stringify(result));
  return result;
}

function run(scenario: object, version = "4.1", more = ""): WithTransactions {
  const result = simulated(`# ackwise-kafka-version: ${version}\n${TEXT}${more}`, scenario);
  const { transactions } = result;
  if (transactions === undefined) throw new Error("no transactions");
  return { ...result, transactions };
}

describe.each(["2.8", "3.9", "4.1"])("transactions of kafka-clients %s", (version) => {
  it("commits every 100 ms unless told otherwise, and consumers wait for that", () => {
    const { transactions, records, endToEndMs, latencyMs, ended } = run({}, version);
    expect(ended).toBe("done");
    expect(transactions).toMatchObject({ aborted: 0, abortedRecords: 0 });
    expect(transactions.committed).toBe(10);
    expect(records.storedOnce).toBe(records.sent);
    expect(endToEndMs.count).toBe(records.sent);
    expect(endToEndMs.mean).toBeGreaterThan(45);
    expect(endToEndMs.max).toBeGreaterThan(100);
    expect(latencyMs.mean).toBeLessThan(15);
  });

  it("commits after so many records, the rest at the end", () => {
    const { transactions, records } = run(
      { workload: { ...SLOW, records: 95, transaction: { records: 10 } } },
      version,
    );
    expect(records.storedOnce).toBe(95);
    expect(transactions.committed).toBe(10);
  });

  it("loses throughput with short transactions", () => {
    const perSecond = [1, 10, 100, 1_000].map((size) => {
      const workload = { records: 5_000, arrivals: { kind: "constant", perSecond: 50_000 } };
      const drainMs = 600_000;
      const { throughput } = run({ drainMs, workload: { ...workload, transaction: { records: size } } }, version);
      return throughput.recordsPerSecond;
    });
    expect(perSecond).toEqual([...perSecond].sort((a, b) => a - b));
    expect(perSecond[3]).toBeGreaterThan(20 * (perSecond[0] ?? 0));
  });

  it("aborts when a record fails, and goes on", () => {
    const faults = [{ kind: "hang", atMs: 300, broker: 1, forMs: 3_000 }];
    const short = "request.timeout.ms=500\ndelivery.timeout.ms=1000\nlinger.ms=0\n";
    const { transactions, records, failures, endToEndMs, ended } = run(
      { durationMs: 6_000, workload: SLOW, faults },
      version,
      short,
    );
    expect(ended).toBe("done");
    expect(transactions.aborted).toBeGreaterThan(0);
    expect(transactions.abortedRecords).toBeGreaterThan(0);
    expect(transactions.committed).toBeGreaterThan(20);
    expect(failures.length).toBeGreaterThan(0);
    const stored = records.storedOnce + records.failedStored;
    expect(endToEndMs.count).toBe(stored - transactions.abortedRecords);
  });

  it.each(["leader-crash", "rolling-restart", "connection-reset", "lost-answers", "follower-down-min-isr-3"])(
    "survives %s",
    (event) => {
      const { transactions, records, endToEndMs, ended } = run({ extends: event, workload: SLOW }, version);
      expect(ended).toBe("done");
      expect(transactions.committed).toBeGreaterThan(5);
      expect(records.duplicated + records.acknowledgedLost).toBe(0);
      expect(endToEndMs.count).toBe(records.storedOnce + records.failedStored - transactions.abortedRecords);
    },
  );

  it("begins with initTransactions() after a cold start", () => {
    const slow = { cluster: { clientRttMs: 20 }, workload: { ...SLOW, start: "cold" } };
    const cold = run(slow, version);
    const idempotent = simulated(`# ackwise-kafka-version: ${version}\n${PLAIN}enable.idempotence=true\n`, slow);
    expect(cold.records.storedOnce).toBe(cold.records.sent);
    expect(cold.series.columns["acknowledged"]?.[10]).toBe(0);
    expect(cold.ended).toBe("done");
    expect(idempotent.transactions).toBeUndefined();
  });

  it("waits for retry.backoff.ms in initTransactions(): who coordinates is found out first, and that counts as a retry", () => {
    const firstMs = (backoffMs: number): number => {
      const workload = { ...SLOW, start: "cold" };
      const more = `retry.backoff.ms=${backoffMs}\nretry.backoff.max.ms=1000\n`;
      const { series } = run({ cluster: { clientRttMs: 1 }, workload }, version, more);
      const first = series.columns["acknowledged"]?.findIndex((records) => records > 0) ?? -1;
      return series.everyMs * first;
    };
    const waitsMs = firstMs(500) - firstMs(100);
    expect(waitsMs).toBeGreaterThanOrEqual(380);
    expect(waitsMs).toBeLessThanOrEqual(420);
  });

  it("close() aborts what is open", () => {
    const workload = { ...SLOW, closeAtMs: 550, transaction: { everyMs: 200 } };
    const { transactions, records, ended } = run({ workload }, version);
    expect(ended).toBe("done");
    expect(transactions).toMatchObject({ committed: 2, aborted: 1 });
    expect(transactions.abortedRecords).toBeGreaterThan(0);
    expect(records.pending).toBe(0);
  });

  it("several threads and producers commit as well", () => {
    const workload = { ...SLOW, producers: 3, threads: 4, sending: "sync", transaction: { everyMs: 50, records: 20 } };
    const { transactions, records, endToEndMs } = run({ workload }, version);
    expect(transactions.committed).toBeGreaterThan(3 * 20);
    expect(endToEndMs.count).toBe(records.sent);
  });
});

describe("versions of transactions", () => {
  const scenario = { workload: { ...SLOW, transaction: { records: 100 } }, cluster: { clientRttMs: 30 } };

  it("saves the round trip of AddPartitionsToTxn from 4.0 on, if the brokers do too", () => {
    const batch = (result: SimulatedResult): number => result.stagesMs.batch.mean;
    const [old, recent] = [run(scenario, "3.9"), run(scenario, "4.1", "linger.ms=0\n")];
    const oldBrokers = run(
      { ...scenario, cluster: { clientRttMs: 30, transactionVersion: 1 } },
      "4.1",
      "linger.ms=0\n",
    );
    expect(batch(recent)).toBeLessThan(batch(old) - 5);
    expect(batch(oldBrokers)).toBe(batch(old));
  });

  it("is named by no approximation any more", () => {
    expect(run(scenario).approximations.map(({ key }) => key)).not.toContain("transactional.id");
  });
});
