import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { chromium, type BrowserContext } from "playwright-core";
import type { Environment } from "./environment.js";

const FLAGS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];
/** How large a window is, in pixels. */
export const VIEWPORT = { width: 1400, height: 900 } as const;
const ACTION_LIMIT_MS = 30_000;

/** A Chromium with a fresh profile, and what its pages have complained about. */
export interface Browser {
  readonly context: BrowserContext;
  /** Errors on the console that name the extension. */
  readonly errors: readonly string[];
}

/**
 * Starts Chromium without downloading anything: playwright-core and the system's browser.
 * @param name names the profile, and the log of the console in build/e2e/logs
 * @param locale decides the language that VS Code asks for
 */
export async function startBrowser(environment: Environment, name: string, locale = "en-US"): Promise<Browser> {
  const context = await chromium.launchPersistentContext(join(environment.scratch, name, "chromium"), {
    executablePath: environment.chromium,
    headless: true,
    viewport: VIEWPORT,
    locale,
    args: FLAGS,
  });
  context.setDefaultTimeout(ACTION_LIMIT_MS);
  const errors: string[] = [];
  const log = createWriteStream(join(environment.output, "logs", `${name}-console.log`));
  context.on("console", (message) => {
    log.write(`${message.type()} ${message.text()}\n`);
    if (message.type() === "error" && message.text().includes("ackwise.ackwise")) errors.push(message.text());
  });
  context.on("dialog", (dialog) => void dialog.accept().catch(() => undefined));
  context.on("close", () => log.end());
  return { context, errors };
}
