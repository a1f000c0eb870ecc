import { spawnSync } from "node:child_process";
import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { quantile, type Figure } from "./figure.js";

const RUNS = 3;
/** One minute of 10,000 records per second: the comparison that the project promises a time for. */
const MINUTE = "name: a minute\ndurationMs: 60000\n";

/** Experiments as whole processes on all cores. */
export function whatIfFigures(root: string): readonly Figure[] {
  const directory = mkdtempSync(join(tmpdir(), "ackwise-bench-"));
  const minute = join(directory, "minute.yaml");
  writeFileSync(minute, MINUTE);
  const page = join(directory, "report.html");
  const example = join(root, "examples", "reliable-producer.properties");
  const values = (from: number, step: number): string =>
    Array.from({ length: 10 }, (_, i) => from + i * step).join(",");
  const compare = ["what-if", example, "--set", "linger.ms=20", "--scenario", minute, "--seeds", "5", "--output", page];
  const sweep = [
    "sweep",
    example,
    "--vary",
    `linger.ms=${values(0, 5)}`,
    "--vary",
    `batch.size=${values(16384, 16384)}`,
  ];
  return [
    {
      name: "what-if: 2 × 5 seeds of 60 s at 10,000 records/s",
      measured: timed(root, compare),
      limit: 2_000,
      unit: "ms",
    },
    {
      name: "sweep of 10 × 10 values",
      measured: timed(root, [...sweep, "--seeds", "1", "--output", page]),
      limit: 20_000,
      unit: "ms",
    },
    { name: "HTML report of that sweep", measured: statSync(page).size / 1024, limit: 300, unit: "KiB" },
  ];
}

function timed(root: string, args: readonly string[]): number {
  const samples = Array.from({ length: RUNS }, () => {
    const begin = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [join(root, "dist", "cli", "ackwise.js"), ...args]);
    if (status !== 0) throw new Error(`ackwise ${args[0] ?? ""}: ${stderr.toString()}`);
    return performance.now() - begin;
  });
  return quantile(samples, 0.5);
}
