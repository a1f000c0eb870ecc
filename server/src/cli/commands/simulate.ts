import type { Problem } from "../../core/messages/problem-texts.js";
import { simulateText, type SimulateOptions } from "../../core/report/simulate.js";
import { reportOfSimulation } from "../../core/report/what-if/run.js";
import { chromeTrace } from "../../core/simulation/trace/chrome-trace.js";
import { traceNdjson } from "../../core/simulation/trace/ndjson.js";
import { TraceCollector } from "../../core/simulation/trace/trace-collector.js";
import type { ReportFormat } from "../format/report.js";
import { parseRequirements, parseSeed } from "../input/experiment.js";
import type { ReadingOptions } from "../input/options.js";
import { scenarioFor } from "../input/scenario.js";
import { VersionChooser } from "../input/version-choice.js";
import { messagesOf } from "../language.js";
import { EXIT, type CliIo } from "../io.js";
import { writeOutput } from "../output-file.js";
import { progressOf } from "../progress.js";
import { commandText, deliver, exitOf, outputProblem, refuseScenario } from "./experiment.js";
import { refuse } from "./lint.js";
import { readOneFile, releaseProblemOf } from "./one-file.js";

/** The options of `ackwise simulate`. */
export interface SimulateCommandOptions extends ReadingOptions {
  readonly scenario?: string;
  readonly seed: string;
  readonly require: readonly string[];
  readonly format?: ReportFormat;
  readonly output?: string;
  readonly trace?: string;
}

/** `ackwise simulate`: what the producer does under load. Exit code 1 when the client does not start or a requirement fails, 2 for a bad scenario. */
export async function simulate(name: string, options: SimulateCommandOptions, io: CliIo): Promise<number> {
  const seed = parseSeed(options.seed);
  if (typeof seed !== "number") return refuse(io, [seed.problem]);
  const requirements = parseRequirements(options.require);
  if ("problem" in requirements) return refuse(io, [requirements.problem]);
  const wrong = await outputProblem(io, options);
  if (wrong !== undefined) return refuse(io, [wrong]);
  const { trace } = options;
  const file = await readOneFile(io, name, options);
  if (Array.isArray(file)) return refuse(io, file);
  const { input, fileName, dialect, project, projects } = file;
  const scenario = await scenarioFor(io, options.scenario, input, dialect, project?.scenario);
  if ("problems" in scenario) return refuse(io, scenario.problems);
  const { outer } = await new VersionChooser(io, options.kafkaVersion, projects).choose(input);
  const tooOld = releaseProblemOf(file, outer);
  if (tooOld !== undefined) return refuse(io, [tooOld]);
  const collectors: TraceCollector[] = [];
  const progress = progressOf(io);
  const core: SimulateOptions = {
    fileName,
    dialect,
    outerVersion: outer,
    encoding: input.encoding,
    seed,
    onProgress: progress,
    messages: messagesOf(io),
  };
  const observe: SimulateOptions["observe"] = (plan) => {
    const collector = new TraceCollector(plan);
    collectors.push(collector);
    return collector;
  };
  const result = simulateText(input.text, scenario.input, trace === undefined ? core : { ...core, observe });
  if (result.outcome === "bad-scenario") return refuseScenario(io, result.mistakes);
  for (const collector of collectors) {
    const unwritten = await writeTrace(io, trace ?? "", collector);
    if (unwritten !== undefined) return refuse(io, [unwritten]);
  }
  const reproduce = commandText("simulate", name, { ...options, seeds: undefined });
  const about = { ...core, seeds: [seed], shownName: input.file, reproduce };
  const { report, verdicts } = reportOfSimulation(input.text, result, about, requirements);
  const code = result.outcome === "refused" ? EXIT.findings : exitOf(verdicts);
  return deliver(report, { file: input.file, ...result }, options, io, code);
}

async function writeTrace(io: CliIo, name: string, collector: TraceCollector): Promise<Problem | undefined> {
  const events = collector.finish();
  return writeOutput(io, name, name.endsWith(".ndjson") ? traceNdjson(events) : chromeTrace(events));
}
