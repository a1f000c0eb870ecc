import { problem, type Problem } from "../../core/messages/problem-texts.js";
import type { Report } from "../../core/report/report-model.js";
import { inlineRunner } from "../../core/report/what-if/inline-runner.js";
import type { ExperimentOptions } from "../../core/report/what-if/subject.js";
import type { BadScenario } from "../../core/whatif/experiment.js";
import type { Requirement } from "../../core/whatif/requirement.js";
import { inOneLine, inTerminal, shellWord } from "../../core/text/shown.js";
import { WorkerPool } from "../../worker/worker-pool.js";
import { formatReport, REPORT_FORMATS, type ReportFormat } from "../format/report.js";
import { parseJobs, parseRequirements, parseSeeds } from "../input/experiment.js";
import type { ReadingOptions } from "../input/options.js";
import { scenarioFor } from "../input/scenario.js";
import { VersionChooser } from "../input/version-choice.js";
import { messagesOf } from "../language.js";
import { EXIT, type CliIo } from "../io.js";
import { unwritableOutput, writeOutput, type OutputFiles } from "../output-file.js";
import { progressOf } from "../progress.js";
import { refuse } from "./lint.js";
import { readOneFile, releaseProblemOf } from "./one-file.js";

/** The options that every experiment takes. */
export interface ExperimentCommandOptions extends ReadingOptions {
  readonly scenario?: string;
  readonly seed: string;
  readonly seeds: string;
  readonly jobs?: string;
  readonly require: readonly string[];
  readonly format?: ReportFormat;
  readonly output?: string;
}

/** An experiment that is ready to run. */
export interface PreparedExperiment {
  readonly text: string;
  readonly options: ExperimentOptions;
  readonly requirements: readonly Requirement[];
  /** Stops the workers. */
  readonly close: () => void;
}

/** Reads file, scenario, seeds and requirements; a list of problems when something is wrong. `command` makes the report again. */
export async function prepareExperiment(
  name: string,
  options: ExperimentCommandOptions,
  command: string,
  io: CliIo,
): Promise<PreparedExperiment | readonly Problem[]> {
  const seeds = parseSeeds(options.seed, options.seeds);
  if ("problem" in seeds) return [seeds.problem];
  const jobs = parseJobs(options.jobs ?? io.cores.toString());
  if (typeof jobs !== "number") return [jobs.problem];
  const requirements = parseRequirements(options.require);
  if ("problem" in requirements) return [requirements.problem];
  const wrong = await outputProblem(io, options);
  if (wrong !== undefined) return [wrong];
  const file = await readOneFile(io, name, options);
  if (Array.isArray(file)) return file;
  const { input, fileName, dialect, project, projects } = file;
  const scenario = await scenarioFor(io, options.scenario, input, dialect, project?.scenario);
  if ("problems" in scenario) return scenario.problems;
  const { outer } = await new VersionChooser(io, options.kafkaVersion, projects).choose(input);
  const tooOld = releaseProblemOf(file, outer);
  if (tooOld !== undefined) return [tooOld];
  const progress = progressOf(io);
  const { startWorker } = io;
  const pool = startWorker === undefined || jobs === 1 ? undefined : new WorkerPool(startWorker, jobs);
  const constants = {
    ...(fileName === undefined ? {} : { fileName }),
    ...(outer === undefined ? {} : { kafkaVersion: outer.version.text, versionSource: outer.source }),
  };
  const reading = { fileName, dialect, outerVersion: outer, messages: messagesOf(io) };
  return {
    text: input.text,
    requirements,
    options: {
      ...reading,
      scenario: scenario.input,
      seeds,
      requirements,
      run: pool?.runner(constants) ?? inlineRunner(reading, () => Promise.resolve()),
      onProgress: progress,
      shownName: input.file,
      reproduce: commandText(command, name, options),
    },
    close: () => pool?.close(),
  };
}

/** Prints or writes a report and returns the exit code: `code` when that worked. The file appears as a whole or not at all. */
export async function deliver(
  report: Report,
  json: unknown,
  { format, output }: Pick<ExperimentCommandOptions, "format" | "output">,
  io: CliIo,
  code: number,
): Promise<number> {
  const chosen = format ?? (output === undefined ? "text" : (formatOfName(output) ?? "text"));
  const text = formatReport(report, json, chosen, io, output === undefined);
  if (output === undefined) {
    io.stdout(text);
    return code;
  }
  const unwritten = await writeOutput(io, output, text);
  if (unwritten !== undefined) return refuse(io, [unwritten]);
  const wrote = messagesOf(io).say(problem("wrote", { file: output }));
  io.stderr(inTerminal(`${inOneLine(report.headline)}\n${inOneLine(wrote)}\n`));
  return code;
}

/** Tells what is wrong with a scenario. */
export function refuseScenario(io: CliIo, mistakes: BadScenario["mistakes"]): number {
  return refuse(io, mistakes.map(mistakeLine));
}

/** A mistake in a scenario in one line. */
function mistakeLine({ path, value, allowed, place }: BadScenario["mistakes"][number]): Problem {
  const here = path === "" ? problem("scenario/whole") : problem("scenario/place", { path });
  const about = { place: place ?? here, allowed };
  if (value === undefined) return problem("scenario/missing", about);
  return problem("scenario/wrong", { ...about, value: JSON.stringify(value) });
}

/** Exit code: 1 when something that was required does not hold. */
export function exitOf(verdicts: readonly { readonly holds: boolean }[]): number {
  return verdicts.every(({ holds }) => holds) ? EXIT.clean : EXIT.findings;
}

/** What is wrong with where results should go. */
export async function outputProblem(
  io: CliIo,
  { format, output, trace }: OutputFiles & Pick<ExperimentCommandOptions, "format">,
): Promise<Problem | undefined> {
  if (output !== undefined && format === undefined && formatOfName(output) === undefined)
    return problem("output", { output });
  if (trace !== undefined && !/\.(ndjson|json)$/.test(trace)) return problem("trace", { trace });
  return unwritableOutput(io, { output, trace });
}

function formatOfName(name: string): ReportFormat | undefined {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  return ending === "txt" ? "text" : REPORT_FORMATS.find((format) => format === ending);
}

/** The command that makes a report again, quoted for a shell. */
export function commandText(
  command: string,
  name: string,
  options: Omit<ExperimentCommandOptions, "seeds"> & { readonly seeds: string | undefined },
): string {
  const words = ["ackwise", ...command.split("\0")];
  words.splice(2, 0, name);
  const add = (flag: string, value: string | undefined): void => {
    if (value !== undefined) words.push(flag, value);
  };
  add("--scenario", options.scenario);
  add("--kafka-version", options.kafkaVersion);
  add("--seed", options.seed === "1" ? undefined : options.seed);
  add("--seeds", options.seeds);
  for (const requirement of options.require) add("--require", requirement);
  return words.map(shellWord).join(" ");
}
