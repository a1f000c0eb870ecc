import { type Problem } from "../../core/messages/problem-texts.js";
import { dirname, join, relative, resolve, sep } from "node:path";
import { matchesAnyGlob } from "../../core/config/glob.js";
import { PROJECT_FILE_NAMES } from "../../core/project/project-file-name.js";
import { lintProject } from "../../core/project/project-lint.js";
import type { ProjectConfig } from "../../core/project/read-project.js";
import type { Profile } from "../../core/rules/profiles.js";
import type { CliIo } from "../io.js";
import { messagesOf } from "../language.js";
import { isProblem, readInput } from "./read-input.js";

/** A project file that counts for a file. */
export interface ProjectInUse {
  /** As people see it. */
  readonly file: string;
  readonly path: string;
  readonly config: ProjectConfig;
}

/** What is wrong with a project file. */
export interface ProjectProblem {
  readonly path: string;
  readonly problem: Problem;
}

/** How rules are to be run: the profile that the command line asks for is stronger. */
export function ruleOptions(
  project: ProjectInUse | undefined,
  asked?: Profile,
): { readonly profile: Profile; readonly levels: ProjectConfig["rules"] } {
  return { profile: asked ?? project?.config.profile ?? "default", levels: project?.config.rules ?? {} };
}

/** Finds the project file of each file: the nearest one up to the root of the repository. Each directory is looked into once. */
export class ProjectFiles {
  readonly #io: CliIo;
  readonly #known = new Map<string, Promise<ProjectInUse | undefined>>();
  readonly #problems: ProjectProblem[] = [];

  constructor(io: CliIo) {
    this.#io = io;
  }

  /** Mistakes in the project files that have been asked for. */
  get problems(): readonly ProjectProblem[] {
    return this.#problems;
  }

  /** For a file, or for standard input, which counts as a file of the working directory. */
  of(path: string | undefined): Promise<ProjectInUse | undefined> {
    return this.ofDirectory(path === undefined ? resolve(this.#io.cwd) : dirname(path));
  }

  ofDirectory(directory: string): Promise<ProjectInUse | undefined> {
    const known = this.#known.get(directory) ?? this.#search(directory);
    this.#known.set(directory, known);
    return known;
  }

  /** Whether the project says that a file is read whatever it is called. */
  async includes(path: string): Promise<boolean> {
    return this.#lists(path, "include");
  }

  /** Whether the project says that a file is left out. */
  async excludes(path: string): Promise<boolean> {
    return this.#lists(path, "exclude");
  }

  async #lists(path: string, list: "include" | "exclude"): Promise<boolean> {
    const project = await this.of(path);
    if (project === undefined) return false;
    const near = relative(dirname(project.path), path).split(sep).join("/");
    return matchesAnyGlob(project.config.files[list], near);
  }

  async #search(directory: string): Promise<ProjectInUse | undefined> {
    for (const name of PROJECT_FILE_NAMES) {
      const path = join(directory, name);
      if ((await this.#io.stat(path))?.kind === "file") return this.#read(path);
    }
    const parent = dirname(directory);
    const isRoot = parent === directory || (await this.#io.stat(join(directory, ".git"))) !== undefined;
    return isRoot ? undefined : this.ofDirectory(parent);
  }

  async #read(path: string): Promise<ProjectInUse | undefined> {
    const input = await readInput(this.#io, path);
    if (isProblem(input)) {
      this.#problems.push({ path, problem: input.problem });
      return undefined;
    }
    const { file } = input;
    const { document, findings } = lintProject(input.text, messagesOf(this.#io));
    for (const { span, message } of findings) {
      const { line, character } = document.lines.positionAt(span.start);
      this.#problems.push({ path, problem: `${file}:${line + 1}:${character + 1}: ${message}` });
    }
    return { file, path, config: document.project };
  }
}
