import { isProjectFileName, PROJECT_FILE_NAMES } from "../core/project/project-file-name.js";
import { readProjectText } from "../core/project/read-project.js";
import type { ProjectInUse } from "../service/analysis.js";
import { foldersAbove } from "./build-versions.js";

/** Finds the project file of each document. Remembers every file it has looked for; one that is open is read as it is in the editor. */
export class ProjectFiles {
  readonly #readFile: (uri: string) => Promise<string | undefined>;
  readonly #read = new Map<string, Promise<ProjectInUse | undefined>>();

  constructor(readFile: (uri: string) => Promise<string | undefined>) {
    this.#readFile = readFile;
  }

  /** The nearest one within the workspace folder. */
  async projectFor(documentUri: string, folderUri: string | undefined): Promise<ProjectInUse | undefined> {
    const folders = foldersAbove(documentUri, folderUri);
    const uris = folders.flatMap((folder) => PROJECT_FILE_NAMES.map((name) => `${folder}/${name}`));
    const found = await Promise.all(uris.map((uri) => this.#fileAt(uri)));
    return found.find((project) => project !== undefined);
  }

  /** Forgets a project file that changed. Returns whether the file was one. */
  forget(uri: string): boolean {
    if (!isProjectFileName(uri)) return false;
    this.#read.delete(uri);
    return true;
  }

  /** Looks at a project file again while somebody edits it. Returns whether it says something else to those who have asked for it. */
  async reread(uri: string): Promise<boolean> {
    const known = this.#read.get(uri);
    if (known === undefined) return false;
    this.#read.delete(uri);
    const [before, after] = await Promise.all([known, this.#fileAt(uri)]);
    return JSON.stringify(before?.config) !== JSON.stringify(after?.config);
  }

  #fileAt(uri: string): Promise<ProjectInUse | undefined> {
    const known = this.#read.get(uri);
    if (known !== undefined) return known;
    const reading = this.#readFile(uri).then((text) =>
      text === undefined ? undefined : { uri, config: readProjectText(text).project },
    );
    this.#read.set(uri, reading);
    return reading;
  }
}
