// What each guide claims, as a known value or an inequality. Numbers that facts/producer-runtime.md gives are marked with its section.
import { describe, expect, test } from "vitest";
import type { MeasureId } from "../../server/src/core/whatif/measures.js";
import { ackwise, GOOD } from "../cli/memory-io.js";
import { runsOf } from "./guide-page.js";
import type { GUIDES } from "./guides.js";
import type { CommandResult } from "./result-block.js";

async function resultsOf(slug: (typeof GUIDES)[number]): Promise<readonly CommandResult[]> {
  return (await runsOf(slug)).map(({ result }) => result);
}

/** Mean over the seeds of a measure: of a variant of `what-if` (0 is the file as it is), or of a value of `sweep`. */
function mean(result: CommandResult | undefined, index: number, id: MeasureId): number {
  const runs = (result?.variants ?? result?.sweep?.cells ?? [])[index]?.measures ?? [];
  if (runs.length === 0) throw new Error(`nothing was simulated for variant ${index}`);
  return runs.reduce((sum, run) => sum + run[id], 0) / runs.length;
}

describe("small-batches", () => {
  test("batch.size changes nothing; a broker gets one request per linger.ms (7.5)", async () => {
    const [whatIf] = await resultsOf("small-batches");
    for (const id of ["requests", "recordsPerRequest", "p99", "wire"] as const)
      expect(mean(whatIf, 1, id)).toBe(mean(whatIf, 0, id));
    for (const [index, lingerMs] of [
      [0, 5],
      [2, 50],
    ] as const) {
      const requestsPerLinger = (mean(whatIf, index, "requests") / 3 / 1_000) * lingerMs;
      expect(requestsPerLinger).toBeGreaterThan(0.9);
      expect(requestsPerLinger).toBeLessThanOrEqual(1);
    }
    expect(mean(whatIf, 2, "recordsPerRequest") / mean(whatIf, 0, "recordsPerRequest")).toBeGreaterThan(9);
  });

  test("78 records of 200 bytes fill a batch with 16,377 bytes (1.4)", async () => {
    const [, backlog] = await resultsOf("small-batches");
    expect(backlog?.metrics?.["batch-size-max"]).toBe(16_377);
  });
});

describe("timeout-expiring-records", () => {
  test("only TimeoutException, some never sent, some stored nevertheless (2.6)", async () => {
    const [short] = await resultsOf("timeout-expiring-records");
    expect(short?.failures?.map(({ exception }) => exception)).toEqual(["TimeoutException"]);
    const [failure] = short?.failures ?? [];
    expect(failure?.neverSent).toBeGreaterThan(0);
    expect(failure?.stored).toBeGreaterThan(0);
    expect(short?.latencyMs?.max).toBeLessThan(5_100);
  });

  test("with two minutes nothing fails, and the slowest waits for the election: 7 to 9 s (5.6)", async () => {
    const [, whatIf] = await resultsOf("timeout-expiring-records");
    expect(mean(whatIf, 0, "failed")).toBeGreaterThan(100);
    expect([mean(whatIf, 1, "failed"), mean(whatIf, 1, "duplicates")]).toEqual([0, 0]);
    expect(mean(whatIf, 1, "max")).toBeGreaterThan(7_000);
    expect(mean(whatIf, 1, "max")).toBeLessThan(9_200);
  });
});

describe("acks-all-latency", () => {
  test("the producer waits longer, the consumer within 2 % as long (5.4)", async () => {
    const [whatIf] = await resultsOf("acks-all-latency");
    for (const index of [1, 2]) {
      expect(mean(whatIf, index, "p99")).toBeLessThan(0.9 * mean(whatIf, 0, "p99"));
      expect(Math.abs(mean(whatIf, index, "endToEnd") / mean(whatIf, 0, "endToEnd") - 1)).toBeLessThan(0.02);
    }
  });

  test("replication takes the 1.3 ms of the worked example, within a tenth (5.4)", async () => {
    const [, acksAll] = await resultsOf("acks-all-latency");
    expect(Math.abs((acksAll?.stagesMs?.replication.mean ?? 0) / 1.3 - 1)).toBeLessThan(0.1);
  });
});

describe("linger-ms", () => {
  const [NONE, FIVE] = [0, 2];

  test("busy: 5 is faster than 0 with about a quarter of the requests", async () => {
    const [busy] = await resultsOf("linger-ms");
    for (const id of ["mean", "p99"] as const) expect(mean(busy, FIVE, id)).toBeLessThan(mean(busy, NONE, id));
    expect(mean(busy, FIVE, "requests") / mean(busy, NONE, "requests")).toBeCloseTo(0.25, 2);
  });

  test.each([
    [2, 5],
    [3, 20],
    [4, 100],
  ])("busy: a broker gets one request per linger.ms (7.5), %#", async (index, lingerMs) => {
    const [busy] = await resultsOf("linger-ms");
    const requestsPerLinger = (mean(busy, index, "requests") / 3 / 1_000) * lingerMs;
    expect(requestsPerLinger).toBeGreaterThan(0.9);
    expect(requestsPerLinger).toBeLessThanOrEqual(1);
  });

  test("quiet: 0 is the fastest, and 5 adds less than 5 ms (7.5)", async () => {
    const [, quiet] = await resultsOf("linger-ms");
    const added = mean(quiet, 1, "mean") - mean(quiet, 0, "mean");
    expect(added).toBeGreaterThan(4);
    expect(added).toBeLessThan(5);
  });
});

describe("buffer-exhausted", () => {
  test("one record fails per max.block.ms from the full pool to the election; none of them was sent (1.6)", async () => {
    const [simulated, whatIf] = await resultsOf("buffer-exhausted");
    const [failure, ...others] = simulated?.failures ?? [];
    expect(others).toEqual([]);
    expect(failure).toMatchObject({ exception: "BufferExhaustedException", seenIn: "Future and callback", stored: 0 });
    expect(failure?.neverSent).toBe(failure?.records);
    // 1 MiB at 1,000 records of 1,000 bytes a second lasts about a second.
    const outageMs = simulated?.latencyMs?.max ?? 0;
    expect(Math.abs((failure?.records ?? 0) - (outageMs - 1_000) / 500)).toBeLessThan(1);
    expect([mean(whatIf, 1, "failed"), mean(whatIf, 2, "failed")]).toEqual([0, 0]);
  });

  test("the pool in use is rate times outage", async () => {
    const [, whatIf] = await resultsOf("buffer-exhausted");
    const bytes = mean(whatIf, 1, "max") * 1_000;
    expect(Math.abs(mean(whatIf, 1, "memory") / bytes - 1)).toBeLessThan(0.1);
    expect(mean(whatIf, 0, "memory")).toBeGreaterThan(0.99 * 1_048_576);
  });
});

describe("ordering-with-retries", () => {
  test("the outcome matrix (3.4)", async () => {
    const [whatIf] = await resultsOf("ordering-with-retries");
    const harm = (index: number) => (["unordered", "duplicates"] as const).map((id) => mean(whatIf, index, id) > 0);
    expect([harm(0), harm(1), harm(2)]).toEqual([
      [true, true],
      [false, true],
      [false, false],
    ]);
    expect(mean(whatIf, 2, "retried")).toBeGreaterThan(0);
    expect(mean(whatIf, 2, "lost") + mean(whatIf, 2, "failed")).toBe(0);
  });
});

describe("slow-sync-send", () => {
  test("one record at a time pays linger.ms and a round trip: at most 200 a second with 5 (1.7)", async () => {
    const [sync] = await resultsOf("slow-sync-send");
    for (const index of [0, 1]) {
      expect(mean(sync, index, "recordsPerRequest")).toBe(1);
      // send() itself is not part of the time that another record waits: rate and latency are each other's inverse.
      expect(Math.abs((mean(sync, index, "records") * mean(sync, index, "mean")) / 1_000 - 1)).toBeLessThan(0.01);
    }
    expect(mean(sync, 0, "records")).toBeLessThan(200);
    expect(Math.abs(mean(sync, 0, "mean") - mean(sync, 1, "mean") - 5)).toBeLessThan(0.1);
    // 1 ms round trip and 1.3 ms replication (5.4), and what the client and the broker do.
    expect(Math.abs(mean(sync, 1, "mean") - 2.3)).toBeLessThan(0.2);
  });

  test("asynchronously all are sent, with the batches of the closed form", async () => {
    const [, async] = await resultsOf("slow-sync-send");
    expect(mean(async, 0, "records")).toBeGreaterThan(1_950);
    // The first record opens the batch; then at most 15 more get in within 5 ms: 10.8965 on average.
    expect(Math.abs(mean(async, 0, "recordsPerRequest") / 10.8965 - 1)).toBeLessThan(0.02);
    expect(mean(async, 0, "mean")).toBeLessThan(mean(async, 1, "mean"));
  });
});

describe("idempotence-in-flight", () => {
  test("2 is the peak, 5 the same, 6 refused; nothing is harmed (2.4, 3.1, 5.4)", async () => {
    const [sweep] = await resultsOf("idempotence-in-flight");
    const [one, two, five] = [0, 1, 2].map((index) => mean(sweep, index, "throughput"));
    expect(two).toBeGreaterThan(1.5 * (one ?? 0));
    expect(Math.abs((five ?? 0) / (two ?? 1) - 1)).toBeLessThan(0.01);
    expect(sweep?.sweep?.cells[3]?.measures).toEqual([]);
    for (const index of [0, 1, 2])
      for (const id of ["lost", "duplicates", "unordered", "failed"] as const) expect(mean(sweep, index, id)).toBe(0);
  });

  test("across regions a connection sends as many requests in a round trip as may be in flight", async () => {
    const [, far] = await resultsOf("idempotence-in-flight");
    const [one, two, five] = [0, 1, 2].map((index) => mean(far, index, "throughput"));
    expect(two).toBeGreaterThan(1.8 * (one ?? 0));
    expect(five).toBeGreaterThan(2 * (two ?? 0));
  });

  test.each([
    ["3.9", "unknown", "false"],
    ["4.0", "throws", "true"],
  ])("6 in flight with idempotence by default in %s: %s", async (release, verdict, idempotence) => {
    const files = { "six.properties": `${GOOD}max.in.flight.requests.per.connection=6\n` };
    const argv = ["effective", "six.properties", "--kafka-version", release, "--format", "json"];
    const effective = JSON.parse((await ackwise(argv, { files })).stdout) as {
      readonly verdict: string;
      readonly settings: Readonly<Record<string, { readonly value: unknown }>>;
    };
    expect([effective.verdict, String(effective.settings["enable.idempotence"]?.value)]).toEqual([
      verdict,
      idempotence,
    ]);
  });

  test("a connection takes the 10.6 MB/s of the worked example, within a tenth (5.4)", async () => {
    const [sweep] = await resultsOf("idempotence-in-flight");
    const megabytesPerConnection = (mean(sweep, 2, "throughput") * 1.048576) / 3;
    expect(Math.abs(megabytesPerConnection / 10.6 - 1)).toBeLessThan(0.1);
  });
});

describe("acks-1-leader-crash", () => {
  test("acks=1 loses what was not copied, acks=all nothing (3.4)", async () => {
    const [whatIf] = await resultsOf("acks-1-leader-crash");
    // 2,000 a second for 100 ms, a third of them at the leader: 67, by chance of three seeds.
    expect(mean(whatIf, 0, "lost")).toBeGreaterThan(40);
    expect(mean(whatIf, 0, "lost")).toBeLessThan(100);
    expect([mean(whatIf, 1, "lost"), mean(whatIf, 1, "failed"), mean(whatIf, 1, "duplicates")]).toEqual([0, 0, 0]);
    expect(mean(whatIf, 1, "retried")).toBeGreaterThan(0);
  });
});

describe("min-insync-replicas", () => {
  test("3 of 3 with a broker away: everything fails, with a TimeoutException until retries run out first (7.5)", async () => {
    const [three, fewRetries] = await resultsOf("min-insync-replicas");
    expect(three?.failures?.map(({ exception }) => exception)).toEqual(["TimeoutException"]);
    expect(fewRetries?.failures?.map(({ exception }) => exception)).toContain("NotEnoughReplicasException");
    for (const one of [three, fewRetries]) {
      expect(one?.records?.failedAbsent).toBeGreaterThan(0);
      expect(one?.records?.acknowledgedLost).toBe(0);
    }
    expect(three?.metrics?.["record-retry-total"]).toBeGreaterThan(three?.metrics?.["record-error-total"] ?? 0);
  });

  test("2 of 3: nothing fails", async () => {
    const [, , two] = await resultsOf("min-insync-replicas");
    expect(two?.failures).toEqual([]);
    expect(two?.records?.storedOnce).toBe(two?.records?.sent);
  });
});
