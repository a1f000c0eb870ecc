import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { startBrowser, type Browser } from "./browser.js";
import { environment } from "./environment.js";
import { startServer, type Server } from "./server.js";
import { Workbench } from "./workbench.js";

/** Path in the test's folder → content. */
export type Files = Readonly<Record<string, string>>;

/** One code-server and one browser, shared by the tests of a file. */
export interface Session {
  /**
   * Writes the files to a new folder and opens the first of them. Loading a window takes seconds, so the tests share
   * one; a test that brings workspace settings (`.vscode/…`) has a window of its own.
   */
  open(files: Files): Promise<Workbench>;
  /** What VS Code has logged so far as an error of the extension. */
  errors(): readonly string[];
}

/**
 * Starts a session before the tests of a file and ends it after them, whatever happens. After each test, passed or
 * failed, its window is kept as build/e2e/screenshots/<session>-<test>.png; no window outlives a failure.
 * @param language what VS Code tells extensions
 */
export function useSession(
  name: string,
  settings: Readonly<Record<string, unknown>> = {},
  language: "en" | "ko" = "en",
): Session {
  const where = environment();
  const root = join(where.scratch, name, "workspace");
  let server: Server | undefined;
  let browser: Browser | undefined;
  let shared: Page | undefined;
  let used = new Map<Page, Workbench>();
  let tests = 0;

  beforeAll(async () => {
    await mkdir(join(where.output, "logs"), { recursive: true });
    const isKorean = language === "ko";
    [server, browser] = await Promise.all([
      startServer(where, name, settings, isKorean),
      startBrowser(where, name, isKorean ? "ko-KR" : "en-US"),
    ]);
  });
  afterEach(async ({ task }) => {
    for (const [page, window] of used) {
      await window.screenshot(slug(`${name}-${task.name}`)).catch(() => undefined);
      if (page === shared && task.result?.state !== "fail") continue;
      await page.close();
      if (page === shared) shared = undefined;
    }
    used = new Map();
  });
  afterAll(async () => {
    await browser?.context.close();
    await server?.stop();
  });

  const open = async (files: Files): Promise<Workbench> => {
    const paths = Object.keys(files);
    const first = paths[0];
    if (server === undefined || browser === undefined) throw new Error("open() before the session has started");
    if (first === undefined) throw new Error("open() needs a file");
    tests += 1;
    const part = `test-${String(tests).padStart(2, "0")}`;
    await writeFiles(join(root, part), files);
    if (paths.some((path) => path.startsWith(".vscode/"))) {
      return load(await browser.context.newPage(), { folder: join(root, part), part: "" }, first);
    }
    if (shared === undefined) {
      shared = await browser.context.newPage();
      return load(shared, { folder: root, part }, first);
    }
    const window = new Workbench(shared, { folder: root, part }, where.output);
    used.set(shared, window);
    await window.closeEverything();
    await window.openFile(first);
    return window;
  };
  return { open, errors: () => browser?.errors ?? [] };

  async function load(page: Page, place: Workbench["place"], file: string): Promise<Workbench> {
    const window = new Workbench(page, place, where.output);
    used.set(page, window);
    await window.load(server?.url ?? "", file);
    return window;
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
