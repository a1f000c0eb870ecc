import type { Page } from "playwright-core";

/** A row of the Problems panel that is a finding. */
export interface Problem {
  readonly message: string;
  readonly source: string;
  readonly code: string;
}

/** Reads all rows at once: between two questions the panel may have drawn them anew. */
const READ_PROBLEMS = `[...document.querySelectorAll(".markers-panel .monaco-list-row")]
  .filter((row) => row.querySelector(".marker-icon") !== null)
  .sort((one, other) => Number(one.dataset.index) - Number(other.dataset.index))
  .map((row) => {
    const text = (selector) => [...row.querySelectorAll(selector)].map((part) => part.innerText.trim()).join("\\n");
    return { message: text(".marker-message"), source: text(".marker-source"), code: text(".marker-code") };
  })`;

/** The findings that the open Problems panel shows. */
export async function readProblems(page: Page): Promise<readonly Problem[]> {
  return page.evaluate<Problem[]>(READ_PROBLEMS);
}

/** Drags the panel's upper edge until the panel is about so high (pixels). */
export async function shrinkPanel(page: Page, heightPx: number): Promise<void> {
  const panel = await page.locator(".part.panel").boundingBox();
  if (panel === null) throw new Error("the panel is not visible");
  const sashes = await page.locator(".monaco-sash.horizontal:not(.disabled)").all();
  const edges = (await Promise.all(sashes.map(async (sash) => sash.boundingBox()))).filter((box) => box !== null);
  const edge = edges.find((box) => Math.abs(box.y - panel.y) < 12 && box.width > panel.width / 2);
  if (edge === undefined) throw new Error("the panel has no edge to drag");
  const x = edge.x + edge.width / 3;
  const y = edge.y + edge.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + panel.height - heightPx, { steps: 5 });
  await page.mouse.up();
}
