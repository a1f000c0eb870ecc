// Builds, and packs the VS Code extension into build/ackwise.vsix. node scripts/package.mjs [--no-build]
// vsce works on a staged copy: the extension's manifest without what only npm and developers need.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

const REPOSITORY = resolve(import.meta.dirname, "..");
process.chdir(REPOSITORY);
const STAGE = join("build", "vsix");
const OUTPUT = join("build", "ackwise.vsix");
const LIMIT_BYTES = 700 * 1024;
/** Where links of the README lead on the extension's page, which has no files besides it; rule pages are there too. */
const FILES_URL = "https://github.com/ackwise/ackwise/blob/main";
const IMAGES_URL = "https://github.com/ackwise/ackwise/raw/main";
const FILES = [
  "dist/client/extension.js",
  "dist/server/server.js",
  "dist/korean.json",
  "dist/THIRD-PARTY-NOTICES.txt",
  "package.nls.json",
  "package.nls.ko.json",
  "l10n",
  "README.md",
  "CHANGELOG.md",
  "LICENSE",
  "client/images",
  "client/sample",
  "dist/client/webview",
];
const NOT_FOR_THE_EXTENSION = ["private", "bin", "exports", "files", "scripts", "devDependencies", "dependencies"];

if (!process.argv.includes("--no-build")) {
  await rm(join("dist", "client"), { recursive: true, force: true });
  run("node", ["scripts/build.mjs", "--extension"]);
}
await stage();
run(
  "node",
  [
    ...[join("node_modules", "@vscode", "vsce", "vsce"), "package", "--no-dependencies", "--allow-missing-repository"],
    ...["--baseContentUrl", FILES_URL, "--baseImagesUrl", IMAGES_URL, "--out", resolve(OUTPUT)],
  ],
  { cwd: STAGE },
);
const { size } = await stat(OUTPUT);
process.stdout.write(`${OUTPUT}: ${Math.ceil(size / 1024)} KiB\n`);
if (size > LIMIT_BYTES) fail(`${OUTPUT} is larger than ${LIMIT_BYTES / 1024} KiB`);

async function stage() {
  await rm(STAGE, { recursive: true, force: true });
  for (const file of FILES) {
    if (!existsSync(file)) continue;
    await mkdir(dirname(join(STAGE, file)), { recursive: true });
    await cp(file, join(STAGE, file), { recursive: true, filter: (source) => !source.endsWith(".map") });
  }
  const manifest = JSON.parse(await readFile("package.json", "utf8"));
  for (const name of NOT_FOR_THE_EXTENSION) delete manifest[name];
  manifest.engines = { vscode: manifest.engines.vscode };
  await writeFile(join(STAGE, "package.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
  await writeFile(join(STAGE, ".vscodeignore"), "# Everything here has been staged on purpose.\n");
  for (const entry of [manifest.main, manifest.browser]) {
    if (!existsSync(join(STAGE, entry))) fail(`${entry} has not been built`);
  }
  const staged = await readdir(STAGE, { recursive: true });
  if (staged.some((path) => path.includes("node_modules"))) fail("the extension must not hold node_modules");
}

function run(command, args, options = {}) {
  const [first, ...rest] = args;
  const { status } = spawnSync(command, [resolve(first), ...rest], { stdio: "inherit", ...options });
  if (status !== 0) process.exit(status ?? 1);
}

function fail(message) {
  process.stderr.write(`package: ${message}\n`);
  process.exit(1);
}
