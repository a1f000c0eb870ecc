// The end-to-end tests: the packaged VSIX in a real VS Code, driven in Chromium.
//   node scripts/e2e.mjs [--vsix FILE] [vitest arguments: a file name, -t "test name", …]
// Without --vsix the extension is packaged first. Logs and screenshots stay in build/e2e.
// The last line is "N passed, N failed"; the exit code is 0 only when nothing failed.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { SetupError, setup } from "./e2e-setup.mjs";

const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const OUTPUT = join(REPOSITORY, "build", "e2e");
/** Far above what a run takes (2 min on 2 idle cores): it only ends a run that hangs. */
const RUN_LIMIT_MS = 900_000;

process.chdir(REPOSITORY);
const { vsix, rest } = readArguments(process.argv.slice(2));
const scratch = await mkdtemp(join(tmpdir(), "ackwise-e2e-"));
let code = 1;
try {
  await rm(OUTPUT, { recursive: true, force: true });
  await mkdir(OUTPUT, { recursive: true });
  const parts = await setup((line) => process.stdout.write(`${line}\n`));
  const tested = vsix ?? (await packaged());
  if (!existsSync(tested)) throw new SetupError(`e2e: ${tested} does not exist`);
  code = await runTests(parts, tested);
} catch (error) {
  process.stderr.write(`${error instanceof SetupError ? error.message : error.stack}\n`);
} finally {
  await endLeftovers();
  await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
}
const { passed, failed } = await counts();
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : code || 1;

function readArguments(argv) {
  const at = argv.indexOf("--vsix");
  if (at < 0) return { vsix: undefined, rest: argv };
  return { vsix: resolve(argv[at + 1] ?? ""), rest: argv.toSpliced(at, 2) };
}

async function packaged() {
  const ended = await runNode(["scripts/package.mjs"], process.env);
  if (ended !== 0) throw new SetupError(`e2e: scripts/package.mjs failed with ${ended}`);
  return join(REPOSITORY, "build", "ackwise.vsix");
}

function runTests(parts, tested) {
  const vitest = [join("node_modules", "vitest", "vitest.mjs"), "run", "--config", "test/e2e/vitest.e2e.config.mts"];
  return runNode([...vitest, ...rest], {
    ...process.env,
    ACKWISE_E2E_VSIX: tested,
    ACKWISE_E2E_NODE: parts.node,
    ACKWISE_E2E_CODE_SERVER: parts.codeServer,
    ACKWISE_E2E_CHROMIUM: parts.chromium,
    ACKWISE_E2E_OUTPUT: OUTPUT,
    ACKWISE_E2E_SCRATCH: scratch,
  });
}

/** Runs Node with a time limit, and passes Ctrl+C on: the child ends first, then what it left behind is ended. */
function runNode(args, env) {
  const child = spawn(process.execPath, args, { env, stdio: "inherit" });
  const end = () => child.kill("SIGTERM");
  const timer = setTimeout(() => {
    process.stderr.write(`e2e: stopped after ${RUN_LIMIT_MS / 1000} s\n`);
    child.kill("SIGKILL");
  }, RUN_LIMIT_MS);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, end);
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", (status, signal) => {
      clearTimeout(timer);
      for (const name of ["SIGINT", "SIGTERM"]) process.off(name, end);
      done(status ?? (signal === null ? 0 : 1));
    });
  });
}

/** Ends what a killed test run could not end itself: code-servers with their groups, browsers on profiles of this run. */
async function endLeftovers() {
  for (const id of await readdir(join(scratch, "groups")).catch(() => [])) kill(-Number(id));
  for (const id of await readdir("/proc").catch(() => [])) {
    if (!/^\d+$/.test(id)) continue;
    const command = await readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "");
    if (command.includes(scratch)) kill(Number(id));
  }
}

function kill(id) {
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // Ended already, as it should.
  }
}

/** A run that could not start, or a suite whose set-up failed, counts as one failure. */
async function counts() {
  const text = await readFile(join(OUTPUT, "results.json"), "utf8").catch(() => undefined);
  if (text === undefined) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, success } = JSON.parse(text);
  return { passed: numPassedTests, failed: success ? numFailedTests : Math.max(1, numFailedTests) };
}
