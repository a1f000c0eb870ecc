// What the scripts share: running Node programs of the repository, one after the other, with their output passed on.
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";

export const REPOSITORY = resolve(import.meta.dirname, "..");

/** Programs of the dependencies by the path of their entry file: no shell, no npx, the same on every platform. */
export const TOOLS = {
  tsc: join("node_modules", "typescript", "bin", "tsc"),
  eslint: join("node_modules", "eslint", "bin", "eslint.js"),
  prettier: join("node_modules", "prettier", "bin", "prettier.cjs"),
  vitest: join("node_modules", "vitest", "vitest.mjs"),
};

/** Runs a Node program in the repository and returns its exit code; a program that a signal ended has failed. */
export function runNode(args, options = {}) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: REPOSITORY, stdio: "inherit", ...options });
  if (error !== undefined) process.stderr.write(`${error.message}\n`);
  return status ?? 1;
}
