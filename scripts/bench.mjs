// Measures every figure that README.md, the guides and the issues name, and prints them as a table.
//   node scripts/bench.mjs [--write]   --write also puts the table into docs/guides/figures.md
import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { setup } from "./setup.mjs";
import { REPOSITORY, runNode } from "./steps.mjs";

const BUNDLE = join(REPOSITORY, "build", "bench.cjs");

setup();
for (const script of ["build.mjs", "package.mjs"]) {
  const args = [join("scripts", script), ...(script === "package.mjs" ? ["--no-build"] : [])];
  if (runNode(args, { stdio: ["ignore", "ignore", "inherit"] }) !== 0) process.exit(1);
}
await build({
  entryPoints: [join(REPOSITORY, "bench", "main.ts")],
  bundle: true,
  minify: true,
  outfile: BUNDLE,
  platform: "node",
  target: "node20",
  mainFields: ["module", "main"],
  logLevel: "error",
});
const { status, stdout } = spawnSync(process.execPath, [BUNDLE], {
  cwd: REPOSITORY,
  encoding: "utf8",
  stdio: ["ignore", "pipe", "inherit"],
});
process.stdout.write(stdout);
if (process.argv.includes("--write")) {
  const head =
    "# Figures\n\nMeasured by `npm run bench -- --write`; limits are what the project promises on a machine with 2 cores.\n\n";
  await writeFile(join(REPOSITORY, "docs", "guides", "figures.md"), head + stdout);
}
process.exitCode = status ?? 1;
