import type { Locator, Page } from "playwright-core";

/** A menu or hover that is not there by then does not come any more. */
const APPEARS_MS = 3_000;

/**
 * Asks for the menu of code actions at the cursor unless it is there; says whether it is. VS Code closes the menu when markers of the file
 * arrive while it opens.
 */
export async function opensMenu(page: Page, firstAction: Locator): Promise<boolean> {
  if (!(await firstAction.isVisible())) await page.keyboard.press("Control+.");
  return appears(firstAction);
}

/**
 * Points at a token of a line unless a hover about it is open; says whether it is. A code lens that arrives moves the lines under the pointer: then the
 * hover is about another line, and the token is pointed at again.
 */
export async function opensHover(page: Page, tokens: Locator, hovers: Locator, token: string): Promise<boolean> {
  const about = hovers.filter({ hasText: token }).first();
  if (!(await about.isVisible())) {
    await page.mouse.move(0, 0);
    await tokens.filter({ hasText: token }).first().hover();
  }
  return appears(about);
}

function appears(what: Locator): Promise<boolean> {
  return what.waitFor({ timeout: APPEARS_MS }).then(
    () => true,
    () => false,
  );
}
