import { execFile, spawn, type ChildProcess } from "node:child_process";
import { cp, mkdir, open, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Environment } from "./environment.js";

/** VS Code without anything that talks, opens or appears by itself. Tests and sessions add to these settings. */
const QUIET: Readonly<Record<string, unknown>> = {
  "chat.disableAIFeatures": true,
  "editor.hover.delay": 100,
  "editor.minimap.enabled": false,
  "editor.wordBasedSuggestions": "off",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "git.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "window.restoreWindows": "none",
  "workbench.editor.useModal": "off",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};
const START_LIMIT_MS = 30_000;

/** A running code-server with the VSIX installed in a fresh profile. */
export interface Server {
  readonly url: string;
  /** Where VS Code writes its logs, the extension's output channel among them. */
  readonly logs: string;
  /** Ends the whole process group: the parent alone would leave extension hosts behind. */
  stop(): Promise<void>;
}

/**
 * Installs the VSIX and starts code-server on a free port.
 * @param name names the session's folders
 * @param settings user settings on top of the quiet ones
 * @param isKorean whether VS Code speaks Korean
 */
export async function startServer(
  environment: Environment,
  name: string,
  settings: Readonly<Record<string, unknown>>,
  isKorean = false,
): Promise<Server> {
  const home = join(environment.scratch, name);
  const userData = join(home, "data");
  await mkdir(join(userData, "User"), { recursive: true });
  await writeFile(join(userData, "User", "settings.json"), JSON.stringify({ ...QUIET, ...settings }, undefined, 2));
  await writeFile(join(home, "config.yaml"), "");
  const profile = [
    ...[environment.codeServer, "--config", join(home, "config.yaml")],
    ...["--user-data-dir", userData, "--extensions-dir", join(home, "extensions")],
  ];
  const env = isolated(home);
  await promisify(execFile)(environment.node, [...profile, "--install-extension", environment.vsix, "--force"], {
    env,
  });

  if (isKorean) await writeLanguagePack(userData); // Installing something forgets it.

  const port = await freePort();
  const log = await open(join(environment.output, "logs", `${name}-code-server.log`), "w");
  const flags = [
    ...["--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-telemetry", "--disable-update-check"],
    ...["--disable-workspace-trust", "--disable-getting-started-override", "--reconnection-grace-time", "5"],
    ...(isKorean ? ["--locale", "ko"] : []),
  ];
  const child = spawn(environment.node, [...profile, ...flags], {
    env,
    cwd: home,
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
  });
  const group = join(environment.scratch, "groups", String(child.pid));
  const stop = async (): Promise<void> => {
    await endGroup(child);
    await rm(group, { force: true });
    await log.close();
    const logs = join(environment.output, "logs", name);
    await cp(join(userData, "logs"), logs, { recursive: true, force: true }).catch(() => undefined);
  };
  await mkdir(dirname(group), { recursive: true });
  await writeFile(group, name); // For scripts/e2e.mjs, should this process be killed.
  const url = `http://127.0.0.1:${port}`;
  try {
    await answering(`${url}/healthz`, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, logs: join(userData, "logs"), stop };
}

/**
 * A Korean language pack without a word in it: VS Code's own texts stay English, and extensions are told that the language is Korean. The
 * real one is on the marketplace only.
 */
async function writeLanguagePack(userData: string): Promise<void> {
  const texts = join(userData, "ko.i18n.json");
  await writeFile(texts, JSON.stringify({ version: "1.0.0", contents: {} }));
  const extensions = [{ extensionIdentifier: { id: "ackwise.korean" }, version: "1.0.0" }];
  const pack = { hash: "1", extensions, translations: { vscode: texts }, label: "한국어" };
  await writeFile(join(userData, "languagepacks.json"), JSON.stringify({ ko: pack }));
}

/** Only what a process needs: no gallery, and nothing read from or written to the developer's own profile. */
function isolated(home: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"],
    LANG: "C.UTF-8",
    HOME: home,
    XDG_CONFIG_HOME: join(home, ".config"),
    XDG_DATA_HOME: join(home, ".local", "share"),
    EXTENSIONS_GALLERY: "{}",
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done, fail) => probe.once("error", fail).listen(0, "127.0.0.1", done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

/** There is no event for "listening" outside the process, so it is asked until it answers. */
async function answering(url: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + START_LIMIT_MS;
  for (;;) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok === true) return;
    if (child.exitCode !== null) throw new Error(`code-server ended with ${child.exitCode}: see build/e2e/logs`);
    if (performance.now() > deadline) throw new Error(`code-server did not answer within ${START_LIMIT_MS} ms`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function endGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const ended = child.exitCode === null ? new Promise((done) => child.once("exit", done)) : Promise.resolve();
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    return; // The group has ended by itself.
  }
  await ended;
}
