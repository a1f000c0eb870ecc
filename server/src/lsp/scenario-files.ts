import { URI, Utils } from "vscode-uri";
import { isScenarioFileName } from "../core/config/scenario-file-name.js";
import { MOST_TRAFFIC_CHARACTERS, trafficPathIn, type TrafficFile } from "../core/simulation/scenario/traffic-file.js";
import { pathOf, type ScenarioFileText } from "../service/analysis.js";
import { foldersAbove } from "./build-versions.js";

/** More files in one folder are not read. */
const MOST_FILES = 20;

/** Finds the scenario files around a document, and the traffic files that they name. Remembers every folder it has looked into. */
export class ScenarioFiles {
  readonly #readFile: (uri: string) => Promise<string | undefined>;
  readonly #listFiles: (folderUri: string) => Promise<readonly string[]>;
  readonly #folders = new Map<string, Promise<readonly ScenarioFileText[]>>();
  /** The decoded paths of the traffic files that were looked for. */
  readonly #traffic = new Set<string>();

  constructor(
    readFile: (uri: string) => Promise<string | undefined>,
    listFiles: (folderUri: string) => Promise<readonly string[]>,
  ) {
    this.#readFile = readFile;
    this.#listFiles = listFiles;
  }

  /** Those of the nearest folder that has any, within the workspace folder. */
  async filesFor(documentUri: string, folderUri: string | undefined): Promise<readonly ScenarioFileText[]> {
    const folders = await Promise.all(
      foldersAbove(documentUri, folderUri).map((folder) => this.#filesIn(folder, folderUri ?? folder)),
    );
    return folders.find((files) => files.length > 0) ?? [];
  }

  /** Forgets everything when a scenario file or the traffic file of one changed. Returns whether the file was one. */
  forget(uri: string): boolean {
    if (!isScenarioFileName(uri) && !this.#traffic.has(pathOf(uri))) return false;
    this.#folders.clear();
    this.#traffic.clear();
    return true;
  }

  #filesIn(folder: string, root: string): Promise<readonly ScenarioFileText[]> {
    const name = JSON.stringify([root, folder]);
    const known = this.#folders.get(name) ?? this.#read(folder, root);
    this.#folders.set(name, known);
    return known;
  }

  async #read(folder: string, root: string): Promise<readonly ScenarioFileText[]> {
    const names = (await this.#listFiles(folder)).filter(isScenarioFileName).sort().slice(0, MOST_FILES);
    const files = await Promise.all(names.map((name) => this.#readScenario(folder, name, root)));
    return files.flatMap((file) => file ?? []);
  }

  async #readScenario(folder: string, name: string, root: string): Promise<ScenarioFileText | undefined> {
    const uri = `${folder}/${encodeURIComponent(name)}`;
    const text = await this.#readFile(uri);
    if (text === undefined) return undefined;
    const path = trafficPathIn(text);
    return path === undefined ? { uri, text } : { uri, text, traffic: await this.#readTraffic(folder, path, root) };
  }

  /** A repository's scenario has nothing read outside of the repository. */
  async #readTraffic(folder: string, path: string, root: string): Promise<TrafficFile> {
    const uri = uriBeside(folder, path);
    if (!isBelow(uri, root)) return { path, isOutside: true };
    this.#traffic.add(pathOf(uri));
    const text = await this.#readFile(uri);
    if (text === undefined || text.length <= MOST_TRAFFIC_CHARACTERS) return { path, text };
    return { path, sizeBytes: text.length };
  }
}

function isBelow(uri: string, root: string): boolean {
  const folder = URI.parse(root).toString().replace(/\/+$/, "");
  return URI.parse(uri).toString().startsWith(`${folder}/`);
}

/** The URI of a file by its path from a folder, or by its absolute path. */
function uriBeside(folder: string, path: string): string {
  const slashed = path.replaceAll("\\", "/");
  if (/^[a-z]:\//i.test(slashed))
    return URI.parse(folder)
      .with({ path: `/${slashed}` })
      .toString();
  return Utils.resolvePath(URI.parse(folder), slashed).toString();
}
