import type { ServiceContext } from "../service/analysis.js";
import type { BuildVersions } from "./build-versions.js";
import type { ProjectFiles } from "./project-files.js";
import type { ScenarioFiles } from "./scenario-files.js";
import type { SettingsStore } from "./settings-store.js";
import type { WorkspaceFolders } from "./workspace-folders.js";

/** What stands outside each open document; the same object until something outside changes. */
export class DocumentContexts {
  readonly #folders: WorkspaceFolders;
  readonly #settings: SettingsStore;
  readonly #builds: BuildVersions;
  readonly #scenarios: ScenarioFiles;
  readonly #projects: ProjectFiles;
  readonly #ready = new Map<string, ServiceContext>();
  #generation = 0;

  constructor(
    folders: WorkspaceFolders,
    settings: SettingsStore,
    builds: BuildVersions,
    scenarios: ScenarioFiles,
    projects: ProjectFiles,
  ) {
    this.#projects = projects;
    this.#scenarios = scenarios;
    this.#folders = folders;
    this.#settings = settings;
    this.#builds = builds;
  }

  /** Without waiting, when everything is known: this is what a change of the text meets. */
  ready(uri: string): ServiceContext | undefined {
    return this.#ready.get(uri);
  }

  /** Collects what is not known yet, again if it changes meanwhile. */
  async load(uri: string): Promise<ServiceContext> {
    for (;;) {
      const known = this.#ready.get(uri);
      if (known !== undefined) return known;
      const generation = this.#generation;
      const folderUri = this.#folders.folderOf(uri);
      const [settings, buildVersion, scenarioFiles, project] = await Promise.all([
        this.#settings.settingsOf(folderUri),
        this.#builds.versionFor(uri, folderUri),
        this.#scenarios.filesFor(uri, folderUri),
        this.#projects.projectFor(uri, folderUri),
      ]);
      if (generation === this.#generation && !this.#ready.has(uri)) {
        this.#ready.set(uri, { settings, folderUri, buildVersion, scenarioFiles, project });
      }
    }
  }

  forget(uri: string): void {
    this.#ready.delete(uri);
  }

  /** Something outside has changed: everything is collected anew. */
  invalidate(): void {
    this.#generation++;
    this.#ready.clear();
  }
}
