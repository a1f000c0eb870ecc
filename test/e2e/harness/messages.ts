import type { Locator, Page } from "playwright-core";

/** What the newest message of VS Code says. */
export async function toast(page: Page): Promise<string> {
  return (await page.locator(".notification-toast").first().innerText()).replaceAll("\u00a0", " ");
}

/** A button of a message. */
export function toastButton(page: Page, label: string): Locator {
  return page.locator(".notification-toast .monaco-button", { hasText: label });
}

/** The tab of an editor by the name of its file. */
export function tab(page: Page, name: string): Locator {
  return page.locator(`.tab[data-resource-name="${name}"]`);
}
