// The tunings of an expert's review (T1 to T7) and more of their kind: direction, magnitude and words, on small scenarios of the real model.
import { beforeAll, describe, expect, it } from "vitest";
import { lintDocument } from "../../server/src/core/report/lint.js";
import type { Report } from "../../server/src/core/report/report-model.js";
import { inlineRunner } from "../../server/src/core/report/what-if/inline-runner.js";
import { compareText, tuneText } from "../../server/src/core/report/what-if/run.js";
import { estimate } from "../../server/src/core/whatif/confidence.js";
import type { MeasureId } from "../../server/src/core/whatif/measures.js";
import type { TuningGoal } from "../../server/src/core/whatif/moves.js";
import type { Tuning } from "../../server/src/core/whatif/tune.js";
import { BASE } from "./what-if-runs.js";

const FILES = {
  default: BASE,
  legacy: `${BASE}acks=1\nretries=3\nlinger.ms=1\n`,
  safe: `${BASE}acks=all\nmax.in.flight.requests.per.connection=1\nlinger.ms=100\ncompression.type=gzip\n`,
  bulk: `${BASE}batch.size=1048576\nlinger.ms=50\ncompression.type=zstd\nbuffer.memory=134217728\n`,
  "fast-fail": `${BASE}request.timeout.ms=2000\ndelivery.timeout.ms=5000\nlinger.ms=0\n`,
} as const;

const steady = (perSecond: number): object => ({ arrivals: { kind: "constant", perSecond } });
const SCENARIOS = {
  crash: { extends: "three-zones+leader-crash", durationMs: 12_000, workload: steady(500) },
  flaky: { extends: "flaky-network", workload: steady(1_000) },
  partitions: { extends: "three-zones", durationMs: 1_500, workload: steady(2_000), topic: { partitions: 24 } },
  quiet: { extends: "three-zones", durationMs: 3_000, workload: steady(100) },
  payments: { extends: "payments", durationMs: 2_000 },
  clickstream: { extends: "clickstream", durationMs: 300 },
} as const;

interface Tuned {
  readonly tuning: Tuning;
  readonly report: Report;
  /** `key=value`, and `key` alone for a line that is taken out. */
  readonly proposal: readonly string[];
  readonly mean: (variant: number, id: MeasureId) => number;
}

const SEEDS = [1, 2, 3];
const run = inlineRunner({}, () => Promise.resolve());
const known = new Map<string, Promise<Tuned>>();

type File = keyof typeof FILES;
type Place = keyof typeof SCENARIOS;

/** Tunes; the same question is asked once. */
function tuned(file: File, goal: TuningGoal, place: Place): Promise<Tuned> {
  const key = `${file} ${goal} ${place}`;
  const found = known.get(key) ?? ask(file, goal, place);
  known.set(key, found);
  return found;
}

async function ask(file: File, goal: TuningGoal, place: Place): Promise<Tuned> {
  const experiment = await tuneText(FILES[file], goal, { scenario: SCENARIOS[place], seeds: SEEDS, run });
  if (experiment.outcome !== "done") throw new Error(JSON.stringify(experiment.mistakes));
  const { data: tuning, report } = experiment;
  const changes = tuning.outcomes[1]?.variant.changes ?? [];
  return {
    tuning,
    report,
    proposal: changes.map(({ key, value }) => (value === undefined ? key : `${key}=${value}`)),
    mean: (variant, id) => {
      const outcome = tuning.outcomes[variant];
      return outcome?.outcome === "simulated" ? estimate(outcome.measures.map((one) => one[id])).mean : NaN;
    },
  };
}

/** What an expert would write down for each; `nothing`: leave the file as it is. */
const ANSWERS: readonly (readonly [string, File, TuningGoal, Place, "nothing" | RegExp])[] = [
  ["T1", "default", "p99", "crash", "nothing"],
  ["T1", "legacy", "p99", "crash", "nothing"],
  ["T1", "bulk", "p99", "crash", "nothing"],
  ["T2", "legacy", "no-loss", "crash", /^acks=all retries$/],
  ["T2", "legacy", "no-loss", "quiet", /^acks=all retries$/],
  ["T2", "legacy", "no-loss", "flaky", /^acks=all retries$/],
  ["T2", "legacy", "no-loss", "payments", /^acks=all retries$/],
  ["T2", "default", "no-loss", "crash", "nothing"],
  ["T2", "safe", "no-loss", "crash", "nothing"],
  ["T2", "bulk", "no-loss", "partitions", "nothing"],
  ["T3", "safe", "p99", "partitions", /linger\.ms=/],
  ["T4", "default", "p99", "payments", /^linger\.ms=0$/],
  ["T4", "legacy", "p99", "payments", /^linger\.ms=0$/],
  ["T4", "legacy", "p99", "quiet", /^linger\.ms=0$/],
  ["T4", "default", "p99", "quiet", /^linger\.ms=[01]$/],
  ["T4", "safe", "p99", "payments", /^linger\.ms=([0125]|10)$/],
  ["T4", "fast-fail", "p99", "payments", "nothing"],
  ["T4", "fast-fail", "p99", "quiet", "nothing"],
  ["T5", "default", "requests", "partitions", /linger\.ms=(10|20|50)/],
  ["T5", "fast-fail", "requests", "partitions", /linger\.ms=(1|2|5|10|20)\b/],
  ["T5", "default", "memory", "quiet", /^buffer\.memory=4194304$/],
  ["T5", "bulk", "memory", "clickstream", /^buffer\.memory=(16777216|33554432|67108864)$/],
  ["T5", "default", "memory", "partitions", /^buffer\.memory=(4194304|8388608)$/],
  ["T5", "default", "throughput", "quiet", "nothing"],
  ["T5", "default", "throughput", "payments", /^linger\.ms=0$|^$/],
  ["T6", "fast-fail", "no-loss", "crash", /^delivery\.timeout\.ms=120000\b/],
  ["T6", "fast-fail", "no-loss", "quiet", /^delivery\.timeout\.ms=120000$/],
  ["T7", "bulk", "p99", "clickstream", /linger\.ms=/],
];

/** Of the rules' findings, those that no proposal may add. */
function findingsOf(text: string): readonly string[] {
  return lintDocument(text)
    .findings.filter(({ severity }) => severity !== "hint")
    .map(({ rule, key }) => `${rule} ${key ?? ""}`);
}

describe.each(ANSWERS)("%s %s for %s in %s", (id, file, goal, place, answer) => {
  let one: Tuned;
  beforeAll(async () => {
    one = await tuned(file, goal, place);
  }, 120_000);

  it(`${id} is answered as an expert would`, () => {
    expect(one.proposal.join(" ")).toMatch(answer === "nothing" ? /^$/ : answer);
    if (answer === "nothing") expect(one.report.headline).toMatch(/^Nothing /);
    if (one.proposal.length > 0) for (const change of one.proposal) expect(one.report.headline).toContain(change);
  });

  it(`${id} proposes nothing that its own rules find fault with, or the client refuses`, () => {
    const [before, after] = one.tuning.outcomes;
    if (before === undefined || after === undefined) return;
    expect(after.outcome).toBe("simulated");
    const own = findingsOf(before.variant.text);
    expect(findingsOf(after.variant.text).filter((finding) => !own.includes(finding))).toEqual([]);
  });

  it(`${id} ticks nothing that a comparison on the same seeds calls unclear, and drops what has no effect`, async () => {
    const { outcomes, goalMeasure, steps } = one.tuning;
    const changes = outcomes[1]?.variant.changes;
    if (changes === undefined || goal === "no-loss") return;
    const compared = await compareText(FILES[file], [changes], { scenario: SCENARIOS[place], seeds: SEEDS, run });
    if (compared.outcome !== "done") throw new Error("the scenario has mistakes");
    expect(compared.data.outcomes[1]).toMatchObject({
      measures: outcomes[1]?.outcome === "simulated" ? outcomes[1].measures : [],
    });
    expect(one.mean(0, goalMeasure)).not.toBe(one.mean(1, goalMeasure));
    for (const step of steps) {
      const share = Math.abs(step.after - step.before) / step.before;
      if (step.isClear) expect(share).toBeGreaterThanOrEqual(0.1);
    }
    expect(steps.at(-1)?.isClear).toBe(true);
  });

  it(`${id} harms no more records`, () => {
    for (const kind of ["lost", "failed", "duplicates", "unordered", "pending"] as const)
      if (one.proposal.length > 0) expect(one.mean(1, kind)).toBeLessThanOrEqual(2 * one.mean(0, kind));
  });
});

describe("tuning", () => {
  it("T2 acks=1 loses its tail in the built-in crash, and acks=all does not", async () => {
    const { mean, report, tuning } = await tuned("legacy", "no-loss", "crash");
    expect(mean(0, "lost")).toBeGreaterThan(5);
    expect(mean(1, "lost")).toBe(0);
    expect(mean(0, "unreplicatedMost")).toBeGreaterThan(20);
    expect(mean(1, "unreplicatedMost")).toBe(0);
    expect(tuning.steps[0]?.risks).toContain("acks");
    expect(report.headline).toMatch(
      /^acks=all, without retries: records lost, doubled, unordered or failed go from (about )?\d+ to 0\./,
    );
  });

  it("T2 what can lose is worse where nothing was lost, and how much is at risk is said", async () => {
    const { report, mean } = await tuned("legacy", "no-loss", "quiet");
    expect(mean(0, "lost")).toBe(0);
    expect(report.headline).toMatch(
      /the file allows it: a leader that crashes takes with it .*\(at any moment .* records on average, \d+ at most\)/,
    );
  });

  it("T5 the price is in the headline, and the file's extreme is an alternative", async () => {
    const { report, tuning, mean } = await tuned("default", "requests", "partitions");
    expect(report.headline).toMatch(
      /requests per second down from .*; in return p99 latency up from .* ms to .* ms \(\+\d+ %\)/,
    );
    expect(tuning.prices.map(({ measure }) => measure)).toContain("lateP99");
    expect(mean(1, "lateP99")).toBeLessThan(60);
    expect(report.tone).toBe("neutral");
  });

  it("T5 memory is what the file allows, and keeps room for a pause of a second", async () => {
    const { mean, tuning } = await tuned("bulk", "memory", "clickstream");
    expect(tuning.goalMeasure).toBe("memoryLimit");
    expect(mean(0, "memoryLimit")).toBe(134_217_728);
    // 10,000 records a second of 600 bytes at each producer.
    expect(mean(1, "memoryLimit")).toBeGreaterThan(6_000_000);
  });

  it("T6 the default, not the least value that survives", async () => {
    const { mean, proposal } = await tuned("fast-fail", "no-loss", "crash");
    expect(mean(0, "failed")).toBeGreaterThan(0);
    expect(mean(1, "failed")).toBe(0);
    expect(proposal).toContain("delivery.timeout.ms=120000");
  });

  it("T3 what keeps up with the load comes before what is only less behind", async () => {
    const { mean, report } = await tuned("safe", "p99", "payments");
    expect(mean(0, "keptUp")).toBeLessThan(0.5);
    expect(mean(1, "keptUp")).toBeGreaterThan(0.97);
    expect(mean(1, "lateP99")).toBeLessThan(30);
    expect(report.headline).toMatch(/p99 latency down from .*; in return requests per 1,000 records up from/);
  });

  it("T7 the search is bounded", async () => {
    const { tuning } = await tuned("bulk", "p99", "clickstream");
    expect(tuning.tried.length).toBeLessThan(60);
  });
});
