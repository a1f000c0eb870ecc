import { expect, test } from "vitest";
import { useSession } from "./harness/session.js";
import { WhatIfView } from "./harness/what-if-view.js";
import { START } from "./samples.js";

/** Pictures of the what-if panel as it is: build/e2e/screenshots/what-if-<subject>-<theme>.png. */
const CALM = {
  "breadcrumbs.enabled": false,
  "editor.fontSize": 12,
  "editor.lineHeight": 19,
  "editor.minimap.enabled": false,
  "editor.renderLineHighlight": "none",
  "window.commandCenter": false,
  "workbench.activityBar.location": "hidden",
  "workbench.layoutControl.enabled": false,
  "workbench.reduceMotion": "on",
  "workbench.statusBar.visible": false,
};
const session = useSession("what-if-pictures", CALM);
const FILE = "producer.properties";

/** A file, what happens, and the change that is tried. */
const SUBJECTS = {
  healthy: {
    text: `${START}acks=all\nlinger.ms=5\nbatch.size=16384\n`,
    event: "calm",
    key: "compression.type",
    value: "zstd",
  },
  lossy: { text: `${START}acks=0\nlinger.ms=5\n`, event: "rolling-restart", key: "acks", value: "all" },
  "leader-crash": {
    text: `${START}linger.ms=5\nrequest.timeout.ms=2000\ndelivery.timeout.ms=5000\n`,
    event: "leader-crash",
    key: "delivery.timeout.ms",
    value: "30000",
  },
} as const;

const THEMES = [
  ["light", "Default Light Modern", "vs"],
  ["dark", "Default Dark Modern", "vs-dark"],
  ["high-contrast", "Default High Contrast", "hc-black"],
] as const;

test.each(Object.keys(SUBJECTS) as (keyof typeof SUBJECTS)[])("%s", async (subject) => {
  const { text, event, key, value } = SUBJECTS[subject];
  const window = await session.open({ [FILE]: text, ".vscode/settings.json": "{}" });
  await window.command("View: Close Primary Side Bar");
  await window.command("Ackwise: What if…");
  const view = new WhatIfView(window.page);
  await expect.poll(() => view.headline()).not.toBe("");
  if (event !== "calm") await view.list("Event").selectOption(event);
  if (key === "delivery.timeout.ms") {
    await view.group("Time and retries").click();
    await view.number(key).fill(value);
    await view.number(key).press("Enter");
  } else await view.list(key).selectOption(value);
  await expect.poll(() => view.headline()).toContain(`${key}=${value}`);
  await expect.poll(() => view.state.innerText(), { timeout: 40_000 }).toBe("Five runs");
  await window.page.mouse.move(0, 0);
  for (const [name, theme, mark] of THEMES) {
    await window.writeSettings({ "workbench.colorTheme": theme });
    await window.page.locator(`.monaco-workbench.${mark}`).waitFor();
    await window.screenshot(`what-if-${subject}-${name}`);
  }
});
