import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { quantile, tableOf, type Figure } from "./figure.js";
import { inProcessFigures } from "./in-process.js";
import { whatIfFigures } from "./what-if.js";
import { wireFigures } from "./wire.js";

const COMMAND_RUNS = 11;

/** Measures everything, prints one table, and ends with 1 when a figure is beyond its limit. */
async function main(root: string): Promise<void> {
  const figures: readonly Figure[] = [
    ...(await inProcessFigures()),
    ...(await wireFigures(root)),
    commandFigure(root),
    ...whatIfFigures(root),
    { name: "VSIX size", measured: statSync(join(root, "build", "ackwise.vsix")).size / 1024, limit: 600, unit: "KiB" },
  ];
  const machine = `Node ${process.versions.node}, ${cpus().length.toString()} cores, ${cpus()[0]?.model ?? "unknown"}`;
  const load = `load average ${(loadavg()[0] ?? 0).toFixed(1)} (figures of processes mean little above the number of cores)`;
  console.log(`${machine}, ${load}; medians, warm, unless a row says otherwise.\n\n${tableOf(figures)}`);
  process.exitCode = figures.every(({ measured, limit }) => measured <= limit) ? 0 : 1;
}

/** A whole run of the command line, Node's own start included. */
function commandFigure(root: string): Figure {
  const samples = Array.from({ length: COMMAND_RUNS }, () => {
    const begin = performance.now();
    const { status } = spawnSync(process.execPath, [
      join(root, "dist", "cli", "ackwise.js"),
      "lint",
      join(root, "examples", "reliable-producer.properties"),
    ]);
    if (status !== 0) throw new Error("ackwise lint failed on an example that has no findings");
    return performance.now() - begin;
  });
  return { name: "ackwise lint of one file, whole process", measured: quantile(samples, 0.5), limit: 300, unit: "ms" };
}

void main(process.cwd());
