import { describe, expect, it } from "vitest";
import { GOOD, ackwise } from "../cli/memory-io.js";

const WEAK = `${GOOD}acks=1\nenable.idempotence=false\n`;
const SAFE = `${GOOD}acks=all\nenable.idempotence=true\n`;
const SCENARIO = "workload: { arrivals: { kind: constant, perSecond: 500 }, keys: { kind: uniform, count: 100 } }\n";
const files = {
  "weak.properties": WEAK,
  "safe.properties": SAFE,
  "refused.properties": `${GOOD}acks=7\n`,
  "s.yaml": SCENARIO,
};

interface Matrix {
  readonly report: {
    readonly headline: string;
    readonly sections: readonly { readonly id: string; readonly blocks: unknown }[];
  };
  readonly matrix: {
    readonly rows: readonly { readonly fault: string; readonly measures: readonly Record<string, number>[] }[];
    readonly leftOut: readonly string[];
  };
}

async function matrixOf(file: string, ...more: readonly string[]): Promise<Matrix> {
  const { stdout } = await ackwise(["matrix", file, "--scenario", "s.yaml", "--format", "json", ...more], { files });
  return JSON.parse(stdout) as Matrix;
}

function valueOf({ matrix }: Matrix, fault: string, id: string): number {
  return matrix.rows.find((row) => row.fault === fault)?.measures[0]?.[id] ?? Number.NaN;
}

function whyOf({ report }: Matrix, fault: string): string {
  return JSON.stringify(report.sections.find(({ id }) => id === `why-${fault}`)?.blocks ?? "");
}

describe("fault matrix", () => {
  it("has twelve rows; acks=1 loses what followers had not fetched and says so", async () => {
    const weak = await matrixOf("weak.properties");
    expect(weak.matrix.rows).toHaveLength(12);
    expect(valueOf(weak, "lagging-crash", "lost")).toBeGreaterThan(0);
    expect(whyOf(weak, "lagging-crash")).toContain("acks=1: the leader acknowledged");
    expect(valueOf(weak, "unclean-election", "lost")).toBeGreaterThan(0);
    expect(valueOf(weak, "lost-answers", "duplicates")).toBeGreaterThan(0);
    expect(whyOf(weak, "lost-answers")).toContain("without idempotence the retry was stored as well");
    expect(weak.report.headline).toMatch(/^\d+ of 12 faults/);
  });

  it("acks=all with idempotence loses, doubles and reorders nothing when a leader crashes, answers are lost or connections break", async () => {
    const safe = await matrixOf("safe.properties");
    for (const fault of ["leader-crash", "lagging-crash", "lost-answers", "connection-reset", "rolling-restart"])
      for (const id of ["lost", "duplicates", "unordered"])
        expect([fault, id, valueOf(safe, fault, id)]).toEqual([fault, id, 0]);
    expect(valueOf(safe, "network-cut", "lateMax")).toBeGreaterThan(25_000);
    expect(whyOf(safe, "network-cut")).toContain("Nothing gets through");
    expect(valueOf(safe, "cold-start", "blockedMax")).toBeGreaterThan(9_000);
  });

  it("a requirement that a row fails is exit code 1 and names row and measure", async () => {
    const argv = ["--scenario", "s.yaml", "--require", "lost=0"];
    const failed = await ackwise(["matrix", "weak.properties", ...argv], { files });
    expect(failed.code).toBe(1);
    expect(failed.stdout).toContain("Crash during lag: lost=0");
    expect(Math.max(...failed.stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it("a file that the client refuses is exit code 1 without rows", async () => {
    const { code, stdout } = await ackwise(["matrix", "refused.properties", "--scenario", "s.yaml"], { files });
    expect([code, stdout.includes("The producer does not start")]).toEqual([1, true]);
  });

  it("one broker has no followers: those faults are left out, and the report says so", async () => {
    const { stdout } = await ackwise(["matrix", "safe.properties", "--scenario", "laptop+payments"], { files });
    expect(stdout).toContain("so these faults were not played");
  });
});
