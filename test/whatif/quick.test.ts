import { expect, test } from "vitest";
import { readScenario } from "../../server/src/core/simulation/scenario/read-scenario.js";
import { quickScenario } from "../../server/src/core/whatif/quick.js";

test.each([
  ["one-rack", 2_000],
  [undefined, 2_000],
  [{ extends: "laptop", workload: { arrivals: { kind: "constant", perSecond: 20_000 } } }, 1_000],
  [{ workload: { arrivals: { kind: "constant", perSecond: 200_000 } } }, 500],
])("%j is cut short to %d ms", (input, durationMs) => {
  const { scenario } = readScenario(quickScenario(input));
  expect(scenario).toEqual({ ...readScenario(input).scenario, durationMs });
});

test.each([
  ["leader-crash"],
  ["nowhere"],
  [{ durationMs: 1_000 }],
  [{ workload: { arrivals: { kind: "ramp", fromPerSecond: 1, toPerSecond: 100 } } }],
])("%j stays as it is", (input) => {
  expect(quickScenario(input)).toBe(input);
});
