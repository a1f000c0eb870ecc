import { expect, test } from "vitest";
import { useSession } from "./harness/session.js";
import { openWalkthrough, pictureText } from "./harness/walkthrough.js";
import { WhatIfView } from "./harness/what-if-view.js";
import type { Workbench } from "./harness/workbench.js";
import { MISSPELLED, START, TOO_SHORT } from "./samples.js";

/** What people see whose VS Code speaks Korean: build/e2e/screenshots/korean-<subject>-<theme>.png. */
const CALM = { "editor.fontSize": 13, "workbench.reduceMotion": "on", "editor.hover.above": false };
const session = useSession("korean-pictures", CALM, "ko");
const FILE = "producer.properties";
const HANGUL = /[\uac00-\ud7a3]/;

const THEMES = [
  ["dark", "Default Dark Modern", "vs-dark"],
  ["light", "Default Light Modern", "vs"],
] as const;

async function pictures(window: Workbench, name: string): Promise<void> {
  for (const [theme, setting, mark] of THEMES) {
    await window.writeSettings({ "workbench.colorTheme": setting });
    await window.page.locator(`.monaco-workbench.${mark}`).waitFor();
    await window.screenshot(`korean-${name}-${theme}`);
  }
}

test("hover, quick fixes and completion", async () => {
  const window = await session.open({ [FILE]: `${TOO_SHORT}acks=1\n`, ".vscode/settings.json": "{}" });
  await window.waitForSquiggle("error");
  await expect.poll(() => window.visibleText()).toMatch(/=\s1분/);
  await window.hover("linger.ms");
  await expect.poll(() => window.hoverText()).toMatch(/기본값[^]*지연 시간/);
  await pictures(window, "hover");
  await window.page.mouse.move(0, 0);
  await window.cursorBehind(FILE, "delivery.timeout.ms=6");
  expect(await window.quickFixes()).toContain("delivery.timeout.ms=240000 설정");
  await pictures(window, "fixes");
  await window.page.keyboard.press("Escape");
  await window.cursorBehind(FILE, "acks=1\n");
  await window.complete();
  await window.page.keyboard.press("Control+Space"); // The details beside the list.
  await window.page.locator(".suggest-details:visible", { hasText: HANGUL }).waitFor();
  await pictures(window, "completion");
});

test("the effective configuration, and two in a diff editor", async () => {
  const window = await session.open({ [FILE]: `${MISSPELLED}acks=1\n`, ".vscode/settings.json": "{}" });
  await window.waitForSquiggle("warning");
  await window.cursorBehind(FILE, "acks=1");
  await window.command("유효 설정 보기");
  await expect.poll(() => window.textBeside()).toMatch(HANGUL);
  await pictures(window, "effective");
  await window.command("유효 설정을 프리셋과 비교");
  await window.pick("내구성");
  await window.page.locator(".monaco-diff-editor .view-line", { hasText: "acks=" }).first().waitFor();
  await pictures(window, "compare");
});

test("the what-if panel", async () => {
  const window = await session.open({ [FILE]: `${START}acks=0\nlinger.ms=5\n`, ".vscode/settings.json": "{}" });
  await window.command("View: Close Primary Side Bar");
  await window.command("What-if…");
  const view = new WhatIfView(window.page);
  await view.list("이벤트").selectOption("rolling-restart");
  await view.list("acks").selectOption("all");
  await expect.poll(() => view.headline()).toMatch(/acks=all[^]*[가-힣]/);
  await expect.poll(() => view.state.innerText(), { timeout: 40_000 }).toBe("5회 실행");
  await window.page.mouse.move(0, 0);
  await pictures(window, "what-if");
});

test("the walkthrough", async () => {
  const window = await session.open({ "notes.txt": "nothing\n", ".vscode/settings.json": "{}" });
  await openWalkthrough(window, "Ackwise 시작하기");
  for (const [place, title] of [
    "클라이언트가 할 말",
    "설정을 가리키기",
    "시나리오 고르기",
    "What-if로",
    "터미널",
  ].entries()) {
    await window.page.locator(".getting-started-step", { hasText: title }).click();
    await expect.poll(() => pictureText(window)).toMatch(place === 4 ? /ackwise lint/ : HANGUL);
    await pictures(window, `walkthrough-${place + 1}`);
  }
});
