import { problem, type Problem } from "../../core/messages/problem-texts.js";
import { fixText, MAX_FIX_ROUNDS, type FixedText } from "../../core/report/fix.js";
import { cliSpeaker, type SayCli } from "../../core/messages/cli-texts.js";
import type { Messages } from "../../core/messages/messages.js";
import { inOneLine, inTerminal } from "../../core/text/shown.js";
import { messagesOf } from "../language.js";
import { collectInputs } from "../input/collect.js";
import type { Severity } from "../../core/rules/types.js";
import { encodeText } from "../input/decode.js";
import { askedDialect, readingProblem, type ReadingOptions } from "../input/options.js";
import { ProjectFiles, ruleOptions } from "../input/project.js";
import { reasonOf, type InputText } from "../input/read-input.js";
import { VersionChooser } from "../input/version-choice.js";
import { EXIT, type CliIo } from "../io.js";
import { refuse } from "./lint.js";

/** The options of `ackwise fix`. */
export interface FixCommandOptions extends ReadingOptions {
  readonly check?: boolean;
  readonly suggestions?: boolean;
  /** From which severity on suggestions are applied. */
  readonly severity?: Severity;
}

/** `ackwise fix`: applies fixes until nothing is left to fix, and writes each changed file as a whole. */
export async function fix(names: readonly string[], options: FixCommandOptions, io: CliIo): Promise<number> {
  const wrong = readingProblem(options);
  if (wrong !== undefined) return refuse(io, [wrong]);
  const projects = new ProjectFiles(io);
  const { inputs, problems } = await collectInputs(io, names, { anyDialect: options.dialect !== undefined, projects });
  for (const { path } of inputs) await projects.of(path);
  if (projects.problems.length > 0) {
    return refuse(io, [...problems, ...projects.problems.map((one) => one.problem)]);
  }
  const chooser = new VersionChooser(io, options.kafkaVersion, projects);
  const failed = [...problems];
  let changed = 0;
  for (const input of inputs) {
    const fixed = await fixInput(input, options, chooser, projects, messagesOf(io));
    const unwritten = await deliver(input, fixed, options, io);
    if (unwritten !== undefined) failed.push(unwritten);
    if (fixed.text !== input.text) changed++;
  }
  if (failed.length > 0) return refuse(io, failed);
  return options.check === true && changed > 0 ? EXIT.findings : EXIT.clean;
}

async function fixInput(
  input: InputText,
  options: FixCommandOptions,
  chooser: VersionChooser,
  projects: ProjectFiles,
  messages: Messages,
): Promise<FixedText> {
  const { outer } = await chooser.choose(input);
  const fileName = input.path === undefined ? undefined : input.file;
  const scope = options.suggestions === true ? { from: options.severity ?? "warning" } : "safe";
  const reading = { fileName, dialect: askedDialect(options), outerVersion: outer, messages, encoding: input.encoding };
  return fixText(input.text, { ...reading, ...ruleOptions(await projects.of(input.path)) }, scope);
}

/** Writes or prints the result and reports it; returns what went wrong. */
async function deliver(
  input: InputText,
  fixed: FixedText,
  options: FixCommandOptions,
  io: CliIo,
): Promise<Problem | undefined> {
  const fromStdin = input.path === undefined;
  if (fromStdin && options.check !== true) io.stdout(fixed.text);
  const report = fromStdin && options.check !== true ? io.stderr : io.stdout;
  report(summaryOf(input, fixed, options.check === true, cliSpeaker(messagesOf(io))));
  if (!fixed.settled) {
    refuse(io, [problem("unsettled", { file: input.file, rounds: MAX_FIX_ROUNDS })]);
  }
  if (input.path === undefined || options.check === true || fixed.text === input.text) return undefined;
  try {
    await io.writeFile(input.path, encodeText(fixed.text, input.encoding));
    return undefined;
  } catch (error) {
    return problem("unwritable", { file: input.file, reason: reasonOf(error) });
  }
}

function summaryOf({ file }: InputText, { applied }: FixedText, isCheck: boolean, say: SayCli): string {
  if (applied.length === 0) return inTerminal(`${inOneLine(say("fix/nothing", { file }))}\n`);
  const head = inOneLine(say(isCheck ? "fix/would" : "fix/fixed", { file }));
  const lines = applied.map(({ rule, line, title }) => `  ${line.toString()}: ${inOneLine(title)}  ${rule}\n`);
  return inTerminal(`${head}\n${lines.join("")}`);
}
