import { Argument, Command, Option } from "commander";
import { version } from "../../../package.json";
import { SUPPORTED } from "../core/catalog/version.js";
import { helpSpeaker, type SayHelp } from "../core/messages/help-texts.js";
import { LANGUAGES } from "../core/messages/languages.js";
import { inTerminal } from "../core/text/shown.js";
import { PROFILES } from "../core/rules/profiles.js";
import { effective, EFFECTIVE_FORMATS, type EffectiveCommandOptions } from "./commands/effective.js";
import { explain, type ExplainCommandOptions } from "./commands/explain.js";
import { SEVERITIES } from "../core/report/fix.js";
import { fix, type FixCommandOptions } from "./commands/fix.js";
import { FAIL_LEVELS, lint, LINT_FORMATS, type LintCommandOptions } from "./commands/lint.js";
import { languageServer } from "./commands/lsp.js";
import { simulate, type SimulateCommandOptions } from "./commands/simulate.js";
import { upgrade, UPGRADE_FORMATS, type UpgradeCommandOptions } from "./commands/upgrade.js";
import { Messages } from "../core/messages/messages.js";
import type { CliIo } from "./io.js";
import { helpIn, usageErrorIn } from "./program-words.js";
import { addExperiments, addOutputOptions, requireOption, scenarioOption } from "./program-experiments.js";

/** Takes the exit code of the command that ran. */
export type Finish = (code: number) => void;

/** The grammar of the command line: the one place where flags are defined. README.md is tested against it. */
export function buildProgram(outer: CliIo, finish: Finish, messages: Messages = new Messages()): Command {
  const program = new Command("ackwise");
  const say = helpSpeaker(messages);
  const io: CliIo = { ...outer, language: () => program.opts<{ lang?: string }>().lang };
  program
    .description(say("program"))
    .version(say("version", { version, ...SUPPORTED }), "-V, --version", say("version/what"))
    .helpOption("-h, --help", say("help"))
    .addOption(new Option("--lang <language>", say("lang")).choices(LANGUAGES))
    .helpCommand(false)
    .showHelpAfterError(say("try-help"))
    .configureHelp(helpIn(say))
    .exitOverride()
    .configureOutput({
      writeOut: io.stdout,
      writeErr: (text) => io.stderr(inTerminal(text.replace(/^error: /, "ackwise: "))),
      outputError: (text, write) => write(usageErrorIn(text, say)),
    });
  addLint(program, io, finish, say);
  addEffective(program, io, finish, say);
  addExplain(program, io, finish, say);
  addFix(program, io, finish, say);
  addUpgrade(program, io, finish, say);
  addSimulate(program, io, finish, say);
  addExperiments(program, io, finish, say, [dialectOption, kafkaVersionOption]);
  program
    .command("lsp")
    .description(say("lsp"))
    .requiredOption("--stdio", say("lsp/stdio"))
    .action(async () => finish(await languageServer(io)));
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

function addLint(program: Command, io: CliIo, finish: Finish, say: SayHelp): void {
  program
    .command("lint")
    .description(say("lint"))
    .argument("<files...>", say("files"))
    .addOption(new Option("--format <format>", say("lint/format")).choices(LINT_FORMATS).default("pretty"))
    .addOption(dialectOption(say))
    .addOption(kafkaVersionOption(say))
    .addOption(new Option("--fail-on <severity>", say("lint/fail-on")).choices(FAIL_LEVELS).default("error"))
    .addOption(new Option("--profile <profile>", say("lint/profile")).choices(PROFILES))
    .option("--baseline <file>", say("lint/baseline"))
    .option("--update-baseline", say("lint/update-baseline"))
    .option("--frame", say("lint/frame"))
    .option("--no-frame", say("lint/no-frame"))
    .option("--quiet", say("lint/quiet"))
    .action(async (files: string[], options: LintCommandOptions) => finish(await lint(files, options, io)));
}

function addEffective(program: Command, io: CliIo, finish: Finish, say: SayHelp): void {
  program
    .command("effective")
    .description(say("effective"))
    .argument("<file>", say("file"))
    .addOption(new Option("--format <format>", say("format")).choices(EFFECTIVE_FORMATS).default("table"))
    .option("--show-secrets", say("effective/show-secrets"))
    .addOption(dialectOption(say))
    .addOption(kafkaVersionOption(say))
    .action(async (file: string, options: EffectiveCommandOptions) => finish(await effective(file, options, io)));
}

function addExplain(program: Command, io: CliIo, finish: Finish, say: SayHelp): void {
  program
    .command("explain")
    .description(say("explain"))
    .addArgument(new Argument("<key-or-rule>", say("explain/name")))
    .addOption(kafkaVersionOption(say))
    .action(async (name: string, options: ExplainCommandOptions) => finish(await explain(name, options, io)));
}

function addFix(program: Command, io: CliIo, finish: Finish, say: SayHelp): void {
  program
    .command("fix")
    .description(say("fix"))
    .argument("<files...>", say("fix/files"))
    .option("--check", say("fix/check"))
    .option("--suggestions", say("fix/suggestions"))
    .addOption(new Option("--severity <severity>", say("fix/severity")).choices(SEVERITIES).default("warning"))
    .addOption(dialectOption(say))
    .addOption(kafkaVersionOption(say))
    .action(async (files: string[], options: FixCommandOptions) => finish(await fix(files, options, io)));
}

function addUpgrade(program: Command, io: CliIo, finish: Finish, say: SayHelp): void {
  program
    .command("upgrade")
    .description(say("upgrade"))
    .argument("<file>", say("file"))
    .requiredOption("--from <version>", say("upgrade/from"))
    .requiredOption("--to <version>", say("upgrade/to"))
    .addOption(new Option("--format <format>", say("format")).choices(UPGRADE_FORMATS).default("text"))
    .addOption(dialectOption(say))
    .action(async (file: string, options: UpgradeCommandOptions) => finish(await upgrade(file, options, io)));
}

function addSimulate(program: Command, io: CliIo, finish: Finish, say: SayHelp): void {
  const command = program
    .command("simulate")
    .description(say("simulate"))
    .argument("<file>", say("file"))
    .addOption(scenarioOption(say))
    .option("--seed <number>", say("simulate/seed"), "1")
    .addOption(requireOption(say))
    .option("--trace <file>", say("simulate/trace"));
  addOutputOptions(command, say)
    .addOption(dialectOption(say))
    .addOption(kafkaVersionOption(say))
    .action(async (file: string, options: SimulateCommandOptions) => finish(await simulate(file, options, io)));
}

function dialectOption(say: SayHelp): Option {
  return new Option("--dialect <id>", say("dialect"));
}

function kafkaVersionOption(say: SayHelp): Option {
  return new Option("--kafka-version <version>", say("kafka-version"));
}
