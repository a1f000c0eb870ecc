// The first command of the README where it is run first: npm start in a clone of its own, without node_modules, dist and build.
//   node scripts/fresh-start.mjs
// Clones what is committed and looks at what npm start wrote. The last line is "N passed, N failed".
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { REPOSITORY } from "./steps.mjs";

const IN_THE_VSIX = ["package.json", "readme.md", "dist/client/extension.js", "dist/server/server.js"];
const TOLD = ["lint", "effective", "simulate", "what-if.html", "--install-extension"];

const scratch = mkdtempSync(join(tmpdir(), "ackwise-start-"));
const clone = join(scratch, "ackwise");
let passed = 0;
let failed = 0;
try {
  check("git clone", run("git", ["clone", "--quiet", REPOSITORY, clone], scratch).status === 0);
  const { status, stdout } = run("npm", ["start"], clone);
  check("npm start ends with exit code 0", status === 0);
  const end = stdout.slice(stdout.lastIndexOf("How to open it again"));
  check(
    "its last words say how to open what it wrote",
    TOLD.every((word) => end.includes(word)),
  );
  const page = bytesOf("build/what-if.html").toString("utf8");
  check(
    "the report is a whole page",
    /^<!doctype html>/i.test(page) && page.includes("<svg") && /<\/html>\s*$/.test(page),
  );
  check("the report is about what was asked", page.includes("acks=all"));
  const archive = bytesOf("build/ackwise.vsix");
  check("the extension is a ZIP archive", archive.subarray(0, 4).equals(Buffer.from("PK\x03\x04", "latin1")));
  check(
    "the extension has its files",
    IN_THE_VSIX.every((name) => archive.includes(`extension/${name}`)),
  );
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

/** Runs a command and passes its output on. */
function run(command, args, cwd) {
  const { status, stdout, error } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  });
  process.stdout.write(stdout ?? "");
  if (error !== undefined) process.stderr.write(`${error.message}\n`);
  return { status, stdout: stdout ?? "" };
}

function bytesOf(path) {
  try {
    return readFileSync(join(clone, path));
  } catch {
    return Buffer.alloc(0); // The check fails and says what was looked for.
  }
}

function check(what, holds) {
  process.stdout.write(`${holds ? "passed" : "FAILED"}: ${what}\n`);
  if (holds) passed++;
  else failed++;
}
