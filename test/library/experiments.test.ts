import { describe, expect, it } from "vitest";
import { matrix, sweep, tune, whatIf } from "../../server/src/library/index.js";
import { PLAIN_TEXT } from "../whatif/plain-result.js";

const SHORT = { scenario: { durationMs: 200 }, seeds: 2 } as const;

describe("the library's experiments", () => {
  it("compares a text with variants", async () => {
    const shares: number[] = [];
    const result = await whatIf(PLAIN_TEXT, [{ "linger.ms": 50 }, { acks: 1, retries: null }], {
      ...SHORT,
      require: ["lost=0"],
      onProgress: (share) => shares.push(share),
    });
    if (result.outcome !== "done") throw new Error(result.outcome);
    expect(result.variants.map(({ outcome, changes }) => [outcome, changes.length])).toEqual([
      ["simulated", 0],
      ["simulated", 1],
      ["simulated", 2],
    ]);
    expect(result.requirements.map(({ holds }) => holds)).toEqual([true]);
    expect(shares.at(-1)).toBe(1);
    expect(JSON.parse(JSON.stringify(result.report))).toEqual(result.report);
  });

  it("sweeps and tunes", async () => {
    const swept = await sweep(PLAIN_TEXT, { "linger.ms": [0, 20] }, { ...SHORT, measure: "requests" });
    expect(swept).toMatchObject({
      outcome: "done",
      report: { kind: "sweep" },
      sweep: { cells: [{ index: 0 }, { index: 1 }] },
    });
    const tuned = await tune(PLAIN_TEXT, "no-loss", SHORT);
    expect(tuned).toMatchObject({ outcome: "done", report: { kind: "tune" } });
  });

  it("matrix: a row for each fault, with what was required", async () => {
    const result = await matrix(PLAIN_TEXT, {
      scenario: { workload: { arrivals: { kind: "constant", perSecond: 50 } } },
      require: ["pending=0"],
    });
    if (result.outcome !== "done") throw new Error(result.outcome);
    expect(result.report.kind).toBe("matrix");
    expect(result.matrix.rows).toHaveLength(12);
    for (const { measures, requirements } of result.matrix.rows)
      expect([measures.length, requirements.length]).toEqual([1, 1]);
    expect(await matrix(PLAIN_TEXT, { scenario: "nowhere" })).toMatchObject({ outcome: "bad-scenario" });
  });

  it("gives mistakes of a scenario back, and throws for those of the caller", async () => {
    expect(await whatIf(PLAIN_TEXT, {}, { scenario: "nowhere" })).toMatchObject({ outcome: "bad-scenario" });
    await expect(whatIf(PLAIN_TEXT, {}, { require: ["p99"] })).rejects.toThrow(RangeError);
    await expect(whatIf(PLAIN_TEXT, {}, { kafkaVersion: "9" })).rejects.toThrow(RangeError);
    await expect(sweep(PLAIN_TEXT, {})).rejects.toThrow(RangeError);
  });

  it("says that it is incomplete when it was stopped", async () => {
    const result = await whatIf(
      PLAIN_TEXT,
      {},
      { seeds: 1, scenario: { durationMs: 10_000 }, signal: { aborted: true } },
    );
    expect(result).toMatchObject({ outcome: "done", report: { complete: false, tone: "warning" } });
  });
});
