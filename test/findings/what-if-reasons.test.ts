// The reason is the reason (content.md S2, S6 to S8, F6; reports.md K1; experience.md B1, M6): what a report says happened, happened.
import { describe, expect, it } from "vitest";
import { ask, BASE } from "./what-if-runs.js";

const constant = (perSecond: number) => ({ arrivals: { kind: "constant", perSecond } });

describe("a failure is told by its own cause", () => {
  it.each([
    [
      "K1a F6 no metadata within max.block.ms",
      "max.block.ms=0\n",
      "2.8",
      { durationMs: "1 s", workload: { start: "cold", ...constant(100) }, topic: { partitions: 1 } },
      /refused by send\(\) with TimeoutException: no metadata of the topic came within max\.block\.ms=0/,
    ],
    [
      "a full buffer",
      "max.block.ms=5\nbuffer.memory=65536\n",
      "3.9",
      { durationMs: "1 s", workload: constant(5_000), cluster: { clientRttMs: 60 } },
      /refused by send\(\) with BufferExhaustedException: buffer\.memory \(64\.0 KiB\) stayed full for max\.block\.ms=5/,
    ],
    [
      "K1d a leader that is never reachable",
      "delivery.timeout.ms=6000\nrequest.timeout.ms=2000\n",
      "3.9",
      {
        durationMs: "10 s",
        workload: constant(5),
        topic: { partitions: 1 },
        faults: [{ kind: "cut", atMs: 0, between: ["producer 0", "broker 0"], forMs: "100 s" }],
      },
      /the leader of their partitions \(broker 0\) was never reachable\. Check its advertised listener/,
    ],
    [
      "K1c batches that are split for ever",
      "batch.size=2097152\nlinger.ms=1000\ndelivery.timeout.ms=31000\n",
      "4.1",
      {
        durationMs: "3 s",
        workload: constant(10_000),
        topics: [{ name: "t", partitions: 1, maxMessageBytes: 1_048_588 }],
      },
      /split them at batch\.size \(2\.00 MiB\) into the same batch again \(KAFKA-8350\)/,
    ],
    [
      "close(0)",
      "linger.ms=500\n",
      "3.9",
      { durationMs: "2 s", workload: { ...constant(500), closeAtMs: "1 s", closeTimeoutMs: 0 } },
      /KafkaException: close\(\) gave them 0 ms, which was not enough/,
    ],
  ] as const)("%s", async (_, lines, kafkaVersion, scenario, words) => {
    const { section } = await ask({ text: BASE + lines, kafkaVersion, scenario });
    expect(section("why")).toMatch(words);
  });

  it("K1b item 8: what was reported as failed and is stored is no duplicate", async () => {
    const scenario = { extends: "lost-answers", durationMs: "10 s", workload: constant(500) };
    const text = `${BASE}retries=0\nrequest.timeout.ms=300\ndelivery.timeout.ms=1000\n`;
    const { mean, report, verdicts, section } = await ask({ text, scenario, require: ["duplicates=0"] });
    expect(mean(0, "storedFailed")).toBeGreaterThan(0);
    expect(mean(0, "duplicates")).toBe(0);
    expect(verdicts[0]?.holds).toBe(true);
    expect(report.headline).toMatch(/failed \([\d,]+ of them stored nevertheless\)/);
    expect(section("why")).toContain("retries=0 allows no further attempt");
  });
});

describe("waiting is told by its own cause", () => {
  it.each([
    [
      "S6 a dead broker in the ISR",
      { kind: "crash", atMs: "500ms", broker: 0 },
      /Broker 0 is dead, but stays in the ISR/,
    ],
    [
      "S6 a follower that lags",
      { kind: "replication-stall", atMs: "500ms", broker: 2, forMs: "5 s" },
      /stays in the ISR until replica\.lag\.time\.max\.ms=30000 is over, or up to 1\.5 times/,
    ],
    [
      "item 8 a producer that pauses",
      { kind: "producer-pause", atMs: "500ms", producer: 0, forMs: "2 s" },
      /producer 0 stands still for 2,000 ms.*No broker is to blame/,
    ],
  ] as const)("%s", async (_, fault, words) => {
    const { section, report } = await ask({
      scenario: { durationMs: "3 s", workload: constant(500), faults: [fault] },
    });
    expect(section("why")).toMatch(words);
    expect(section("why")).not.toContain("busy or broken");
    expect(report.tone).not.toBe("good");
  });

  it.each([
    [
      "S6 five requests in flight",
      "",
      { extends: "across-regions", durationMs: "2 s" },
      /5 requests in flight to a broker, 7\d\.\d ms each/,
    ],
    [
      "S1 threads that wait",
      "linger.ms=100\n",
      { extends: "payments", durationMs: "3 s" },
      /8 threads wait for every answer/,
    ],
    [
      "K1b a quota",
      "",
      { extends: "metered-cloud", durationMs: "5 s", workload: constant(20_000), topic: { partitions: 1 } },
      /quota of 5\.00 MiB\/s per broker/,
    ],
  ] as const)("%s", async (_, lines, scenario, words) => {
    const { section, report } = await ask({ text: BASE + lines, scenario });
    expect(section("why")).toMatch(words);
    expect(report.headline).toMatch(/^Cannot keep up: [\d,.]+ of [\d,.]+ records\/s\./);
    expect(report.tone).toBe("bad");
  });
});

describe("the headline", () => {
  it("S1 the flagship: a smaller buffer under a leader crash makes the application stand still", async () => {
    const { report } = await ask({
      scenario: { extends: "three-zones+leader-crash", durationMs: "20 s" },
      variants: ["buffer.memory=1048576"],
    });
    expect(report.headline).toMatch(/^The application stands still: send\(\) blocks for up to 7\.\d s\./);
    expect(report.headline).not.toContain("22.4 ms");
    expect(report.tone).not.toBe("good");
  });

  it("B1 acks=all names its price beside its gain", async () => {
    const faults = [1, 2, 3].map((second) => ({ kind: "reset", atMs: second * 900, broker: 0 }));
    const scenario = { extends: "three-zones", durationMs: "4 s", workload: constant(20_000), faults };
    const { report } = await ask({
      text: `${BASE}acks=1\nlinger.ms=0\n`,
      scenario,
      variants: ["acks=all linger.ms=50"],
      seeds: [1, 2, 3],
    });
    expect(report.tone).not.toBe("good");
    expect(report.headline).toMatch(/^Trade-off with .*; in return .*(latency|requests|buffer)/);
  });

  it("S7 ranks several variants and names the one that is refused", async () => {
    const { report } = await ask({
      scenario: { durationMs: "1 s", workload: constant(1_000) },
      variants: ["linger.ms=0", "linger.ms=50", "acks=2"],
    });
    expect(report.headline).toMatch(
      /^From best to worst: 1\. .*linger\.ms=0.*linger\.ms=50 .*The client refuses acks=2/,
    );
    expect(report.tone).not.toBe("good");
  });

  it("S8 M6 has the same number as the table and the reasons, a mean over the seeds", async () => {
    const faults = [{ kind: "crash", atMs: 500, broker: 0, electionMs: 500 }];
    const scenario = { extends: "across-regions", durationMs: "2 s", workload: constant(2_000), faults };
    const { report, mean, section } = await ask({
      text: `${BASE}acks=0\nenable.idempotence=false\n`,
      scenario,
      seeds: [1, 2, 3],
    });
    const lost = mean(0, "lost");
    const told = Number.isInteger(lost) ? String(lost) : `about ${Math.round(lost)}`;
    expect(report.headline).toContain(`${told} acknowledged but lost`);
    expect(section("why")).toContain(`${told} were never stored`);
    expect(section("summary")).toContain(told);
  });
});
