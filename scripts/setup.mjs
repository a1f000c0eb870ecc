// Installs the locked dependencies when they are missing or not the ones of package-lock.json. Plain Node built-ins.
//   node scripts/setup.mjs
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const REPOSITORY = resolve(import.meta.dirname ?? fileURLToPath(new URL(".", import.meta.url)), "..");
const LEAST_NODE = [20, 12];

/** Makes sure that the locked dependencies are installed; ends the process with a message when that fails. */
export function setup() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
    fail(`Node ${process.versions.node}, expected ${LEAST_NODE.join(".")} or newer`);
  }
  if (isInstalled()) return;
  process.stdout.write("setup: npm ci\n");
  const { status } = spawnSync("npm", ["ci"], {
    cwd: REPOSITORY,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) fail("npm ci failed, expected a package registry that npm can reach");
}

/** Whether every locked package is there in the locked version; npm keeps a copy of the lock file beside them. */
function isInstalled() {
  const wanted = readPackages("package-lock.json");
  const present = readPackages(join("node_modules", ".package-lock.json"));
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional === true || present[path]?.version === version,
  );
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(join(REPOSITORY, path), "utf8")).packages;
  } catch {
    return undefined;
  }
}

function fail(message) {
  process.stderr.write(`setup: ${message}\n`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setup();
