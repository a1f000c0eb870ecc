import type { Workbench } from "./workbench.js";

/** Opens a walkthrough by its title. */
export async function openWalkthrough(window: Workbench, title: string): Promise<void> {
  await window.command("Welcome: Open Walkthrough...");
  await window.page.locator(".quick-input-widget .quick-input-box input").fill(title);
  await window.page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
  await window.page.locator(".getting-started-step").first().waitFor();
}

/** The texts of the picture beside the step. */
export async function pictureText({ page }: Workbench): Promise<string> {
  const picture = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame").locator("svg").first();
  return (await picture.textContent()) ?? "";
}
