import { beforeEach, expect, test, vi } from "vitest";
import type { WebviewPanel } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { FromPanel, ToPanel } from "../../../server/src/protocol/what-if-panel.js";
import { WHAT_IF_FORM_REQUEST } from "../../../server/src/protocol/what-if.js";
import { EventEmitter, FakeClient, State } from "./fake-vscode.js";

const commands: string[] = [];
const nothing = (): { dispose(): void } => ({ dispose: () => undefined });

vi.mock("vscode", () => ({
  EventEmitter,
  CancellationTokenSource: class {
    readonly token = { isCancellationRequested: false };
    cancel(): void {
      this.token.isCancellationRequested = true;
    }
    dispose(): void {}
  },
  commands: { executeCommand: (id: string) => Promise.resolve(void commands.push(id)) },
  l10n: { t: (text: string) => text },
  Uri: { parse: (text: string) => ({ path: text, toString: () => text }) },
  window: {},
  workspace: {
    onDidChangeTextDocument: nothing,
    onDidSaveTextDocument: nothing,
    openTextDocument: () => Promise.resolve({}),
  },
}));
vi.mock("vscode-languageclient", () => ({ State, WorkDoneProgress: { type: {} } }));
const { ServerLink } = await import("../../../client/src/server-link.js");
const { WhatIfPanel } = await import("../../../client/src/what-if-panel.js");

const URI = "file:///p.properties";
const FORM = { uri: URI, fields: [{ key: "acks" }] };

type Say = (message: FromPanel) => Promise<void>;

class Page {
  readonly heard: ToPanel[] = [];
  readonly client = new FakeClient();
  readonly link = new ServerLink();
  #say: Say = () => Promise.resolve();

  constructor() {
    this.client.answer = (method) => Promise.resolve(method === WHAT_IF_FORM_REQUEST ? FORM : null);
    this.link.follow(this.client as unknown as BaseLanguageClient);
    const webview = {
      onDidReceiveMessage: (listener: Say) => {
        this.#say = listener;
        return nothing();
      },
      postMessage: (message: ToPanel) => Promise.resolve(this.heard.push(message)),
    };
    const state = { uri: URI, changes: [], variants: [] };
    new WhatIfPanel({ webview } as unknown as WebviewPanel, state, this.link, () => undefined);
  }

  say(message: FromPanel): Promise<void> {
    return this.#say(message);
  }

  /** What the page shows now: the last message that decides it. */
  get shows(): unknown {
    const last = this.heard.findLast(({ kind }) => ["form", "nothing", "server", "open"].includes(kind));
    return last?.kind === "server"
      ? last.state
      : last?.kind === "open" && last.form.fields.length > 0
        ? "form"
        : last?.kind;
  }
}

const RUN: FromPanel = { kind: "run", number: 1, changes: [], variants: [], quick: true };

beforeEach(() => {
  commands.length = 0;
});

test("B2 a panel that is restored before the server runs says so, and goes on when it does", async () => {
  const page = new Page();
  await page.say({ kind: "ready" });
  expect(page.shows).toBe("starting");
  await page.client.run();
  await expect.poll(() => page.shows).toBe("form");
});

test("B2 a server that begins to run while the page is loaded is not missed", async () => {
  const page = new Page();
  await page.client.run(); // The panel's first question was asked before, and has no other answer than "starting".
  await page.say({ kind: "ready" });
  await expect.poll(() => page.shows).toBe("form");
});

test("B2 a server that begins to run between question and answer of the page is not missed", async () => {
  const page = new Page();
  const opening = page.say({ kind: "ready" });
  await page.client.run();
  await opening;
  await expect.poll(() => page.shows).toBe("form");
});

test("M13 a server that has ended is seen at once, whatever is tried, and can be restarted", async () => {
  const page = new Page();
  await page.client.run();
  await page.say({ kind: "ready" });
  await expect.poll(() => page.shows).toBe("form");
  page.client.become(State.Stopped);
  await expect.poll(() => page.shows).toBe("stopped");
  for (const message of [RUN, { kind: "apply", changes: [] } as const]) {
    page.heard.length = 0;
    await page.say(message);
    expect(page.heard).toEqual([{ kind: "server", state: "stopped" }]);
  }
  await page.say({ kind: "restart" });
  await page.say({ kind: "output" });
  expect(commands).toEqual(["ackwise.restartServer", "ackwise.showOutput"]);
  await page.client.run();
  await expect.poll(() => page.shows).toBe("form");
});

test("M13 requests that fail because the server is ending are no errors of the question", async () => {
  const page = new Page();
  await page.client.run();
  await page.say({ kind: "ready" });
  page.client.answer = () => {
    page.client.become(State.Stopped);
    return Promise.reject(new Error("Client is not running"));
  };
  for (const message of [RUN, { kind: "apply", changes: [] } as const]) await page.say(message);
  expect(JSON.stringify(page.heard)).not.toContain("Client is not running");
  expect(page.shows).toBe("stopped");
});
