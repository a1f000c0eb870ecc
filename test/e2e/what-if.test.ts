import { expect, test } from "vitest";
import { WhatIfView } from "./harness/what-if-view.js";
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

test("the extension has logged no error", () => {
  expect(session.errors()).toEqual([]);
});
