import { expect, test } from "vitest";
import { tab } from "./harness/messages.js";
import { useSession } from "./harness/session.js";
import { WhatIfView } from "./harness/what-if-view.js";
import { CLEAN, NOT_KAFKA, START, TOO_SHORT } from "./samples.js";

/** The extension's browser entry in VS Code's web worker host, as on a page without any server of its own. */
const session = useSession("web-host", { "remote.extensionKind": { "ackwise.ackwise": ["web"] } });
const FILE = "producer.properties";

test("the extension runs in the web worker host", async () => {
  const window = await session.open({ [FILE]: TOO_SHORT });
  await window.waitForSquiggle("error");
  expect(await window.extensionHost("Ackwise")).toContain("web worker");
});

test("a mistake is found, and a file that is not Kafka's stays quiet", async () => {
  const window = await session.open({ "application.properties": NOT_KAFKA, [FILE]: TOO_SHORT });
  await window.openFile(FILE);
  await window.waitForSquiggle("error");
  await expect.poll(() => window.problems()).toMatchObject([{ source: "ackwise", code: "delivery-timeout-too-short" }]);
  await expect.poll(() => window.filesWithProblems()).toEqual([FILE]);
});

test("hover, completion and quick fix", async () => {
  const window = await session.open({ [FILE]: TOO_SHORT });
  await window.waitForSquiggle("error");
  await window.hover("linger.ms");
  await expect.poll(() => window.hoverText()).toContain("Default in Kafka");
  await window.cursorBehind(FILE, "delivery.timeout.ms=6");
  await window.quickFix("Set delivery.timeout.ms to 240000");
  await window.waitForNoSquiggle("error");
  await window.save();
  await expect.poll(() => window.read(FILE)).toContain("delivery.timeout.ms=240000");

  const next = await session.open({ [FILE]: START });
  await next.cursorBehind(FILE, START);
  await next.complete();
  await next.accept("linger", "linger.ms");
  expect(await next.visibleText()).toContain("\nlinger.ms=");
});

test("simulations run in a worker of the server's worker", async () => {
  const window = await session.open({ [FILE]: CLEAN });
  await window.cursorBehind(FILE, "linger.ms=20");
  await window.command("Ackwise: What if…");
  const view = new WhatIfView(window.page);
  await expect.poll(() => view.headline()).toMatch(/records\/s with a p99 latency of/);
  await view.slider("linger.ms").press("Home");
  await expect.poll(() => view.headline()).toMatch(/^With linger\.ms=0: /);
});

test("the sample opens in memory, with its scenario", async () => {
  const window = await session.open({ "notes.txt": "nothing\n" });
  await window.command("Ackwise: Open the Sample");
  await tab(window.page, "producer.properties").waitFor();
  await window.waitForSquiggle("warning");
  await window.page.locator(".codelens-decoration a", { hasText: /^Simulate · p99 .* out of order/ }).waitFor();
});

test("recorded traffic is read from a file of the workspace", async () => {
  const scenario = "durationMs: 1 s\nworkload: { arrivals: { kind: recorded, csvFile: data/traffic.csv } }\n";
  const traffic = Array.from({ length: 50 }, (_, at) => `${at * 20},${400 + at}\n`).join("");
  const window = await session.open({ [FILE]: CLEAN, "load.ackwise.yaml": scenario, "data/traffic.csv": traffic });
  await window.cursorBehind(FILE, "linger.ms=20");
  await window.command("Ackwise: What if…");
  const view = new WhatIfView(window.page);
  await expect
    .poll(() => view.headline())
    .toMatch(/^No record is lost, doubled or out of order: 50\.0 records\/s with a p99 latency of/);
  await expect.poll(() => view.root.innerText()).toContain("data/traffic.csv");
});

test("the extension has logged no error", () => {
  expect(session.errors()).toEqual([]);
});
