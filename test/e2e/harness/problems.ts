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
