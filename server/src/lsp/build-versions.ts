import { BUILD_FILE_NAMES, buildProperties, kafkaVersionOfBuildFile } from "../core/config/build-version.js";
import type { OuterVersion } from "../core/config/version-in-use.js";

/** Folders between a file and its workspace folder that are looked at; in deeper trees, those nearest to the file. */
const MOST_FOLDERS = 16;

interface BuildFile {
  readonly uri: string;
  readonly text: string;
}

/** Finds the client release that the build files around a document bring. Remembers every file it has read. */
export class BuildVersions {
  readonly #readFile: (uri: string) => Promise<string | undefined>;
  readonly #read = new Map<string, Promise<BuildFile | undefined>>();

  constructor(readFile: (uri: string) => Promise<string | undefined>) {
    this.#readFile = readFile;
  }

  /** The answer of the build file nearest to the document, within its workspace folder. */
  async versionFor(documentUri: string, folderUri: string | undefined): Promise<OuterVersion | undefined> {
    const folders = foldersAbove(documentUri, folderUri);
    const uris = folders.flatMap((folder) => BUILD_FILE_NAMES.map((name) => `${folder}/${name}`));
    const found = await Promise.all(uris.map((uri) => this.#fileAt(uri)));
    const files = found.filter((file) => file !== undefined);
    const resolve = (name: string): string | undefined => propertyIn(files, name);
    for (const { uri, text } of files) {
      const version = kafkaVersionOfBuildFile(uri, text, resolve);
      if (version !== undefined) return { version, source: "build" };
    }
    return undefined;
  }

  /** Forgets a build file that changed. Returns whether it was one that has been looked at. */
  forget(uri: string): boolean {
    return this.#read.delete(uri);
  }

  #fileAt(uri: string): Promise<BuildFile | undefined> {
    const known = this.#read.get(uri);
    if (known !== undefined) return known;
    const reading = this.#readFile(uri).then((text) => (text === undefined ? undefined : { uri, text }));
    this.#read.set(uri, reading);
    return reading;
  }
}

/** A property such as `kafka.version` may stand in a parent's build file. */
function propertyIn(files: readonly BuildFile[], name: string): string | undefined {
  for (const { uri, text } of files) {
    const value = buildProperties(uri, text).get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/**
 * The folder of a document and those above it up to the workspace folder, nearest first; of a document outside of those its own folder.
 */
export function foldersAbove(documentUri: string, folderUri: string | undefined): readonly string[] {
  if (folderUri === undefined) return documentUri.includes("/") ? [parentOf(documentUri)] : [];
  const root = folderUri.replace(/\/+$/, "");
  const folders: string[] = [];
  let folder = parentOf(documentUri);
  while (folders.length < MOST_FOLDERS && (folder === root || folder.startsWith(`${root}/`))) {
    folders.push(folder);
    folder = parentOf(folder);
  }
  return folders;
}

function parentOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf("/")));
}
