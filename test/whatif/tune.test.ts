// The search itself, over a made-up world whose best configuration is known; test/report/what-if tunes the real model.
import { describe, expect, it } from "vitest";
import { readDocument } from "../../server/src/core/dialects/dialects.js";
import type { SimulateResult, SimulatedResult } from "../../server/src/core/simulation/result/result.js";
import type { JobRunner } from "../../server/src/core/whatif/experiment.js";
import type { TuningGoal } from "../../server/src/core/whatif/moves.js";
import { parseRequirement, type Requirement } from "../../server/src/core/whatif/requirement.js";
import { paretoFront, tune, type TriedPoint } from "../../server/src/core/whatif/tune.js";
import { plainResult } from "./plain-result.js";

interface World {
  readonly p99: number;
  readonly requests: number;
  readonly lost?: number;
}

function runnerOf(world: (value: (key: string) => string | undefined) => World | "refused"): JobRunner {
  return (jobs) =>
    Promise.resolve(
      jobs.map(({ text }): SimulateResult => {
        const { byKey } = readDocument("properties", "", text);
        const found = world((key) => byKey.get(key)?.value);
        if (found === "refused")
          return {
            outcome: "refused",
            format: 1,
            kafkaVersion: "4.3",
            error: { key: "", message: "no", exception: [] },
          };
        const base: SimulatedResult = plainResult();
        return {
          ...base,
          latencyMs: { ...base.latencyMs, p99: found.p99 },
          requests: { ...base.requests, perSecond: found.requests },
          records: { ...base.records, acknowledgedLost: found.lost ?? 0 },
        };
      }),
    );
}

function tuned(text: string, goal: TuningGoal, run: JobRunner, requirements: readonly string[] = []) {
  const document = readDocument("properties", "", text);
  const read = requirements.map((one) => parseRequirement(one) as Requirement);
  const textOf = (key: string): string | undefined => document.byKey.get(key)?.value;
  return tune({ document, textOf, scenario: undefined, goal, requirements: read, seeds: [1, 2, 3], run });
}

/** Requests fall with linger.ms, latency rises with it; other settings do nothing. */
const LINGER = runnerOf((value) => {
  const linger = Number(value("linger.ms") ?? 0);
  return { p99: 2 + linger, requests: 1_000 / (1 + linger) };
});

describe("tuning", () => {
  it("takes the change that serves the goal, and only that", async () => {
    const { outcomes, steps } = await tuned("acks=all\n", "requests", LINGER);
    expect(outcomes.map(({ variant }) => variant.text)).toEqual(["acks=all\n", "acks=all\nlinger.ms=100\n"]);
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({ before: 1_000, changes: [{ key: "linger.ms", value: "100" }] });
  });

  it("simulates nothing twice", async () => {
    const seen: string[] = [];
    const run: JobRunner = (jobs, onDone) => {
      seen.push(...jobs.map(({ text, seed }) => `${seed} ${text}`));
      return LINGER(jobs, onDone);
    };
    const { outcomes } = await tuned("acks=all\n", "requests", run);
    expect(outcomes).toHaveLength(2);
    expect(seen).toHaveLength(new Set(seen).size);
  });

  it("stays within what is required", async () => {
    const { outcomes, verdicts } = await tuned("", "requests", LINGER, ["p99<=12ms"]);
    expect(outcomes[1]?.variant.text).toBe("linger.ms=10\n");
    expect(verdicts.map(({ holds }) => holds)).toEqual([true]);
  });

  it("meets a requirement first, even when that costs the goal", async () => {
    const { outcomes } = await tuned("linger.ms=100\n", "requests", LINGER, ["p99<10ms"]);
    expect(outcomes[1]?.variant.text).toBe("linger.ms=5\n");
  });

  it("never proposes what the client refuses, nor what loses more records", async () => {
    const run = runnerOf((value) => {
      const linger = Number(value("linger.ms") ?? 0);
      if (linger > 50) return "refused";
      return { p99: 1, requests: 1_000 / (1 + linger), lost: linger > 10 ? 1 : 0 };
    });
    const { outcomes } = await tuned("", "requests", run);
    expect(outcomes[1]?.variant.text).toBe("linger.ms=10\n");
  });

  it("proposes nothing where nothing helps", async () => {
    const { outcomes, steps } = await tuned(
      "",
      "p99",
      runnerOf(() => ({ p99: 5, requests: 1 })),
    );
    expect(outcomes).toHaveLength(1);
    expect(steps).toEqual([]);
  });

  it("tells that the client refuses the file itself", async () => {
    const { outcomes } = await tuned(
      "acks=2\n",
      "p99",
      runnerOf(() => "refused"),
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["refused"]);
  });

  it("makes records safe", async () => {
    const run = runnerOf((value) => ({
      p99: 5,
      requests: 1,
      lost: (value("acks") === "all" ? 0 : 10) + (value("enable.idempotence") === "true" ? 0 : 5),
    }));
    const { outcomes } = await tuned("acks=1\nretries=3\n", "no-loss", run);
    expect(outcomes[1]?.variant.text).toContain("acks=all\n");
    expect(outcomes[1]?.variant.text).toContain("enable.idempotence=true\n");
  });
});

describe("the Pareto front", () => {
  it("holds what nothing beats in both", () => {
    const point = (p99: number, requests: number): TriedPoint => ({
      changes: [],
      measures: { ...measuresOfNothing, p99, requests },
    });
    const points = [point(5, 5), point(1, 9), point(9, 1), point(6, 6), point(5, 4), point(1, 10)];
    expect(paretoFront(points, "p99", "requests").map(({ measures }) => [measures.p99, measures.requests])).toEqual([
      [1, 9],
      [5, 4],
      [9, 1],
    ]);
  });
});

const measuresOfNothing = {} as TriedPoint["measures"];
