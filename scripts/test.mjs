// Everything that must hold before a change may go in: types, lint, format, build, package, unit tests.
//   node scripts/test.mjs
// Each step counts as one test, the unit tests one by one. The last line is "N passed, N failed".
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setup } from "./setup.mjs";
import { REPOSITORY, runNode, TOOLS } from "./steps.mjs";

const RESULTS = join("build", "unit.json");
const STEPS = [
  ["types", [TOOLS.tsc, "-b"]],
  ["lint", [TOOLS.eslint, "."]],
  ["format", [TOOLS.prettier, "--check", "--log-level", "warn", "."]],
  ["build", [join("scripts", "build.mjs")]],
  ["package", [join("scripts", "package.mjs"), "--no-build"]],
];

setup();
let passed = 0;
let failed = 0;
for (const [name, args] of STEPS) {
  const start = performance.now();
  const code = runNode(args);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? "passed" : "FAILED"}: ${name} (${seconds} s)\n`);
  if (code === 0) passed++;
  else failed++;
}
rmSync(join(REPOSITORY, RESULTS), { force: true });
const code = runNode([TOOLS.vitest, "run", "--reporter=default", "--reporter=json", `--outputFile.json=${RESULTS}`]);
const unit = unitCounts(code);
process.stdout.write(`${passed + unit.passed} passed, ${failed + unit.failed} failed\n`);
process.exitCode = failed + unit.failed === 0 ? 0 : 1;

/** A run that ends badly without a failed test, as when a file cannot be loaded, counts as one failure. */
function unitCounts(code) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(join(REPOSITORY, RESULTS), "utf8"));
    return { passed: numPassedTests, failed: code === 0 ? numFailedTests : Math.max(1, numFailedTests) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
