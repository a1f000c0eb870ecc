import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The text of a file of this machine; undefined when there is none. */
export async function readTextFile(uri: string): Promise<string | undefined> {
  if (!uri.startsWith("file:")) return undefined;
  try {
    return await readFile(fileURLToPath(uri), "utf8");
  } catch {
    return undefined; // Most folders have no build file; there is nothing to tell.
  }
}

/** The names of the files in a folder of this machine; undefined for folders elsewhere. */
export async function listFiles(folderUri: string): Promise<readonly string[] | undefined> {
  if (!folderUri.startsWith("file:")) return undefined;
  try {
    const entries = await readdir(fileURLToPath(folderUri), { withFileTypes: true });
    return entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map(({ name }) => name);
  } catch {
    return [];
  }
}
