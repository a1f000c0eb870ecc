// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FromPanel, ToPanel } from "../../../server/src/protocol/what-if-panel.js";
import { FORM, STATE, TEXTS } from "./panel-harness.js";

let said: FromPanel[];
let stored: unknown;

beforeEach(() => {
  said = [];
  stored = undefined;
  vi.resetModules();
  vi.stubGlobal("acquireVsCodeApi", () => ({
    postMessage: (message: FromPanel) => void said.push(message),
    getState: () => stored,
    setState: (state: unknown) => (stored = state),
  }));
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const OPEN: ToPanel = { kind: "open", state: STATE, form: FORM, texts: { ...TEXTS, simulating: "Simulating" } };

async function load(message: ToPanel): Promise<void> {
  await import("../../../client/webview/main.js");
  window.dispatchEvent(new MessageEvent("message", { data: message }));
}

test("the page says that it is ready, opens the panel, and says when it was seen", async () => {
  await load(OPEN);
  expect(said.slice(0, 2)).toMatchObject([{ kind: "ready" }, { kind: "run", number: 1 }]);
  expect(document.querySelectorAll(".panel")).toHaveLength(1);
  await vi.waitFor(() => expect(said.map(({ kind }) => kind)).toContain("painted"));
});

test("what the page itself remembers counts more than what it was opened with", async () => {
  stored = { ...STATE, changes: [{ key: "acks", value: "0" }] };
  await load(OPEN);
  expect(said).toContainEqual(expect.objectContaining({ kind: "run", changes: [{ key: "acks", value: "0" }] }));
});

test("but not what it remembers of another document", async () => {
  stored = { ...STATE, uri: "file:///other.properties", changes: [{ key: "acks", value: "0" }] };
  await load(OPEN);
  expect(said).toContainEqual(expect.objectContaining({ kind: "run", changes: [] }));
});
