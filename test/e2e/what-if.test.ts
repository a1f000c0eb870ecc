import { expect, test } from "vitest";
import { WhatIfView } from "./harness/what-if-view.js";
import { toast } from "./harness/messages.js";
import { useSession } from "./harness/session.js";
import { CLEAN, NOT_KAFKA } from "./samples.js";

const session = useSession("what-if");
const FILE = "producer.properties";

test("a slider changes the answer; the change is applied to the file and undone in one step", async () => {
  const window = await session.open({ [FILE]: CLEAN });
  await window.cursorBehind(FILE, "linger.ms=20");
  await window.command("Ackwise: What if…");
  const view = new WhatIfView(window.page);
  await expect.poll(() => view.headline()).toMatch(/records\/s with a p99 latency of/);
  await view.slider("linger.ms").press("Home");
  await expect.poll(() => view.headline()).toMatch(/^With linger\.ms=0: /);
  await expect.poll(() => view.state.innerText()).toBe("Five runs");
  await view.button("Apply to File").click();
  await expect.poll(() => window.textBeside()).toContain("linger.ms=0");
  await expect.poll(() => view.number("linger.ms").inputValue()).toBe("0");
  await expect.poll(() => view.headline()).toMatch(/records\/s with a p99 latency of/);
  await window.page.locator(".view-line", { hasText: "linger.ms" }).first().click();
  await window.page.keyboard.press("Control+Z");
  await expect.poll(() => window.visibleText()).toContain("linger.ms=20");
  await expect.poll(() => view.number("linger.ms").inputValue()).toBe("20");
});

test("the line above the first setting says what a simulation comes to, and opens the panel", async () => {
  const window = await session.open({ [FILE]: CLEAN });
  const lens = window.page.locator(".codelens-decoration a", { hasText: /^Simulate · p99 .* · no loss$/ });
  await lens.click();
  await expect.poll(() => new WhatIfView(window.page).headline()).toMatch(/records\/s with a p99 latency of/);
});

test("a hover compares neighbouring values when they have been simulated", async () => {
  const window = await session.open({ [FILE]: CLEAN });
  await expect
    .poll(async () => {
      await window.page.mouse.move(0, 0);
      await window.hover("linger.ms");
      return window.hoverText();
    })
    .toMatch(/20 \(now\)/);
});

test("a panel that was hidden has what was tried when it is shown again", async () => {
  const window = await session.open({ [FILE]: CLEAN, "other.properties": NOT_KAFKA });
  await window.command("Ackwise: What if…");
  const view = new WhatIfView(window.page);
  await expect.poll(() => view.headline()).toMatch(/records\/s with a p99 latency of/);
  await view.slider("linger.ms").press("Home");
  await expect.poll(() => view.headline()).toMatch(/^With linger\.ms=0: /);
  await window.openFile("other.properties"); // In the group of the panel, which has the focus.
  await view.root.waitFor({ state: "detached" });
  await window.page.locator(".tab", { hasText: "What if: producer.properties" }).click();
  await expect.poll(() => view.headline()).toMatch(/^With linger\.ms=0: /);
  expect(await view.number("linger.ms").inputValue()).toBe("0");
});

test("the report is saved to a file that is chosen, and is a page of its own", async () => {
  const window = await session.open({ [FILE]: CLEAN });
  await window.command("Ackwise: What if…");
  const view = new WhatIfView(window.page);
  await expect.poll(() => view.headline()).toMatch(/records\/s with a p99 latency of/);
  await view.button("Save Report…").click();
  const path = window.page.locator(".quick-input-widget .quick-input-box input");
  await expect.poll(() => path.inputValue()).toMatch(/\/producer-what-if\.html$/);
  await window.page.keyboard.press("Enter");
  await expect.poll(() => toast(window.page)).toContain("The report was written to producer-what-if.html.");
  const page = await window.read("producer-what-if.html");
  expect(page).toMatch(/^<!doctype html>[^]*<h1[^]*records\/s with a p99 latency of[^]*<\/html>\s*$/i);
});

test("the panel is back after the window was loaded anew, with what was tried", { timeout: 120_000 }, async () => {
  const window = await session.open({ [FILE]: CLEAN, ".vscode/settings.json": "{}" });
  await window.command("Ackwise: What if…");
  const view = new WhatIfView(window.page);
  await expect.poll(() => view.headline()).toMatch(/records\/s with a p99 latency of/);
  await view.slider("linger.ms").press("Home");
  await view.list("Event").selectOption("leader-crash");
  await expect.poll(() => view.headline()).toMatch(/^The application stands still: .*With linger\.ms=0: /);
  await window.loadAnew("leader-crash");
  await view.root.waitFor();
  await expect.poll(() => view.number("linger.ms").inputValue()).toBe("0");
  expect(await view.list("Event").inputValue()).toBe("leader-crash");
  await expect.poll(() => view.headline()).toMatch(/^The application stands still: .*With linger\.ms=0: /);
});

test("a panel whose file is no configuration any more says so, and goes on when it is one again", async () => {
  const window = await session.open({ "orders.properties": CLEAN });
  await window.command("Ackwise: What if…");
  const view = new WhatIfView(window.page);
  await expect.poll(() => view.headline()).toMatch(/records\/s with a p99 latency of/);
  await window.page.locator(".view-line").first().click();
  await window.page.keyboard.press("Control+A");
  await window.page.keyboard.press("Delete");
  await expect.poll(() => view.root.innerText()).toContain("There is nothing to simulate.");
  expect(await view.root.innerText()).toContain("orders.properties is closed, or has no producer settings any more.");
  await view.button("Apply to File").waitFor({ state: "hidden" });
  await window.page.keyboard.press("Control+Z");
  await expect.poll(() => view.root.innerText()).not.toContain("There is nothing to simulate.");
  await expect.poll(() => view.headline()).toMatch(/records\/s with a p99 latency of/);
});

test("how soon the panel is seen", async () => {
  for (let i = 0; i < 3; i += 1) {
    const window = await session.open({ [FILE]: CLEAN });
    await window.page.locator(".codelens-decoration a").waitFor(); // The server has answered: it is not being started.
    await window.typeCommand("Ackwise: What if…");
    const startMs = Date.now();
    await window.page.keyboard.press("Enter");
    const { page, something, panel } = await new WhatIfView(window.page).paintedAtMs();
    expect([page, something, panel].toSorted((one, other) => one - other)[0]).toBeGreaterThan(startMs);
    const [begun, first, whole] = [page, something, panel].map((atMs) => Math.round(atMs - startMs));
    process.stdout.write(`what-if panel: page ${begun}, first paint ${first}, form ${whole} ms after the command\n`);
  }
});

test("the extension has logged no error", () => {
  expect(session.errors()).toEqual([]);
});
