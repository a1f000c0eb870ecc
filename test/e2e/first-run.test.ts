import { expect, test } from "vitest";
import { openWalkthrough, pictureText } from "./harness/walkthrough.js";
import { tab, toast, toastButton } from "./harness/messages.js";
import { useSession } from "./harness/session.js";
import { NOT_KAFKA } from "./samples.js";

const session = useSession("first-run");
/** Titles of the walkthrough's steps, each with a text of its picture. */
const STEPS = [
  ["See what the client would say", "Set delivery.timeout.ms to 240000"],
  ["Point at a setting", "Durability"],
  ["Choose client and scenario", "three-zones+leader-crash"],
  ["Ask what if", "with acks=all"],
  ["In a terminal and in CI", "ackwise lint"],
] as const;

test("the sample opens in memory: findings, scenario and project file count, and it can be changed", async () => {
  const window = await session.open({ "notes.txt": "nothing\n" });
  await window.command("Ackwise: Open the Sample");
  await tab(window.page, "producer.properties").waitFor();
  for (const name of ["broken-producer.properties", "peak.ackwise.yaml", ".ackwise.yaml"])
    await tab(window.page, name).waitFor();
  await window.waitForSquiggle("warning");
  await expect.poll(() => window.visibleText()).toContain("enable.idempotence=false");
  const lens = window.page.locator(".codelens-decoration a", { hasText: /^Simulate · p99 .* out of order/ });
  await lens.waitFor();
  await window.cursorAt(13, 3);
  await window.quickFix("Replace with linger.ms");
  await window.waitForDirty();
  await window.save();
  await expect.poll(() => window.visibleText()).toContain("\nlinger.ms=20");
});

test("without a configuration a command says what to open, and offers the sample", async () => {
  const window = await session.open({ "notes.txt": "nothing\n" });
  await window.command("Ackwise: Show Effective Configuration");
  await toastButton(window.page, "Open the Sample").click();
  await tab(window.page, "producer.properties").waitFor();
});

test("a command says why it is not for this file", async () => {
  const window = await session.open({ "application.properties": NOT_KAFKA });
  await window.command("Ackwise: What if…");
  await expect.poll(() => toast(window.page)).toContain("application.properties has no producer settings");
});

test("the walkthrough shows its steps and pictures, and its first button opens the sample", async () => {
  const window = await session.open({ "notes.txt": "nothing\n" });
  await openWalkthrough(window, "Get Started with Ackwise");
  for (const [title, shown] of STEPS) {
    await window.page.locator(".getting-started-step", { hasText: title }).click();
    await expect.poll(() => pictureText(window)).toContain(shown);
    await window.screenshot(`walkthrough-${title}`);
  }
  await window.page.locator(".getting-started-step", { hasText: STEPS[0][0] }).click();
  await window.page.locator(".getting-started-step .monaco-button", { hasText: "Open the Sample" }).click();
  await tab(window.page, "producer.properties").waitFor();
});

test("the extension has logged no error", () => {
  expect(session.errors()).toEqual([]);
});
