import { expect, test } from "vitest";
import { useSession } from "./harness/session.js";
import { START } from "./samples.js";

const session = useSession("glance");
const FILE = "producer.properties";
const TEXT = `${START}acks=1\ndelivery.timeout.ms=120000\n`;

test("hints behind values say what else there is to know", async () => {
  const window = await session.open({ [FILE]: TEXT });
  await expect.poll(() => window.visibleText()).toContain("enable.idempotence=false");
  await expect.poll(() => window.visibleText()).toMatch(/=\s2\smin/);
  await window.screenshot("inlay-hints");
});

test("two effective configurations in a diff editor", async () => {
  const window = await session.open({ [FILE]: TEXT });
  await window.cursorBehind(FILE, "acks=1");
  await window.command("Ackwise: Compare Effective Configuration with a Preset…");
  await window.pick("durable");
  const changed = window.page.locator(".monaco-diff-editor .modified-in-monaco-diff-editor .view-line", {
    hasText: "acks=",
  });
  await expect.poll(() => changed.first().innerText()).toMatch(/acks=(-1|all)/);
  await window.screenshot("compare-effective");
});
