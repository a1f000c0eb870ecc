import { describe, expect, it } from "vitest";
import { difference, estimate } from "../../server/src/core/whatif/confidence.js";

describe("a confidence interval", () => {
  it("is Student's t of the sample", () => {
    // Mean 10, sample standard deviation sqrt(2.5), t(0.975, 4) = 2.776: half width 2.776 * sqrt(2.5 / 5).
    const { mean, low, high } = estimate([8, 9, 10, 11, 12]);
    expect(mean).toBe(10);
    expect(high - mean).toBeCloseTo(1.963, 3);
    expect(mean - low).toBeCloseTo(1.963, 3);
  });

  it("is the value itself for one run, and nothing for none", () => {
    expect(estimate([7])).toEqual({ mean: 7, low: 7, high: 7 });
    expect(estimate([])).toEqual({ mean: 0, low: 0, high: 0 });
  });

  it("holds the true mean in about 95 of 100 samples", () => {
    // Sums of twelve uniform numbers are close to normal with variance 1 around 6.
    const state = { inside: 0, all: 0 };
    let random = 42;
    const next = (): number => (random = (random * 48_271) % 2_147_483_647) / 2_147_483_647;
    const drawn = (): number => Array.from({ length: 12 }, next).reduce((sum, part) => sum + part, 0);
    for (let trial = 0; trial < 4_000; trial += 1) {
      const { low, high } = estimate(Array.from({ length: 5 }, drawn));
      state.all += 1;
      if (low <= 6 && 6 <= high) state.inside += 1;
    }
    expect(state.inside / state.all).toBeGreaterThan(0.935);
    expect(state.inside / state.all).toBeLessThan(0.965);
  });
});

describe("a difference", () => {
  it("is taken run by run, so that what both have in common does not blur it", () => {
    const change = difference([10, 20, 30], [11, 21.1, 30.9]);
    expect(change.direction).toBe("higher");
    expect(change.absolute.mean).toBeCloseTo(1, 9);
    expect(change.relative).toBeCloseTo(0.05, 9);
  });

  it.each([
    [[1, 2, 3], [1, 2, 3], "same"],
    [[1, 2, 3], [3, 1, 2.5], "unclear"],
    [[100], [100.5], "unclear"],
    [[100], [120], "higher"],
    [[0], [5], "higher"],
    [[0, 0, 0], [0, 40, 0], "higher"],
    [[0, 40, 0], [0, 0, 0], "lower"],
    [[1, 0, 0], [0, 40, 0], "unclear"],
    [[5, 6, 7], [2, 3, 4.5], "lower"],
  ] as const)("%j to %j is %s", (before, after, direction) => {
    expect(difference(before, after).direction).toBe(direction);
  });
});
