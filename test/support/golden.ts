import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect } from "vitest";

/** Whether fixtures are rewritten in place of compared: `UPDATE=1 npx vitest run <test>`; never in CI. */
export const isUpdating: boolean = process.env["UPDATE"] === "1" && process.env["CI"] === undefined;

/** Compares a text with a fixture, or writes it there. Look at the difference before you commit it. */
export function expectGolden(path: string, text: string): void {
  if (isUpdating) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(existsSync(path), `${path} is missing: UPDATE=1 writes it`).toBe(true);
  expect(text, `${path} (UPDATE=1 rewrites it)`).toBe(readFileSync(path, "utf8"));
}
