// Reports of the real model: what they say of known situations. Numbers are the simulation's; mechanisms are the facts'.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Messages } from "../../../server/src/core/messages/messages.js";
import { inlineRunner } from "../../../server/src/core/report/what-if/inline-runner.js";
import { compareText, tuneText } from "../../../server/src/core/report/what-if/run.js";
import type { Report } from "../../../server/src/core/report/report-model.js";
import {
  mergeSweeps,
  reportOfSweep,
  sweepText,
  type SweepFile,
} from "../../../server/src/core/report/what-if/sweep.js";
import type { Change } from "../../../server/src/core/changes/changes.js";
import { parseRequirement, type Requirement } from "../../../server/src/core/whatif/requirement.js";
import { PLAIN_TEXT } from "../../whatif/plain-result.js";

const run = inlineRunner({}, () => Promise.resolve());
const EXAMPLE = readFileSync("examples/producer.properties", "utf8");
const SHORT = { durationMs: 1_000 };

function change(text: string): Change {
  const [key = "", value] = text.split("=");
  return { key, value };
}

async function compared(text: string, changes: readonly string[], scenario: unknown = SHORT, require: string[] = []) {
  const requirements = require.map((one) => parseRequirement(one) as Requirement);
  const experiment = await compareText(
    text,
    changes.map((one) => one.split(" ").map(change)),
    { scenario, seeds: [1, 2], run, requirements, shownName: "a.properties", reproduce: "ackwise what-if" },
  );
  if (experiment.outcome !== "done") throw new Error(JSON.stringify(experiment.mistakes));
  return experiment;
}

function textOf({ sections }: Report, id: string): string {
  return JSON.stringify(sections.find((section) => section.id === id) ?? "");
}

describe("the report of one configuration", () => {
  it("says in a sentence what happens, and from what it was made", async () => {
    const { report } = await compared(PLAIN_TEXT, []);
    expect(report.headline).toMatch(
      /^No record is lost, doubled or out of order: [\d,]+ records\/s with a p99 latency of [\d.]+ ms\.$/,
    );
    expect(report).toMatchObject({ kind: "simulate", tone: "good", complete: true, title: "Simulation" });
    expect(report.about.map(({ label }) => label)).toEqual([
      "File",
      "Kafka client",
      "Scenario",
      "Load",
      "Topic",
      "Cluster",
      "Faults",
      "Simulated time",
      "Seeds",
    ]);
    expect(report.sections.map(({ id }) => id)).toEqual([
      "summary",
      "why",
      "fates",
      "latency",
      "stages",
      "time",
      "limits",
    ]);
  });

  it("shows findings of the rules beside the numbers", async () => {
    const { report } = await compared(`${PLAIN_TEXT}ligner.ms=5\n`, []);
    expect(textOf(report, "findings")).toContain("unknown-key");
  });

  it("of a configuration that the client refuses has the client's words, and no numbers", async () => {
    const { report } = await compared(`${PLAIN_TEXT}linger.ms=soon\n`, []);
    expect(report).toMatchObject({ tone: "bad" });
    expect(report.headline).toContain("linger.ms");
    expect(report.sections.map(({ id }) => id)).toEqual(["summary", "findings", "limits"]);
  });

  it("fails what was required, and says so first", async () => {
    const { report, data } = await compared(PLAIN_TEXT, [], SHORT, ["p99<0.01ms", "lost=0"]);
    expect(data.verdicts.map(({ holds }) => holds)).toEqual([false, true]);
    expect(report.headline).toMatch(/^Not met: p99<0\.01ms \([\d.]+ ms\)\. /);
    expect(report.tone).toBe("bad");
  });
});

describe("a comparison", () => {
  it("names the change that is clear, with its direction, and why", async () => {
    const scenario = { ...SHORT, workload: { arrivals: { kind: "constant", perSecond: 1_000 } } };
    const { report } = await compared(`${PLAIN_TEXT}linger.ms=0\n`, ["linger.ms=10"], scenario);
    expect(report.title).toBe("What if linger.ms=10");
    expect(report.headline).toMatch(
      /^Trade-off with linger\.ms=10: .*requests per 1,000 records down from .*; in return .*latency up from /,
    );
    expect(textOf(report, "why")).toContain("Waiting in the batch takes");
    expect(textOf(report, "why")).toContain("rather than filling up");
  });

  it("says of linger.ms=0 that batches do not wait, not how much arrives in no time", async () => {
    const scenario = { ...SHORT, workload: { arrivals: { kind: "constant", perSecond: 1_000 } } };
    const { report } = await compared(PLAIN_TEXT, ["linger.ms=0"], scenario);
    expect(textOf(report, "why")).toContain("with linger.ms=0 a batch does not wait for more records");
    expect(textOf(report, "why")).not.toContain("within 0 ms");
  });

  it("says that ready batches wait for a broker that is away", async () => {
    const faults = [{ kind: "crash", atMs: 300, broker: 0, electionMs: 1_000 }];
    const { report } = await compared(PLAIN_TEXT, ["linger.ms=10"], { ...SHORT, faults });
    expect(textOf(report, "why")).toMatch(/Broker 0 is dead.*batches are ready, but cannot leave/);
  });

  it("is empty of change for a setting that does nothing here", async () => {
    const { report } = await compared(PLAIN_TEXT, ["max.block.ms=61000"]);
    expect(report).toMatchObject({
      headline: "max.block.ms=61000 makes no clear difference in this scenario.",
      tone: "neutral",
    });
  });

  it("tells what the client says to a variant it refuses", async () => {
    const { report } = await compared(PLAIN_TEXT, ["linger.ms=5 delivery.timeout.ms=100"]);
    expect(report.tone).toBe("bad");
    expect(report.headline).toContain(
      "delivery.timeout.ms should be equal to or larger than linger.ms + request.timeout.ms",
    );
  });

  it("puts harm before speed: acks=0 under a crash loses records", async () => {
    const text = `${PLAIN_TEXT}acks=all\n`;
    // Half a round trip of 70 ms of records is on the way when the broker is killed.
    const scenario = {
      extends: "across-regions",
      durationMs: 2_000,
      faults: [{ kind: "crash", atMs: 500, broker: 0, electionMs: 500 }],
    };
    const { report } = await compared(text, ["acks=0 enable.idempotence"], scenario);
    expect(report.tone).toBe("bad");
    expect(report.headline).toMatch(/records acknowledged but lost up from 0 to /);
    expect(textOf(report, "why")).toContain("acks=0: the producer takes a record for acknowledged");
  });
});

describe("a sweep", () => {
  const axes = [
    { key: "linger.ms", values: ["0", "5", "20"] },
    { key: "batch.size", values: ["16384", "65536"] },
  ];
  const options = { scenario: { durationMs: 300 }, seeds: [1, 2], run, shownName: "a.properties" };

  async function part(index: number, count: number): Promise<SweepFile> {
    const experiment = await sweepText(EXAMPLE, axes, "p99", options, { index, count });
    if (experiment.outcome !== "done") throw new Error(experiment.outcome);
    return JSON.parse(JSON.stringify(experiment.data)) as SweepFile;
  }

  it("gives the same report from parts as at once", async () => {
    const whole = await sweepText(EXAMPLE, axes, "p99", options);
    const merged = mergeSweeps([await part(2, 3), await part(3, 3), await part(1, 3)]);
    if ("problem" in merged || whole.outcome !== "done") throw new Error(JSON.stringify(merged));
    expect(JSON.stringify(reportOfSweep(merged))).toBe(JSON.stringify(whole.report));
    expect(whole.report.headline).toMatch(/^Best for Latency, p99: linger\.ms=0, /);
  });

  it("says which part is missing, and which is a stranger", async () => {
    const [first, second] = [await part(1, 2), await part(2, 2)];
    const problemOf = (parts: readonly SweepFile[]): string => {
      const merged = mergeSweeps(parts);
      return "problem" in merged ? new Messages().say(merged.problem) : "";
    };
    expect(problemOf([first])).toBe("3 of 6 cells are missing: part 2 of 2");
    const stranger = { ...second, plan: { ...second.plan, seeds: [9] } };
    expect(problemOf([first, stranger])).toContain("part 2 is of another sweep");
  });

  it("leaves out what the client refuses", async () => {
    const vary = [{ key: "acks", values: ["all", "2", "1"] }];
    const experiment = await sweepText(PLAIN_TEXT, vary, "p99", options);
    if (experiment.outcome !== "done") throw new Error(experiment.outcome);
    expect(experiment.data.cells.map(({ measures }) => measures.length)).toEqual([2, 0, 2]);
    expect(textOf(experiment.report, "summary")).toContain('"refused"');
  });
});

describe("tuning the real model", () => {
  it("raises linger.ms or batch.size to save requests, within a latency", async () => {
    const requirements = [parseRequirement("p99<30ms") as Requirement];
    const experiment = await tuneText(PLAIN_TEXT, "requests", {
      scenario: { durationMs: 300 },
      seeds: [1, 2, 3],
      run,
      requirements,
    });
    if (experiment.outcome !== "done") throw new Error(experiment.outcome);
    const { outcomes, verdicts } = experiment.data;
    const [baseline, proposal] = outcomes.map((one) => (one.outcome === "simulated" ? one.measures : []));
    expect(verdicts.every(({ holds }) => holds)).toBe(true);
    expect(proposal?.[0]?.requests).toBeLessThan(0.9 * (baseline?.[0]?.requests ?? 0));
    expect(experiment.report.headline).toMatch(/requests per second down from .*\/s to .*\/s \(−\d+ %\)/);
  });
});
