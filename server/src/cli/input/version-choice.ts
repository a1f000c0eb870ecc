import { dirname, join, resolve } from "node:path";
import { BUILD_FILE_NAMES, buildProperties, kafkaVersionOfBuildFile } from "../../core/config/build-version.js";
import type { SayCli } from "../../core/messages/cli-texts.js";
import type { OuterVersion, VersionInUse } from "../../core/config/version-in-use.js";
import { parseVersion } from "../../core/catalog/version.js";
import type { CliIo } from "../io.js";
import { decodeText } from "./decode.js";
import { displayName, type InputText } from "./read-input.js";

/** The client version that counts for a file unless the file itself says another, and the build file that said so. */
export interface VersionChoice {
  readonly outer: OuterVersion | undefined;
  readonly buildFile: string | undefined;
}

/** How many directories upwards build files are looked for. */
const MAX_LEVELS = 30;

/** What is wrong with a version somebody asked for. */
export function versionProblem(option: string, text: string): string {
  return `${option} ${text}: no Kafka client release that Ackwise knows, expected 2.1 to 4.3, such as 3.9 or 3.9.1`;
}

/** Finds the client version for files: `--kafka-version`, else the build files above them; each directory is read once. */
export class VersionChooser {
  readonly #io: CliIo;
  readonly #asked: OuterVersion | undefined;
  readonly #known = new Map<string, Promise<VersionChoice>>();

  constructor(io: CliIo, asked: string | undefined) {
    this.#io = io;
    const version = asked === undefined ? undefined : parseVersion(asked);
    this.#asked = version === undefined ? undefined : { version, source: "command-line" };
  }

  choose(input: InputText): Promise<VersionChoice> {
    if (this.#asked !== undefined) return Promise.resolve({ outer: this.#asked, buildFile: undefined });
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
      if (version !== undefined) return { outer: { version, source: "build" }, buildFile: displayName(this.#io, path) };
    }
    return { outer: undefined, buildFile: undefined };
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
export function originOf(version: VersionInUse, buildFile: string | undefined, say: SayCli): string {
  switch (version.source) {
    case "command-line":
      return "--kafka-version";
    case "file":
      return say("origin/file");
    case "settings":
      return say("origin/settings");
    case "build":
      return buildFile ?? say("origin/build");
    case "latest":
      return say("origin/latest");
  }
}
