import { problem, type Problem } from "../../core/messages/problem-texts.js";
import { version as toolVersion } from "../../../../package.json";
import { versionInUse } from "../../core/config/version-in-use.js";
import { lintDocument } from "../../core/report/lint.js";
import { isProjectFileName } from "../../core/project/project-file-name.js";
import { lintProject, PROJECT_RULE } from "../../core/project/project-lint.js";
import { lintScenario, SCENARIO_RULE } from "../../core/report/scenario-lint.js";
import { cliSpeaker, type SayCli } from "../../core/messages/cli-texts.js";
import type { Messages } from "../../core/messages/messages.js";
import { RULES } from "../../core/rules/registry.js";
import { inOneLine, inTerminal } from "../../core/text/shown.js";
import type { Profile } from "../../core/rules/profiles.js";
import type { Severity } from "../../core/rules/types.js";
import { isScenarioFileName } from "../../core/config/scenario-file-name.js";
import { formatGithub } from "../format/github.js";
import { formatJson } from "../format/json.js";
import { isAtLeastSeverity, type LintedFile } from "../format/linted-file.js";
import { formatPretty } from "../format/pretty.js";
import { formatSarif, type RulePages } from "../format/sarif.js";
import { styleFor } from "../format/style.js";
import { applyBaselines, type BaselineInUse, type BaselineOptions } from "../input/baselines.js";
import { collectInputs } from "../input/collect.js";
import { askedDialect, readingProblem, type ReadingOptions } from "../input/options.js";
import { ProjectFiles, ruleOptions } from "../input/project.js";
import type { InputText } from "../input/read-input.js";
import { trafficOf } from "../input/traffic.js";
import { originOf, VersionChooser } from "../input/version-choice.js";
import { messagesOf } from "../language.js";
import { EXIT, type CliIo } from "../io.js";

export const LINT_FORMATS = ["pretty", "json", "sarif", "github"] as const;
export const FAIL_LEVELS = ["error", "warning", "information", "hint", "never"] as const;

/** What explains scenario and project files and their mistakes. */
const SCHEMA_FILE_PAGES = [
  [SCENARIO_RULE, "docs/scenario-files.md"],
  [PROJECT_RULE, "docs/project-file.md"],
] as const;

/** The options of `ackwise lint`. */
export interface LintCommandOptions extends ReadingOptions, BaselineOptions {
  readonly format: (typeof LINT_FORMATS)[number];
  readonly failOn: (typeof FAIL_LEVELS)[number];
  readonly profile?: Profile;
  readonly quiet?: boolean;
  readonly frame?: boolean;
}

/** `ackwise lint`: what the editor shows, for files, directories, patterns and standard input. */
export async function lint(names: readonly string[], options: LintCommandOptions, io: CliIo): Promise<number> {
  const wrong = readingProblem(options);
  if (wrong !== undefined) return refuse(io, [wrong]);
  const projects = new ProjectFiles(io);
  const { inputs, problems: unread } = await collectInputs(io, names, {
    anyDialect: options.dialect !== undefined,
    schemaFiles: true,
    projects,
  });
  const messages = messagesOf(io);
  const chooser = new VersionChooser(io, options.kafkaVersion, projects);
  const found: LintedFile[] = [];
  for (const input of inputs) found.push(await lintInput(input, options, { io, chooser, projects }, messages));
  const outcome = await applyBaselines(inputs, found, options, projects, io);
  if ("problem" in outcome) return refuse(io, [...unread, outcome.problem]);
  const { files, baselines } = outcome;
  for (const input of inputs) noteEmpty(io, input);
  const shown = options.quiet === true ? files.map((file) => worstOnly(file, options.failOn)) : files;
  if (inputs.length > 0) io.stdout(await printed(shown, baselines, options, io));
  if (options.quiet !== true) noteBaselines(io, baselines, cliSpeaker(messages));
  const problems = [...unread, ...problemsBeside(inputs, projects)];
  if (problems.length > 0) return refuse(io, problems);
  return files.some((file) => fails(file, options.failOn)) ? EXIT.findings : EXIT.clean;
}

/** Tells what cannot be read or done, a line each. */
export function refuse(io: CliIo, problems: readonly Problem[]): number {
  const messages = messagesOf(io);
  for (const one of problems) tell(io, messages.say(one));
  return EXIT.usage;
}

/** A line about the run itself; names of files and words of the command line stand in it. */
function tell(io: CliIo, text: string): void {
  io.stderr(inTerminal(`ackwise: ${inOneLine(text)}\n`));
}

/** Mistakes in project files that are not among the files that are linted: those show them as findings. */
function problemsBeside(inputs: readonly InputText[], projects: ProjectFiles): readonly Problem[] {
  const shown = new Set(inputs.map(({ path }) => path));
  return projects.problems.flatMap((one) => (shown.has(one.path) ? [] : [one.problem]));
}

async function lintInput(
  input: InputText,
  options: LintCommandOptions,
  { io, chooser, projects }: { readonly io: CliIo; readonly chooser: VersionChooser; readonly projects: ProjectFiles },
  messages: Messages,
): Promise<LintedFile> {
  const { file, text } = input;
  const asSchemaFile = { file, client: undefined, suppressed: [], hasBaseline: false };
  if (isProjectFileName(file)) return { ...lintProject(text, messages), ...asSchemaFile };
  if (isScenarioFileName(file)) return { ...lintScenario(text, messages, await trafficOf(io, input)), ...asSchemaFile };
  const { outer, foundIn } = await chooser.choose(input);
  const fileName = input.path === undefined ? undefined : file;
  const reading = { fileName, dialect: askedDialect(options), outerVersion: outer, messages, encoding: input.encoding };
  const linted = lintDocument(text, { ...reading, ...ruleOptions(await projects.of(input.path), options.profile) });
  const version = versionInUse(linted.document, outer);
  const client = { version, origin: originOf(version, foundIn, cliSpeaker(messages)) };
  const suppressed = linted.suppressed.map((hidden) => ({ ...hidden, kind: "inSource" as const }));
  return { ...linted, file, client, suppressed, hasBaseline: false };
}

/** An empty file is legal and means nothing; silence would look like approval. */
function noteEmpty(io: CliIo, input: InputText): void {
  if (isProjectFileName(input.file)) return; // It says that everything is as usual.
  if (input.text.trim() !== "" && input.text !== "\uFEFF") return;
  const id = isScenarioFileName(input.file) ? "empty/scenario" : "empty/settings";
  refuse(io, [problem(id, { file: input.file })]);
}

/** What was written, and what could be taken out. */
function noteBaselines(io: CliIo, baselines: readonly BaselineInUse[], say: SayCli): void {
  for (const { file, gone, written } of baselines) {
    if (written !== undefined) tell(io, say("lint/baseline-written", { file, count: written }));
    if (gone > 0) tell(io, say(gone === 1 ? "lint/gone-one" : "lint/gone", { file, count: gone }));
  }
}

function printed(
  files: readonly LintedFile[],
  baselines: readonly BaselineInUse[],
  options: LintCommandOptions,
  io: CliIo,
): string | Promise<string> {
  switch (options.format) {
    case "json":
      return formatJson(files, toolVersion, baselines);
    case "github":
      return formatGithub(files);
    case "sarif":
      return rulePages(io).then((pages) => formatSarif(files, toolVersion, pages));
    case "pretty": {
      const frames = options.frame ?? io.isTty;
      const quiet = options.quiet ?? false;
      return formatPretty(files, { style: styleFor(io.isTty, io.env), frames, quiet, say: cliSpeaker(messagesOf(io)) });
    }
  }
}

async function rulePages(io: CliIo): Promise<RulePages> {
  const pages = new Map<string, string>();
  for (const { meta } of RULES) {
    const page = await io.readResource(`docs/rules/${meta.id}.md`);
    if (page !== undefined) pages.set(meta.id, page);
  }
  for (const [rule, path] of SCHEMA_FILE_PAGES) {
    const page = await io.readResource(path);
    if (page !== undefined) pages.set(rule.meta.id, page);
  }
  return pages;
}

function threshold(failOn: LintCommandOptions["failOn"]): Severity | undefined {
  return failOn === "never" ? undefined : failOn;
}

function fails(file: LintedFile, failOn: LintCommandOptions["failOn"]): boolean {
  const level = threshold(failOn);
  return level !== undefined && file.findings.some(({ severity }) => isAtLeastSeverity(severity, level));
}

/** `--quiet`: only what makes the command fail. */
function worstOnly(file: LintedFile, failOn: LintCommandOptions["failOn"]): LintedFile {
  const level = threshold(failOn) ?? "error";
  return { ...file, findings: file.findings.filter(({ severity }) => isAtLeastSeverity(severity, level)) };
}
