// Keys of simulations that are remembered: recordings of megabytes are in none of them.
import { describe, expect, it } from "vitest";
import { remembering, type SimulationJob } from "../../server/src/core/whatif/experiment.js";
import { keyOfData } from "../../server/src/core/whatif/job-key.js";
import { plainResult } from "./plain-result.js";

const LONG = Array.from({ length: 5_000 }, (_, line) => `${line},${line % 7}\n`).join("");

function scenario(csv: string): object {
  return { workload: { arrivals: { kind: "recorded", csv } } };
}

describe("a key", () => {
  it("is short, the same for the same data, and another for other data", () => {
    const key = keyOfData(scenario(LONG));
    expect(key.length).toBeLessThan(200);
    expect(keyOfData(scenario(`${LONG.slice(0, 100)}${LONG.slice(100)}`))).toBe(key);
    const others = [0, 1, 2_500, LONG.length - 2].map((at) => {
      const changed = LONG.charAt(at) === "8" ? "9" : "8";
      return keyOfData(scenario(LONG.slice(0, at) + changed + LONG.slice(at + 1)));
    });
    const swapped = keyOfData(scenario(`1${LONG.slice(1, 12)}0${LONG.slice(13)}`));
    expect(new Set([key, swapped, ...others, keyOfData(scenario(`${LONG} `))]).size).toBe(7);
  });

  it("has short texts as they are", () => {
    expect(keyOfData(["a", 1, { b: "c" }])).toBe('["a",1,{"b":"c"}]');
  });
});

describe("a runner that remembers", () => {
  it("tells recordings apart", async () => {
    const result = plainResult();
    const ran: SimulationJob[] = [];
    const run = remembering((jobs) => {
      ran.push(...jobs);
      return Promise.resolve(jobs.map(() => result));
    });
    const job = (csv: string): SimulationJob => ({ text: "", scenario: scenario(csv), seed: 1 });
    await run([job(LONG), job(`${LONG}\n`)], () => undefined);
    await run([job(LONG), job(`${LONG}\n`)], () => undefined);
    expect(ran).toHaveLength(2);
  });
});
