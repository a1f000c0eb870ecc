import { isScenarioFileName } from "../core/config/scenario-file-name.js";
import type { ScenarioFileText } from "../service/analysis.js";
import { foldersAbove } from "./build-versions.js";

/** More files in one folder are not read. */
const MOST_FILES = 20;

/** Finds the scenario files around a document. Remembers every folder it has looked into. */
export class ScenarioFiles {
  readonly #readFile: (uri: string) => Promise<string | undefined>;
  readonly #listFiles: (folderUri: string) => Promise<readonly string[]>;
  readonly #folders = new Map<string, Promise<readonly ScenarioFileText[]>>();

  constructor(
    readFile: (uri: string) => Promise<string | undefined>,
    listFiles: (folderUri: string) => Promise<readonly string[]>,
  ) {
    this.#readFile = readFile;
    this.#listFiles = listFiles;
  }

  /** Those of the nearest folder that has any, within the workspace folder. */
  async filesFor(documentUri: string, folderUri: string | undefined): Promise<readonly ScenarioFileText[]> {
    const folders = await Promise.all(foldersAbove(documentUri, folderUri).map((folder) => this.#filesIn(folder)));
    return folders.find((files) => files.length > 0) ?? [];
  }

  /** Forgets everything when a scenario file changed. Returns whether the file was one. */
  forget(uri: string): boolean {
    if (!isScenarioFileName(uri)) return false;
    this.#folders.clear();
    return true;
  }

  #filesIn(folder: string): Promise<readonly ScenarioFileText[]> {
    const known = this.#folders.get(folder) ?? this.#read(folder);
    this.#folders.set(folder, known);
    return known;
  }

  async #read(folder: string): Promise<readonly ScenarioFileText[]> {
    const names = (await this.#listFiles(folder)).filter(isScenarioFileName).sort().slice(0, MOST_FILES);
    const files = names.map(async (name) => {
      const uri = `${folder}/${encodeURIComponent(name)}`;
      return { uri, text: await this.#readFile(uri) };
    });
    return (await Promise.all(files)).flatMap(({ uri, text }) => (text === undefined ? [] : { uri, text }));
  }
}
