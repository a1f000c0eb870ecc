import { problem, type Problem } from "../../core/messages/problem-texts.js";
import { relative, resolve, sep } from "node:path";
import { recogniseDialect } from "../../core/dialects/dialects.js";
import { isProjectFileName } from "../../core/project/project-file-name.js";
import { isScenarioFileName } from "../../core/config/scenario-file-name.js";
import type { CliIo } from "../io.js";
import { LONGEST_GLOB_CHARACTERS } from "../../core/config/glob.js";
import { isGlob, parseGlob } from "./glob.js";
import type { ProjectFiles } from "./project.js";
import { displayName, isProblem, readInput, type InputText } from "./read-input.js";
import { filesBelow } from "./walk.js";

/** Everything a command was asked to look at, and what of it cannot be read. */
export interface CollectedInputs {
  readonly inputs: readonly InputText[];
  readonly problems: readonly Problem[];
}

/** What a command can do something with besides producer configurations that are recognised. */
export interface WantedInputs {
  /** Files of any kind: `--dialect` says how to read them. */
  readonly anyDialect: boolean;
  /** Scenario and project files. */
  readonly schemaFiles?: boolean;
  readonly projects: ProjectFiles;
}

/** How much of a long pattern is shown. */
const SHOWN_PATTERN = 60;

/** File name endings a dialect may recognise: other files are not even opened when a directory is searched. */
const CANDIDATES = /\.properties$/i;

/** Reads files, directories, patterns and `-`; each file once, in the order of the arguments. */
export async function collectInputs(
  io: CliIo,
  names: readonly string[],
  wanted: WantedInputs,
): Promise<CollectedInputs> {
  const inputs = new Map<string, InputText>();
  const problems: Problem[] = [];
  for (const name of names) {
    const collected = await collectOne(io, name, wanted);
    problems.push(...collected.problems);
    for (const input of collected.inputs) if (!inputs.has(input.file)) inputs.set(input.file, input);
  }
  return { inputs: [...inputs.values()], problems };
}

async function collectOne(io: CliIo, name: string, wanted: WantedInputs): Promise<CollectedInputs> {
  if (name === "") return { inputs: [], problems: [problem("empty-name")] };
  const found = name === "-" ? undefined : await io.stat(resolve(io.cwd, name));
  if (found?.kind === "directory") return searchDirectory(io, name, wanted);
  if (found === undefined && isGlob(name)) return searchPattern(io, name, wanted);
  const input = await readInput(io, name);
  if (isProblem(input)) return { inputs: [], problems: [input.problem] };
  if (await isReadable(input, wanted)) return { inputs: [input], problems: [] };
  return { inputs: [], problems: [problem("other-kind", { file: input.file })] };
}

/** Only what a dialect recognises; whether a file in a directory can be read is the file's own affair. */
async function searchDirectory(io: CliIo, name: string, wanted: WantedInputs): Promise<CollectedInputs> {
  const path = resolve(io.cwd, name);
  const files = await filesBelow(io, path);
  const hasProject = files.some(isProjectFileName) || (await wanted.projects.ofDirectory(path)) !== undefined;
  const candidates = hasProject
    ? await candidatesOfProjects(files, wanted)
    : files.filter((file) => isCandidate(file, wanted));
  const { inputs, problems } = await readAll(io, candidates);
  const recognised: InputText[] = [];
  for (const input of inputs) {
    const { file, text } = input;
    const isWanted = isSchemaFile(file, wanted) || recogniseDialect(file, text) !== undefined;
    if (isWanted || (hasProject && (await isIncluded(input, wanted)))) recognised.push(input);
  }
  if (recognised.length > 0 || problems.length > 0) return { inputs: recognised, problems };
  return { inputs: [], problems: [problem("no-configuration", { file: displayName(io, path) })] };
}

async function searchPattern(io: CliIo, pattern: string, wanted: WantedInputs): Promise<CollectedInputs> {
  if (pattern.length > LONGEST_GLOB_CHARACTERS) return { inputs: [], problems: [longPattern(pattern)] };
  const { base, matches } = parseGlob(pattern);
  const directory = resolve(io.cwd, base);
  const files = (await io.stat(directory))?.kind === "directory" ? await filesBelow(io, directory) : [];
  const matching = files.filter((file) => matches(relative(directory, file).split(sep).join("/")));
  const { inputs, problems } = await readAll(io, matching);
  const readable: InputText[] = [];
  for (const input of inputs) if (await isReadable(input, wanted)) readable.push(input);
  if (readable.length > 0 || problems.length > 0) return { inputs: readable, problems };
  return { inputs: [], problems: [problem(matching.length === 0 ? "no-match" : "no-match-of-kind", { pattern })] };
}

function longPattern(pattern: string): Problem {
  const about = { pattern: pattern.slice(0, SHOWN_PATTERN), count: pattern.length, most: LONGEST_GLOB_CHARACTERS };
  return problem("long-pattern", about);
}

async function readAll(io: CliIo, paths: readonly string[]): Promise<CollectedInputs> {
  const inputs: InputText[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    const input = await readInput(io, path);
    if (isProblem(input)) problems.push(input.problem);
    else inputs.push(input);
  }
  return { inputs, problems };
}

/** A `.properties` file that somebody names is read whatever it holds. */
async function isReadable(input: InputText, wanted: WantedInputs): Promise<boolean> {
  if (wanted.anyDialect || isSchemaFile(input.file, wanted)) return true;
  if (input.path === undefined || /\.properties$/i.test(input.file)) return true;
  return recogniseDialect(input.file, input.text) !== undefined || isIncluded(input, wanted);
}

async function isIncluded({ path }: InputText, { projects }: WantedInputs): Promise<boolean> {
  return path !== undefined && projects.includes(path);
}

/** What a project leaves out is not opened, and what it adds is. */
async function candidatesOfProjects(files: readonly string[], wanted: WantedInputs): Promise<readonly string[]> {
  const candidates: string[] = [];
  for (const file of files) {
    if (!isCandidate(file, wanted) && !(await wanted.projects.includes(file))) continue;
    if (!(await wanted.projects.excludes(file))) candidates.push(file);
  }
  return candidates;
}

function isCandidate(file: string, wanted: WantedInputs): boolean {
  return CANDIDATES.test(file) || isSchemaFile(file, wanted);
}

function isSchemaFile(file: string, { schemaFiles }: WantedInputs): boolean {
  return schemaFiles === true && (isScenarioFileName(file) || isProjectFileName(file));
}
