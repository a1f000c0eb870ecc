import { join } from "node:path";
import type { CliIo } from "../io.js";

/** Directories that hold other people's files. */
const SKIPPED = new Set(["node_modules", ".git"]);

/** Every file below a directory, sorted, as absolute paths. Links to directories are not followed: they may run in circles. */
export async function filesBelow(io: CliIo, directory: string): Promise<readonly string[]> {
  const found: string[] = [];
  const pending = [directory];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const { name, kind } of await io.readDirectory(next)) {
      const path = join(next, name);
      if (kind === "file") found.push(path);
      else if (kind === "directory" && !SKIPPED.has(name)) pending.push(path);
    }
  }
  return found.sort();
}
