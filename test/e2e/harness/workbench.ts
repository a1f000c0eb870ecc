import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { VIEWPORT } from "./browser.js";
import { opensHover, opensMenu } from "./menu.js";
import { readProblems, type Problem } from "./problems.js";
import { readStored } from "./stored.js";

export type Severity = "error" | "warning" | "info" | "hint";
/** The mark that VS Code sets when everything for the phase "restored" exists. */
const RESTORED = "code/didCreateWorkbenchContributions/3";

/** Where a test's files are: in a part of the folder that the window shows. */
export interface Place {
  readonly folder: string;
  /** A path in the folder; empty for the whole folder. */
  readonly part: string;
}

/** One VS Code window: what a person sees and does, with VS Code's selectors in this file only. */
export class Workbench {
  readonly page: Page;
  readonly place: Place;
  readonly #output: string;

  constructor(page: Page, place: Place, output: string) {
    this.page = page;
    this.place = place;
    this.#output = output;
  }

  /** Loads the window with one file open, and waits for its text and for the parts of VS Code that come late. */
  async load(url: string, file: string): Promise<void> {
    const { folder } = this.place;
    const uri = `vscode-remote://${new URL(url).host}${this.#onDisk(file)}`;
    const query = new URLSearchParams({ folder, payload: JSON.stringify([["openFile", uri]]) });
    await this.page.goto(`${url}/?${query.toString()}`);
    await this.#opened(file);
    // Among them what VS Code does on saving.
    await this.page.waitForFunction(`performance.getEntriesByName("${RESTORED}").length > 0`);
  }

  /**
   * Loads the window as it was left: without the address that opened a file.
   * @param remembered what VS Code must have written down of its editors before, which it does every few seconds
   */
  async loadAnew(remembered: string): Promise<void> {
    await expect.poll(() => readStored(this.page)).toContain(remembered);
    const { origin } = new URL(this.page.url());
    await this.page.goto(`${origin}/?${new URLSearchParams({ folder: this.place.folder }).toString()}`);
  }

  /** Opens a file by quick open. */
  async openFile(file: string): Promise<void> {
    const { part } = this.place;
    await this.page.keyboard.press("Control+P");
    await this.#input.fill(join(part, file));
    const name = this.page.locator(".label-name").filter({ hasText: exactly(fileName(file)) });
    const rows = this.page.locator(".quick-input-list .monaco-list-row").filter({ has: name });
    await (part === "" ? rows : rows.filter({ hasText: part })).click();
    await this.#opened(file);
  }

  /** Closes every editor, without saving, and what lies over them. */
  async closeEverything(): Promise<void> {
    await this.page.mouse.move(0, 0);
    await this.page.keyboard.press("Escape");
    await this.command("View: Close All Editors");
    const discard = this.page.locator(".monaco-dialog-box .monaco-button", { hasText: "Don't Save" });
    const empty = this.page.locator(".editor-group-container.empty");
    await discard.or(empty).first().waitFor();
    if (await discard.isVisible()) await discard.click();
    await empty.waitFor();
  }

  /** Runs a command by its title in the palette. */
  async command(title: string): Promise<void> {
    await this.typeCommand(title);
    await this.page.keyboard.press("Enter");
  }

  /** A command in the palette, one key away from running. */
  async typeCommand(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.#input.fill(`>${title}`);
    await this.page.locator(".quick-input-list .monaco-list-row.focused", { hasText: title }).waitFor();
  }

  /** Picks a row by its label from the list that a command has opened. */
  async pick(label: string): Promise<void> {
    const name = this.page.locator(".label-name").filter({ hasText: exactly(label) });
    await this.page.locator(".quick-input-list .monaco-list-row").filter({ has: name }).click();
  }

  /** The squiggles of a severity in the visible editor. */
  squiggles(severity: Severity): Locator {
    return this.page.locator(`.monaco-editor .squiggly-${severity}`);
  }

  async waitForSquiggle(severity: Severity): Promise<void> {
    await this.squiggles(severity).first().waitFor({ state: "attached" });
  }

  async waitForNoSquiggle(severity: Severity): Promise<void> {
    await this.squiggles(severity).first().waitFor({ state: "detached" });
  }

  /** Shows the Problems panel. */
  async showProblems(): Promise<void> {
    if (await this.page.locator(".markers-panel").isVisible()) return;
    await this.page.keyboard.press("Control+Shift+M");
    await this.page.locator(".markers-panel").waitFor();
  }

  /** The findings now listed in the Problems panel, of all files. */
  async problems(): Promise<readonly Problem[]> {
    await this.showProblems();
    return readProblems(this.page);
  }

  /** Selects the first file's row in the Problems panel, which stays open. */
  async selectFileInProblems(): Promise<void> {
    const row = this.page.locator(".markers-panel .monaco-list-row").first();
    await row.locator(".label-name").click();
    await row.and(this.page.locator("[aria-expanded=false]")).waitFor();
    await this.page.keyboard.press("ArrowRight");
  }

  /** The names of the files with findings in the Problems panel. */
  async filesWithProblems(): Promise<readonly string[]> {
    await this.showProblems();
    return this.page.locator(".markers-panel .resource-label-container .label-name").allInnerTexts();
  }

  /** Points at a key or a value in the first line that holds a text, and waits for the hover. */
  async hover(token: string, line: string = token): Promise<void> {
    const tokens = this.page.locator(".view-line").filter({ hasText: line }).first().locator("> span > span");
    await expect.poll(() => opensHover(this.page, tokens, this.#hovers, token)).toBe(true);
  }

  /** What the open hover says so far: its parts arrive one by one. */
  async hoverText(): Promise<string> {
    return (await this.#hovers.allInnerTexts()).join("\n");
  }

  /** Puts the cursor behind the first occurrence of a text in the saved file. */
  async cursorBehind(file: string, text: string): Promise<void> {
    const content = await this.read(file);
    const offset = content.indexOf(text);
    if (offset < 0) throw new Error(`${file} does not contain ${text}`);
    const before = content.slice(0, offset + text.length).split("\n");
    await this.cursorAt(before.length, (before.at(-1) ?? "").length + 1);
  }

  /** Lines and columns count from 1. */
  async cursorAt(line: number, column: number): Promise<void> {
    await this.page.keyboard.press("Control+G");
    await this.#input.fill(`:${line}:${column}`);
    await this.page.keyboard.press("Enter");
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  /** Asks for completion at the cursor and returns the list's visible rows. */
  async complete(): Promise<readonly string[]> {
    await this.page.keyboard.press("Control+Space");
    await this.#suggestions.first().waitFor();
    return (await this.#suggestions.locator(".label-name").allInnerTexts()).map((label) => label.trim());
  }

  /** Types on in the open list until the wanted row has the focus, and accepts it. */
  async accept(typed: string, label: string): Promise<void> {
    await this.page.keyboard.type(typed);
    const focused = this.page.locator(".suggest-widget.visible .monaco-list-row.focused .label-name");
    await focused.filter({ hasText: exactly(label) }).waitFor();
    await this.page.keyboard.press("Enter");
  }

  /** Opens the quick fix menu at the cursor and returns its titles. */
  async quickFixes(): Promise<readonly string[]> {
    // Before the light bulb is there, VS Code is still asking for the new cursor position and would close the menu again.
    await this.page.locator(".lightBulbWidget:visible, [class*=codicon-gutter-lightbulb]").first().waitFor();
    await expect.poll(() => opensMenu(this.page, this.#actions.first())).toBe(true);
    return (await this.#actions.allInnerTexts()).map((title) => title.trim());
  }

  /** Applies a quick fix at the cursor by its title. */
  async quickFix(title: string): Promise<void> {
    const titles = await this.quickFixes();
    if (!titles.includes(title)) throw new Error(`no quick fix "${title}", only: ${titles.join(" | ")}`);
    await this.#actions.filter({ hasText: exactly(title) }).click();
    await this.#actions.first().waitFor({ state: "hidden" });
  }

  /** Saves the active editor. VS Code takes the dirty mark off when saving begins: what is written must be polled. */
  async save(): Promise<void> {
    await this.page.keyboard.press("Control+S");
    await this.page.locator(".tab.active:not(.dirty)").waitFor();
  }

  /** Waits for the active editor to have changes that are not saved. */
  async waitForDirty(): Promise<void> {
    await this.page.locator(".tab.active.dirty").waitFor();
  }

  /** The names in the outline view, in its order. */
  async outline(): Promise<readonly string[]> {
    if (!(await this.page.locator(".outline-pane").isVisible())) await this.command("Explorer: Focus on Outline View");
    const rows = this.page.locator(".outline-pane .monaco-list-row");
    await rows.first().waitFor();
    return (await rows.locator(".label-name").allInnerTexts()).map((name) => name.trim());
  }

  /** The language's name in the status bar. */
  async languageName(): Promise<string> {
    return (await this.page.locator('[id="status.editor.mode"]').innerText()).trim();
  }

  /** Writes the workspace's settings to disk, as a person with another editor would; VS Code watches the file. */
  async writeSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    await writeFile(this.#onDisk(".vscode/settings.json"), JSON.stringify(settings));
  }

  /** The row of an extension in Running Extensions: its activation time, and the host it runs in. */
  async extensionHost(name: string): Promise<string> {
    await this.page.setViewportSize({ ...VIEWPORT, height: 3_000 }); // Rows out of sight do not exist; the slowest extension comes first.
    await this.command("Developer: Show Running Extensions");
    const row = this.page.locator(".runtime-extensions-editor .monaco-list-row", { hasText: name });
    await row.filter({ hasText: "Activation" }).waitFor();
    const text = await row.innerText();
    await this.page.setViewportSize(VIEWPORT);
    return text;
  }

  /** The visible lines of the active editor. */
  async visibleText(): Promise<string> {
    return this.#linesOf(this.page.locator(".editor-group-container.active"));
  }

  /** The visible lines of the editor beside the active one. */
  async textBeside(): Promise<string> {
    return this.#linesOf(this.page.locator(".editor-group-container:not(.active)"));
  }

  /** A file of the workspace as it is on disk. */
  async read(file: string): Promise<string> {
    return readFile(this.#onDisk(file), "utf8");
  }

  /** Keeps a picture of the window in build/e2e/screenshots. */
  async screenshot(name: string): Promise<string> {
    const folder = join(this.#output, "screenshots");
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  get #input(): Locator {
    return this.page.locator(".quick-input-widget .quick-input-box input");
  }

  get #hovers(): Locator {
    return this.page.locator(".monaco-hover:not(.hidden) .monaco-hover-content");
  }

  get #suggestions(): Locator {
    return this.page.locator(".suggest-widget.visible .monaco-list-row");
  }

  get #actions(): Locator {
    return this.page.locator(".action-widget .monaco-list-row.action");
  }

  #onDisk(file: string): string {
    return join(this.place.folder, this.place.part, file);
  }

  async #linesOf(group: Locator): Promise<string> {
    const lines = await group.locator(".view-line").allInnerTexts();
    return lines.map((line) => line.replaceAll("\u00a0", " ")).join("\n");
  }

  async #opened(file: string): Promise<void> {
    await this.page
      .locator(`.editor-group-container.active .tab.active[data-resource-name="${fileName(file)}"]`)
      .waitFor();
    await this.page.locator(".editor-group-container.active .monaco-editor .view-line").first().waitFor();
  }
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Playwright compares text after joining blanks; VS Code writes every blank of a line as a no-break space. */
function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`);
}
