// Measures the speed of the simulation and prints a table. node scripts/bench-simulation.mjs
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import { REPOSITORY } from "./steps.mjs";

const BUNDLE = join(REPOSITORY, "build", "bench-simulation.cjs");

await build({
  entryPoints: [join(REPOSITORY, "bench", "simulation.ts")],
  bundle: true,
  minify: true,
  outfile: BUNDLE,
  platform: "node",
  target: "node20",
  loader: { ".json": "json" },
  logLevel: "error",
});
const { status } = spawnSync(process.execPath, [BUNDLE], { cwd: REPOSITORY, stdio: "inherit" });
process.exitCode = status ?? 1;
