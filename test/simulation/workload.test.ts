// The workload: rates over time, recordings, sizes, headers.
import { describe, expect, it } from "vitest";
import { deterministicExp } from "../../server/src/core/simulation/engine/exponential.js";
import { RandomStream } from "../../server/src/core/simulation/engine/random.js";
import { runSimulation } from "../../server/src/core/simulation/full/simulation.js";
import { payloadBytes } from "../../server/src/core/simulation/producer/sizes.js";
import { arrivalSource, type ArrivalSourcePlan } from "../../server/src/core/simulation/workload/arrival-source.js";
import { burstRate, type RatePiece } from "../../server/src/core/simulation/workload/arrivals.js";
import { diurnalRate, rampRate } from "../../server/src/core/simulation/workload/rates.js";
import { readRecording } from "../../server/src/core/simulation/workload/recorded.js";
import { meanLogNormalBytes, valueSizeSource } from "../../server/src/core/simulation/workload/value-sizes.js";
import { producerPlan, simulationPlan } from "./plans.js";

const SECOND_US = 1_000_000;

/** Arrivals per slice of time. */
function counts(plan: ArrivalSourcePlan, sliceUs: number, slices: number): number[] {
  const source = arrivalSource(plan, new RandomStream(1, "arrivals"));
  const found = new Array<number>(slices).fill(0);
  for (let timeUs = source.nextUs(); timeUs < sliceUs * slices; timeUs = source.nextUs()) {
    const slice = Math.floor(timeUs / sliceUs);
    found[slice] = found[slice]! + 1;
  }
  return found;
}

describe("rates over time", () => {
  it.each<[string, readonly RatePiece[], number[]]>([
    ["ramp", rampRate(0, 1_000, 4 * SECOND_US), [125, 375, 625, 875, 1_000, 1_000]],
    ["burst", burstRate(900, SECOND_US, 3 * SECOND_US, 100), [900, 100, 100, 900, 100, 100]],
    ["day", diurnalRate(100, 500, 4 * SECOND_US), [175, 425, 425, 175, 175, 425]],
  ])("%s", (_, pieces, expected) => {
    counts({ pieces, spacing: "even" }, SECOND_US, 6).forEach((count, slice) => {
      expect(Math.abs(count - expected[slice]!)).toBeLessThanOrEqual(2);
    });
    counts({ pieces, spacing: "poisson" }, SECOND_US, 6).forEach((count, slice) => {
      expect(Math.abs(count - expected[slice]!)).toBeLessThan(5 * Math.sqrt(expected[slice]!));
    });
  });

  it("the perf tool keeps its rate, in bursts", () => {
    const plan = { spacing: "perf-test", perSecond: 2_048 } as const;
    expect(Math.abs(counts(plan, SECOND_US, 10).reduce((sum, count) => sum + count) - 20_480)).toBeLessThan(30);
    const perMillisecond = counts(plan, 1_000, 1_000);
    expect(perMillisecond.filter((count) => count === 0).length).toBeGreaterThan(600);
    expect(Math.max(...perMillisecond)).toBeLessThan(12);
  });
});

describe("recordings", () => {
  it("are read, with sizes and a heading", () => {
    const text = "time,bytes\n# a remark\n0,100\n1.5,200\r\n\n2,50\n";
    expect(readRecording(text)).toEqual({ timesUs: [0, 1_500, 2_000], valueBytes: [100, 200, 50] });
    expect(readRecording("3\n4")).toEqual({ timesUs: [3_000, 4_000], valueBytes: [] });
  });

  it.each([
    ["1\nx", { code: "not-a-number", line: 2 }],
    ["1,\n", { code: "not-a-number", line: 1 }],
    ["5\n4", { code: "out-of-order", line: 2 }],
    ["time\n", { code: "empty", line: 1 }],
  ])("%j is refused", (text, error) => {
    expect(readRecording(text)).toEqual(error);
  });

  it("are played, once or again and again", () => {
    const timesUs = [0, 10, 600_000];
    expect(counts({ spacing: "recorded", timesUs }, SECOND_US, 3)).toEqual([3, 0, 0]);
    expect(counts({ spacing: "recorded", timesUs, everyUs: 1e6 }, SECOND_US, 3)).toEqual([3, 3, 3]);
  });
});

describe("value sizes", () => {
  it("follow their weights, or the recording", () => {
    const choices = [
      { bytes: 100, weight: 3 },
      { bytes: 9_000, weight: 1 },
    ];
    const next = valueSizeSource({ choices }, new RandomStream(1, "sizes"));
    const drawn = Array.from({ length: 10_000 }, next);
    expect(drawn.filter((bytes) => bytes === 100).length / 10_000).toBeCloseTo(0.75, 1);
    const recorded = valueSizeSource({ recordedBytes: [5, 7] }, new RandomStream(1, "sizes"));
    expect([recorded(), recorded(), recorded()]).toEqual([5, 7, 5]);
  });

  it("headers make records larger", () => {
    const bytes = (headers?: { count: number; encodedBytes: number }) => {
      const plan = producerPlan("3.9.2", {}, 1_000, { records: 500, ...(headers && { headers }) });
      return runSimulation(simulationPlan([plan])).statistics.batchBytes;
    };
    const grown = payloadBytes(undefined, 0, 2, 40) - payloadBytes(undefined, 0);
    expect(grown).toBe(40);
    expect(bytes({ count: 2, encodedBytes: 40 })).toBe(bytes() + 500 * grown);
  });
});

describe("log-normal sizes of values", () => {
  const sizes = { medianBytes: 800, p99Bytes: 20_000, leastBytes: 100, mostBytes: 100_000 };
  const next = valueSizeSource(sizes, new RandomStream(1, "sizes"));
  const drawn = Array.from({ length: 200_000 }, next).sort((a, b) => a - b);

  it("have the median and the p99 they were given, and stay within the limits", () => {
    expect(Math.abs((drawn[100_000] ?? 0) / 800 - 1)).toBeLessThan(0.02);
    expect(Math.abs((drawn[198_000] ?? 0) / 20_000 - 1)).toBeLessThan(0.05);
    expect(drawn[0]).toBe(100);
    expect(drawn.at(-1)).toBe(100_000);
  });

  it("have the mean that throughput is reckoned with", () => {
    const mean = drawn.reduce((sum, bytes) => sum + bytes, 0) / drawn.length;
    expect(Math.abs(meanLogNormalBytes(sizes) / mean - 1)).toBeLessThan(0.01);
  });

  it("raises e to powers as Math.exp does", () => {
    for (const power of [-30, -1, -0.1, 0, 0.5, 1, 12])
      expect(Math.abs(deterministicExp(power) / Math.exp(power) - 1)).toBeLessThan(1e-13);
  });
});
