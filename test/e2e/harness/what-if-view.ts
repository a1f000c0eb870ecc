import type { FrameLocator, Locator, Page } from "playwright-core";

/** The what-if panel as a person sees it: a page in a frame in a frame. */
export class WhatIfView {
  readonly #frame: FrameLocator;

  constructor(page: Page) {
    this.#frame = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  }

  /** The answer in a sentence. */
  async headline(): Promise<string> {
    return (await this.#frame.locator("h1.ackwise-headline").innerText()).trim();
  }

  /** What the panel says of the runs: empty until the first answer, then how careful it is. */
  get state(): Locator {
    return this.#frame.locator(".state");
  }

  slider(key: string): Locator {
    return this.#frame.locator(`[data-key="${key}"] input[type=range]`);
  }

  number(key: string): Locator {
    return this.#frame.locator(`[data-key="${key}"] input[type=number]`);
  }

  list(label: string): Locator {
    return this.#frame.getByLabel(label, { exact: true });
  }

  /** The heading that folds and unfolds a group of settings. */
  group(name: string): Locator {
    return this.#frame.locator("summary", { hasText: name });
  }

  button(name: string): Locator {
    return this.#frame.getByRole("button", { name, exact: true });
  }

  /** When the page began, when something was seen of it, and when the panel was, in milliseconds since 1970. */
  async paintedAtMs(): Promise<{ readonly page: number; readonly something: number; readonly panel: number }> {
    return this.root.evaluate(async () => {
      const { timeOrigin: page } = performance;
      for (;;) {
        const [panel] = performance.getEntriesByName("ackwise-painted");
        const [something] = performance.getEntriesByName("first-contentful-paint");
        if (panel !== undefined && something !== undefined)
          return { page, something: page + something.startTime, panel: page + panel.startTime };
        await new Promise((done) => setTimeout(done, 10));
      }
    });
  }

  get root(): Locator {
    return this.#frame.locator(".panel");
  }
}
