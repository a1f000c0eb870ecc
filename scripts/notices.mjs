// The licence texts of the packages that esbuild has put into bundles: MIT, ISC and BlueOak ask for them in every copy.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

const LICENCE_FILE = /^(?:licen[cs]e|copying)(?:[.-].*)?$/i;

/**
 * The folders of the packages in bundles, sorted.
 * @param {readonly import("esbuild").Metafile[]} metafiles
 */
export function packageFolders(metafiles) {
  const bundled = metafiles
    .flatMap(({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs)))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([path]) => /^.*[\\/]?node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(path)?.[0] ?? []);
  return [...new Set(bundled)].sort();
}

/**
 * One text with the name, release and licence of each package. Throws when a package brings no licence text.
 * @param {readonly import("esbuild").Metafile[]} metafiles
 */
export async function noticesOf(metafiles) {
  const notices = await Promise.all(packageFolders(metafiles).map((folder) => noticeOf(folder)));
  const texts = [...new Map(notices.map((notice) => [notice.title, notice])).values()];
  const parts = texts.map(({ title, text }) => `${"=".repeat(80)}\n${title}\n\n${text.trim()}\n`);
  return `Ackwise contains the following packages.\n\n${parts.join("\n")}`;
}

async function noticeOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((candidate) => LICENCE_FILE.test(candidate));
  if (file === undefined) throw new Error(`notices: ${folder} has no licence text`);
  const text = (await readFile(join(folder, file), "utf8")).replaceAll("\r\n", "\n");
  return { title: `${name} ${version} (${license})`, text };
}
