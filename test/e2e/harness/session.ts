import { mkdir, writeFile } from "node:fs/promises";
import { createWriteStream } from "node:fs";
import { dirname, join } from "node:path";
import { chromium, type BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { environment } from "./environment.js";
import { startServer, type Server } from "./server.js";
import { Workbench } from "./workbench.js";

/** Workspace-relative path → content. */
export type Files = Readonly<Record<string, string>>;

/** One code-server and one browser, shared by the tests of a file. */
export interface Session {
  /** Opens a new window on a new folder with these files, and the first of them in an editor. */
  open(files: Files): Promise<Workbench>;
  /** What VS Code has logged so far as an error of the extension. */
  errors(): readonly string[];
}

interface Running {
  readonly server: Server;
  readonly browser: BrowserContext;
}

const CHROMIUM_FLAGS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];
const ACTION_LIMIT_MS = 20_000;

/**
 * Starts a session before the tests of a file and ends it after them, whatever happens. After each test, passed or
 * failed, its windows are kept as screenshots in build/e2e/screenshots/<session>-<test>.png and closed.
 */
export function useSession(name: string, settings: Readonly<Record<string, unknown>> = {}): Session {
  const where = environment();
  let running: Running | undefined;
  let windows: Workbench[] = [];
  let folders = 0;
  const errors: string[] = [];

  beforeAll(async () => {
    await mkdir(join(where.output, "logs"), { recursive: true });
    const server = await startServer(where, name, settings);
    running = { server, browser: await startBrowser(name) };
  });
  afterEach(async ({ task }) => {
    for (const [index, window] of windows.entries()) {
      await window.screenshot(slug(`${name}-${task.name}${index === 0 ? "" : `-${index + 1}`}`)).catch(() => undefined);
      await window.page.close();
    }
    windows = [];
  });
  afterAll(async () => {
    await running?.browser.close();
    await running?.server.stop();
  });

  const open = async (files: Files): Promise<Workbench> => {
    if (running === undefined) throw new Error("open() before the session has started");
    folders += 1;
    const folder = join(where.scratch, name, `workspace-${folders}`);
    await writeFiles(folder, files);
    const first = Object.keys(files)[0];
    if (first === undefined) throw new Error("open() needs a file");
    const window = new Workbench(await running.browser.newPage(), folder, where.output);
    windows.push(window);
    await window.load(running.server.url, first);
    return window;
  };
  return { open, errors: () => errors };

  async function startBrowser(session: string): Promise<BrowserContext> {
    const context = await chromium.launchPersistentContext(join(where.scratch, session, "chromium"), {
      executablePath: where.chromium,
      headless: true,
      viewport: { width: 1400, height: 900 },
      locale: "en-US",
      args: CHROMIUM_FLAGS,
    });
    context.setDefaultTimeout(ACTION_LIMIT_MS);
    const log = createWriteStream(join(where.output, "logs", `${session}-console.log`));
    context.on("console", (message) => {
      log.write(`${message.type()} ${message.text()}\n`);
      if (message.type() === "error" && message.text().includes("ackwise.ackwise")) errors.push(message.text());
    });
    context.on("close", () => log.end());
    return context;
  }
}

async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
