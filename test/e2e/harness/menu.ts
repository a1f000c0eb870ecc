import type { Locator, Page } from "playwright-core";

/** A menu that is not there by then has been closed by VS Code. */
const MENU_LIMIT_MS = 3_000;

/**
 * Asks for the menu of code actions at the cursor unless it is there; says whether it is. VS Code closes the menu when markers of the file
 * arrive while it opens.
 */
export async function opensMenu(page: Page, firstAction: Locator): Promise<boolean> {
  if (!(await firstAction.isVisible())) await page.keyboard.press("Control+.");
  return firstAction.waitFor({ timeout: MENU_LIMIT_MS }).then(
    () => true,
    () => false,
  );
}
