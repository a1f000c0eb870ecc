import { problem, type Problem } from "../../core/messages/problem-texts.js";
import { dirname, join, resolve } from "node:path";
import { isScenarioFileName } from "../../core/config/scenario-file-name.js";
import { scenarioInUse } from "../../core/config/scenario-in-use.js";
import { allowedNames } from "../../core/config/scenario-names.js";
import { readDocument } from "../../core/dialects/dialects.js";
import type { DialectId } from "../../core/dialects/types.js";
import { dialectFor } from "../../core/report/lint.js";
import { lintScenario } from "../../core/report/scenario-lint.js";
import { withTraffic } from "../../core/simulation/scenario/traffic-file.js";
import { plainValue } from "../../core/syntax/value-tree.js";
import type { CliIo } from "../io.js";
import { messagesOf } from "../language.js";
import { isProblem, readInput, type InputText } from "./read-input.js";
import { trafficOf } from "./traffic.js";

/** What to simulate: for `readScenario`, or what is wrong, a line each. */
export type ScenarioInput = { readonly input: unknown } | { readonly problems: readonly Problem[] };

/** How many directories upwards scenario files are looked for. */
const MAX_LEVELS = 30;

/** What `--scenario` names: a built-in scenario as its name, or what stands in a YAML or JSON file. */
async function readScenarioOption(io: CliIo, option: string): Promise<ScenarioInput> {
  if (!/\.(ya?ml|json)$|[/\\]/i.test(option)) return { input: option };
  return readScenarioFile(io, resolve(io.cwd, option));
}

/** The scenario of a configuration: `--scenario`, else its comment, else the nearest scenario file, else what the project names, else the default. */
export async function scenarioFor(
  io: CliIo,
  option: string | undefined,
  input: InputText,
  asked: DialectId | undefined,
  project: string | undefined,
): Promise<ScenarioInput> {
  if (option !== undefined) return readScenarioOption(io, option);
  const directory = input.path === undefined ? resolve(io.cwd) : dirname(input.path);
  const document = readDocument(dialectFor(input.file, input.text, asked), input.file, input.text);
  const nearestFiles = await nearestScenarioFiles(io, directory);
  const { name, file, unknown } = scenarioInUse(document, { nearestFiles, project, setting: "" });
  const [wrong] = unknown;
  if (wrong !== undefined) {
    const name = JSON.stringify(wrong.words.join(" "));
    const about = { file: input.file, line: wrong.line + 1, name, allowed: allowedNames() };
    return { problems: [problem("scenario/name", about)] };
  }
  return file === undefined ? { input: name } : readScenarioFile(io, resolve(directory, file));
}

/** The scenario files of the nearest directory that has any, up to the root of the repository. */
async function nearestScenarioFiles(io: CliIo, start: string): Promise<readonly string[]> {
  let directory = start;
  for (let level = 0; level < MAX_LEVELS; level++) {
    const entries = await io.readDirectory(directory);
    const found = entries.filter(({ name, kind }) => kind === "file" && isScenarioFileName(name));
    if (found.length > 0) return found.map(({ name }) => join(directory, name)).sort();
    const parent = dirname(directory);
    if (parent === directory || entries.some(({ name }) => name === ".git")) return [];
    directory = parent;
  }
  return [];
}

/** What stands in a scenario file, called by the file's name unless it has one; mistakes with their line and column. */
async function readScenarioFile(io: CliIo, path: string): Promise<ScenarioInput> {
  const file = await readInput(io, path);
  if (isProblem(file)) return { problems: [file.problem] };
  const traffic = await trafficOf(io, file);
  const { document, findings } = lintScenario(file.text, messagesOf(io), traffic);
  const problems = findings.map(({ span, message }) => {
    const { line, character } = document.lines.positionAt(span.start);
    return `${file.file}:${line + 1}:${character + 1}: ${message}`;
  });
  if (problems.length > 0) return { problems };
  const value = document.root === undefined ? undefined : withTraffic(plainValue(document.root), traffic);
  if (value === undefined)
    return {
      problems: [problem("scenario/empty", { file: file.file })],
    };
  const name = /([^\\/]*?)(?:\.ackwise)?\.[^.]*$/.exec(file.file)?.[1] ?? file.file;
  return { input: typeof value === "object" ? { name, ...value } : value };
}
