// Late is late (content.md S1, S3, S4, S9): what the application could not send in time counts, whatever the latency of send() is.
import { describe, expect, it } from "vitest";
import { ask, BASE } from "./what-if-runs.js";

const CRASH = { extends: "three-zones+leader-crash", durationMs: "20 s" };
const PAYMENTS = { extends: "payments", durationMs: "5 s" };

describe("behind schedule", () => {
  it("S1 T1 a smaller buffer does not shorten a leader crash: records are as late as before", async () => {
    const { mean } = await ask({ scenario: CRASH, variants: ["buffer.memory=1048576"] });
    expect(mean(1, "p50")).toBeLessThan(10);
    for (const variant of [0, 1]) {
      expect(mean(variant, "lateP99")).toBeGreaterThan(6_000);
      expect(mean(variant, "lateMax")).toBeGreaterThan(mean(variant, "lateP99"));
      expect(mean(variant, "late")).toBeGreaterThan(0.2);
    }
    expect(mean(1, "blockedMax")).toBeGreaterThan(6_000);
    expect(mean(1, "keptUp")).toBe(1);
  });

  it("S1 a small buffer before a slow broker only moves the wait in front of send()", async () => {
    const faults = [{ kind: "slow", atMs: "1 s", broker: 0, forMs: "6 s", byMs: "100ms" }];
    const scenario = { durationMs: "10 s", faults };
    const { mean } = await ask({ scenario, variants: ["buffer.memory=262144"] });
    expect(mean(1, "p99")).toBeLessThan(mean(0, "p99") / 2);
    expect(mean(1, "lateP99")).toBeGreaterThan(0.9 * mean(0, "lateP99"));
  });

  it("S1 linger.ms=100 with eight threads that wait for each answer: 78 of 200 records/s", async () => {
    const { result, mean } = await ask({ scenario: PAYMENTS, variants: ["linger.ms=100"] });
    const { planned, perSecond, unsent } = result(1).schedule;
    expect(unsent).toBe(0);
    expect(planned).toBe(result(1).records.sent);
    expect(perSecond).toBeCloseTo(200, -1.5);
    expect(mean(1, "records")).toBeGreaterThan(75);
    expect(mean(1, "records")).toBeLessThan(82);
    expect(mean(1, "keptUp")).toBeCloseTo(mean(1, "records") / perSecond, 3);
    expect(mean(1, "lateMax")).toBeGreaterThan(5_000);
    expect(mean(0, "keptUp")).toBe(1);
  });

  it("S1 one send at a time at 2,000/s takes more than ten times as long as planned", async () => {
    const scenario = {
      durationMs: "3 s",
      workload: { sending: "sync", arrivals: { kind: "constant", perSecond: 2_000 } },
    };
    const { mean, result } = await ask({ scenario });
    expect(mean(0, "keptUp")).toBeGreaterThan(0.04);
    expect(mean(0, "keptUp")).toBeLessThan(0.1);
    expect(mean(0, "p99")).toBeLessThan(10);
    expect(result(0).schedule.lateMs.max).toBeGreaterThan(30_000);
  });

  it("S1 gzip at 300,000 records/s takes the sending thread longer than there is time", async () => {
    const workload = { arrivals: { kind: "constant", perSecond: 300_000 }, valueBytes: { min: 500, max: 500 } };
    const { mean } = await ask({ text: `${BASE}compression.type=gzip\n`, scenario: { durationMs: "1 s", workload } });
    expect(mean(0, "p99")).toBeLessThan(50);
    expect(mean(0, "keptUp")).toBeLessThan(0.5);
    expect(mean(0, "lateP99")).toBeGreaterThan(1_000);
  });

  it("is the latency where send() is called on time", async () => {
    const { result, section } = await ask({ scenario: { durationMs: "2 s" } });
    const { schedule, latencyMs } = result(0);
    expect(schedule.lateMs).toEqual(latencyMs);
    expect(schedule).toMatchObject({ unsent: 0, keptUp: 1, lateRecords: 0 });
    expect(section("summary")).not.toContain("Behind schedule");
  });

  it("counts records that were never sent, and those that failed, as late", async () => {
    const scenario = { extends: "payments", durationMs: "10 s", drainMs: "1 s" };
    const { result, mean } = await ask({ text: `${BASE}linger.ms=100\n`, scenario });
    const { planned, unsent, lateRecords } = result(0).schedule;
    expect(planned).toBeGreaterThan(1_800);
    expect(unsent).toBeGreaterThan(900);
    expect(lateRecords).toBeGreaterThan(unsent);
    expect(mean(0, "undelivered")).toBeCloseTo((planned - result(0).latencyMs.count) / planned, 9);
  });
});

describe("a bound on latencies", () => {
  it("item 8: p99<200ms does not hold while two fifths of the load are sent", async () => {
    const { verdicts, report, mean } = await ask({
      text: `${BASE}linger.ms=100\n`,
      scenario: PAYMENTS,
      require: ["p99<200ms", "mean<1s", "max<200ms", "end-to-end<200ms", "keptUp>95%"],
    });
    expect(verdicts.map(({ holds }) => holds)).toEqual([false, false, false, false, false]);
    expect(verdicts[0]).toMatchObject({ measured: mean(0, "lateP99"), because: { kind: "behind" } });
    expect(report.headline).toContain("counted from the planned send()");
    expect(report.tone).toBe("bad");
  });

  it("item 8: p99<10ms does not hold while a tenth of the load is delivered and the rest fails", async () => {
    const scenario = { durationMs: "3 s", workload: { arrivals: { kind: "constant", perSecond: 20_000 } } };
    const text = `${BASE}max.block.ms=0\nbuffer.memory=131072\nbatch.size=1024\nmax.in.flight.requests.per.connection=1\n`;
    const { verdicts, mean } = await ask({ text, scenario, require: ["p99<100ms", "p99>1ms"] });
    expect(mean(0, "p99")).toBeLessThan(100);
    expect(mean(0, "undelivered")).toBeGreaterThan(0.5);
    expect(verdicts[0]).toMatchObject({ holds: false, because: { kind: "undelivered" } });
    expect(verdicts[1]?.holds).toBe(true);
  });

  it("holds as before where the load is kept up with", async () => {
    const { verdicts } = await ask({
      scenario: { durationMs: "2 s" },
      require: ["p99<100ms", "late<1%", "kept-up>=99%"],
    });
    expect(verdicts.map(({ holds, because }) => [holds, because])).toEqual([
      [true, undefined],
      [true, undefined],
      [true, undefined],
    ]);
  });
});

describe("never visible", () => {
  it("S3 acks=1 with min.insync.replicas 3 and a broker away: stored, but hidden from consumers", async () => {
    const scenario = {
      durationMs: "5 s",
      workload: { arrivals: { kind: "constant", perSecond: 1_000 } },
      topic: { minInsyncReplicas: 3 },
      faults: [{ kind: "replication-stall", atMs: "300ms", broker: 2, forMs: "1 min" }],
    };
    const { mean, section, verdicts, result } = await ask({
      text: `${BASE}acks=1\n`,
      scenario,
      require: ["invisible=0", "end-to-end<1s"],
    });
    expect(mean(0, "invisible")).toBeGreaterThan(3_000);
    expect(mean(0, "invisible") + result(0).endToEndMs.count).toBe(result(0).records.sent);
    expect(section("summary")).toContain("Never visible to consumers");
    expect(verdicts).toMatchObject([{ holds: false }, { holds: false, because: { kind: "invisible" } }]);
  });
});

describe("the end of a run", () => {
  it.each([50, 500])(
    "S4 linger.ms=%d: the application closes its producer, so that no last batch lingers alone",
    async (linger) => {
      const scenario = { durationMs: "2 s", workload: { arrivals: { kind: "constant", perSecond: 20_000 } } };
      const { mean, result } = await ask({ scenario, variants: [`linger.ms=${linger}`] });
      expect(mean(1, "max")).toBeLessThan(20);
      expect(mean(1, "records")).toBe(mean(0, "records"));
      expect(result(1).simulatedMs).toBeLessThan(2_020);
    },
  );

  it("S4 the time that the last answer takes is not in the throughput", async () => {
    const workload = { arrivals: { kind: "constant", perSecond: 1_000 } };
    const scenario = { extends: "across-regions", durationMs: "1 s", workload };
    const { mean, result } = await ask({ scenario });
    expect(result(0).simulatedMs).toBeGreaterThan(1_060);
    expect(mean(0, "records")).toBe(result(0).records.sent);
    expect(mean(0, "keptUp")).toBe(1);
  });
});

describe("costs", () => {
  it("S9 fewer bytes are no gain where fewer records are delivered", async () => {
    const { report, mean } = await ask({ scenario: PAYMENTS, variants: ["linger.ms=100"] });
    const table = report.sections[0]?.blocks.find((block) => block.kind === "table");
    const row = (label: string) => table?.rows.find(([name]) => name?.text === label);
    expect(mean(1, "wire")).toBeLessThan(0.5 * mean(0, "wire"));
    expect(mean(1, "bytesPerRecord")).toBeGreaterThan(0.8 * mean(0, "bytesPerRecord"));
    expect(row("Bytes on the wire per record")).toBeDefined();
    expect(row("Batch fill")?.[3]?.tone).toBe("neutral");
  });

  it("S9 more bytes are no loss where more records are delivered at the same cost", async () => {
    const workload = { arrivals: { kind: "constant", perSecond: 20_000 } };
    const { report, mean } = await ask({
      text: `${BASE}batch.size=1000\n`,
      scenario: { durationMs: "2 s", workload },
      variants: ["batch.size=16384"],
    });
    const table = report.sections[0]?.blocks.find((block) => block.kind === "table");
    expect(mean(1, "wire")).toBeGreaterThan(2 * mean(0, "wire"));
    expect(table?.rows.find(([name]) => name?.text === "Bytes on the wire")?.[3]?.tone).toBe("good");
    expect(table?.rows.find(([name]) => name?.text === "Requests per second")?.[3]?.tone).toBe("good");
  });
});
