import { relative, resolve, sep } from "node:path";
import { recogniseDialect } from "../../core/dialects/dialects.js";
import { isScenarioFileName } from "../../core/config/scenario-file-name.js";
import type { CliIo } from "../io.js";
import { isGlob, parseGlob } from "./glob.js";
import { displayName, isProblem, readInput, type InputText } from "./read-input.js";
import { filesBelow } from "./walk.js";

/** Everything a command was asked to look at, and what of it cannot be read. */
export interface CollectedInputs {
  readonly inputs: readonly InputText[];
  readonly problems: readonly string[];
}

/** What a command can do something with besides producer configurations that are recognised. */
export interface WantedInputs {
  /** Files of any kind: `--dialect` says how to read them. */
  readonly anyDialect: boolean;
  readonly scenarios?: boolean;
}

/** File name endings a dialect may recognise: other files are not even opened when a directory is searched. */
const CANDIDATES = /\.properties$/i;

/** Reads files, directories, patterns and `-`; each file once, in the order of the arguments. */
export async function collectInputs(
  io: CliIo,
  names: readonly string[],
  wanted: WantedInputs,
): Promise<CollectedInputs> {
  const inputs = new Map<string, InputText>();
  const problems: string[] = [];
  for (const name of names) {
    const collected = await collectOne(io, name, wanted);
    problems.push(...collected.problems);
    for (const input of collected.inputs) if (!inputs.has(input.file)) inputs.set(input.file, input);
  }
  return { inputs: [...inputs.values()], problems };
}

async function collectOne(io: CliIo, name: string, wanted: WantedInputs): Promise<CollectedInputs> {
  const found = name === "-" ? undefined : await io.stat(resolve(io.cwd, name));
  if (found?.kind === "directory") return searchDirectory(io, name, wanted);
  if (found === undefined && isGlob(name)) return searchPattern(io, name, wanted);
  const input = await readInput(io, name);
  if (isProblem(input)) return { inputs: [], problems: [input.problem] };
  if (isReadable(input, wanted)) return { inputs: [input], problems: [] };
  const expected = "expected a .properties file, or --dialect to say how to read it";
  return { inputs: [], problems: [`${input.file}: no kind of file that Ackwise recognises, ${expected}`] };
}

/** Only what a dialect recognises; whether a file in a directory can be read is the file's own affair. */
async function searchDirectory(io: CliIo, name: string, wanted: WantedInputs): Promise<CollectedInputs> {
  const path = resolve(io.cwd, name);
  const candidates = (await filesBelow(io, path)).filter((file) => CANDIDATES.test(file) || isScenario(file, wanted));
  const { inputs, problems } = await readAll(io, candidates);
  const recognised = inputs.filter(
    ({ file, text }) => isScenario(file, wanted) || recogniseDialect(file, text) !== undefined,
  );
  if (recognised.length > 0 || problems.length > 0) return { inputs: recognised, problems };
  const expected = "expected *producer*.properties, or .properties files with producer settings";
  return {
    inputs: [],
    problems: [`${displayName(io, path)}: no producer configuration in this directory, ${expected}`],
  };
}

async function searchPattern(io: CliIo, pattern: string, wanted: WantedInputs): Promise<CollectedInputs> {
  const { base, matches } = parseGlob(pattern);
  const directory = resolve(io.cwd, base);
  const files = (await io.stat(directory))?.kind === "directory" ? await filesBelow(io, directory) : [];
  const matching = files.filter((file) => matches(relative(directory, file).split(sep).join("/")));
  const { inputs, problems } = await readAll(io, matching);
  const readable = inputs.filter((input) => isReadable(input, wanted));
  if (readable.length > 0 || problems.length > 0) return { inputs: readable, problems };
  const [what, expected] =
    matching.length === 0
      ? ["no file matches", "a file, a directory or a pattern"]
      : [
          "no matching file is of a kind that Ackwise recognises",
          ".properties files, or --dialect to say how to read them",
        ];
  return { inputs: [], problems: [`${pattern}: ${what}, expected ${expected}`] };
}

async function readAll(io: CliIo, paths: readonly string[]): Promise<CollectedInputs> {
  const inputs: InputText[] = [];
  const problems: string[] = [];
  for (const path of paths) {
    const input = await readInput(io, path);
    if (isProblem(input)) problems.push(input.problem);
    else inputs.push(input);
  }
  return { inputs, problems };
}

/** A `.properties` file that somebody names is read whatever it holds. */
function isReadable(input: InputText, wanted: WantedInputs): boolean {
  if (wanted.anyDialect || isScenario(input.file, wanted)) return true;
  if (input.path === undefined || /\.properties$/i.test(input.file)) return true;
  return recogniseDialect(input.file, input.text) !== undefined;
}

function isScenario(file: string, { scenarios }: WantedInputs): boolean {
  return scenarios === true && isScenarioFileName(file);
}
