import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** The root of the repository. */
export const ROOT = resolve(import.meta.dirname, "..", "..");

/** Every file that is committed or would be: what git knows and does not ignore. */
export function repositoryFiles(): readonly string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], { cwd: ROOT });
  return listed
    .toString("utf8")
    .split("\0")
    .filter((path) => path !== "");
}

/** A text of the repository; empty for files that are deleted and not yet committed. */
export function read(path: string): string {
  try {
    return readFileSync(resolve(ROOT, path), "utf8");
  } catch {
    return "";
  }
}
