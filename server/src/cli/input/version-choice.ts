import { problem, type Problem } from "../../core/messages/problem-texts.js";
import { dirname, join, resolve } from "node:path";
import { BUILD_FILE_NAMES, buildProperties, kafkaVersionOfBuildFile } from "../../core/config/build-version.js";
import type { SayCli } from "../../core/messages/cli-texts.js";
import { PROJECT_FILE_NAMES } from "../../core/project/project-file-name.js";
import type { OuterVersion, VersionInUse } from "../../core/config/version-in-use.js";
import { parseRelease, parseVersion, SUPPORTED } from "../../core/catalog/version.js";
import type { CliIo } from "../io.js";
import { decodeText } from "./decode.js";
import type { ProjectFiles } from "./project.js";
import { displayName, type InputText } from "./read-input.js";

/** The client version that counts for a file unless the file itself says another, and where that was found. */
export interface VersionChoice {
  readonly outer: OuterVersion | undefined;
  /** The project or build file. */
  readonly foundIn: string | undefined;
}

/** How many directories upwards build files are looked for. */
const MAX_LEVELS = 30;

/** What is wrong with a version somebody asked for. */
export function versionProblem(option: string, text: string): Problem {
  return problem("release", { option, text, ...SUPPORTED });
}

/** Finds the client version for files: `--kafka-version`, else the project file, else the build files above them; each directory is read once. */
export class VersionChooser {
  readonly #io: CliIo;
  readonly #projects: ProjectFiles;
  readonly #asked: OuterVersion | undefined;
  readonly #known = new Map<string, Promise<VersionChoice>>();

  constructor(io: CliIo, asked: string | undefined, projects: ProjectFiles) {
    this.#io = io;
    this.#projects = projects;
    const version = asked === undefined ? undefined : parseVersion(asked);
    this.#asked = version === undefined ? undefined : { version, source: "command-line" };
  }

  async choose(input: InputText): Promise<VersionChoice> {
    if (this.#asked !== undefined) return { outer: this.#asked, foundIn: undefined };
    const project = await this.#projects.of(input.path);
    const version = parseRelease(project?.config.kafkaVersion ?? "");
    if (version !== undefined) return { outer: { version, source: "project" }, foundIn: project?.file };
    const directory = input.path === undefined ? resolve(this.#io.cwd) : dirname(input.path);
    const known = this.#known.get(directory) ?? this.#search(directory);
    this.#known.set(directory, known);
    return known;
  }

  /** From the file's directory upwards to the root of the repository; a parent's properties fill a child's places. */
  async #search(start: string): Promise<VersionChoice> {
    const files = await this.#buildFilesAbove(start);
    const resolveName = (name: string): string | undefined => {
      for (const { properties } of files) if (properties.has(name)) return properties.get(name);
      return undefined;
    };
    for (const { path, text } of files) {
      const version = kafkaVersionOfBuildFile(path, text, resolveName);
      if (version !== undefined) return { outer: { version, source: "build" }, foundIn: displayName(this.#io, path) };
    }
    return { outer: undefined, foundIn: undefined };
  }

  async #buildFilesAbove(start: string): Promise<readonly BuildFile[]> {
    const files: BuildFile[] = [];
    let directory = start;
    for (let level = 0; level < MAX_LEVELS; level++) {
      for (const name of BUILD_FILE_NAMES) {
        const file = await this.#readBuildFile(join(directory, name));
        if (file !== undefined) files.push(file);
      }
      const parent = dirname(directory);
      if (parent === directory || (await this.#io.stat(join(directory, ".git"))) !== undefined) break;
      directory = parent;
    }
    return files;
  }

  async #readBuildFile(path: string): Promise<BuildFile | undefined> {
    if ((await this.#io.stat(path))?.kind !== "file") return undefined;
    const bytes = await this.#io.readFile(path).catch(() => undefined);
    if (bytes === undefined) return undefined;
    const { text } = decodeText(bytes);
    return { path, text, properties: buildProperties(path, text) };
  }
}

interface BuildFile {
  readonly path: string;
  readonly text: string;
  readonly properties: ReadonlyMap<string, string>;
}

/** Says where a version comes from, for people. */
export function originOf(version: VersionInUse, foundIn: string | undefined, say: SayCli): string {
  switch (version.source) {
    case "command-line":
      return "--kafka-version";
    case "file":
      return say("origin/file");
    case "settings":
      return say("origin/settings");
    case "build":
      return foundIn ?? say("origin/build");
    case "project":
      return foundIn ?? PROJECT_FILE_NAMES[0];
    case "latest":
      return say("origin/latest");
  }
}
