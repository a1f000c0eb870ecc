import { Argument, Command, Option } from "commander";
import { version } from "../../../package.json";
import { latestVersion } from "../core/catalog/version.js";
import { LANGUAGES } from "../core/messages/languages.js";
import { PROFILES } from "../core/rules/profiles.js";
import { effective, EFFECTIVE_FORMATS, type EffectiveCommandOptions } from "./commands/effective.js";
import { explain, type ExplainCommandOptions } from "./commands/explain.js";
import { fix, type FixCommandOptions } from "./commands/fix.js";
import { FAIL_LEVELS, lint, LINT_FORMATS, type LintCommandOptions } from "./commands/lint.js";
import { languageServer } from "./commands/lsp.js";
import { simulate, type SimulateCommandOptions } from "./commands/simulate.js";
import { upgrade, UPGRADE_FORMATS, type UpgradeCommandOptions } from "./commands/upgrade.js";
import type { CliIo } from "./io.js";
import { addExperiments, addOutputOptions, requireOption, scenarioOption } from "./program-experiments.js";

/** Takes the exit code of the command that ran. */
export type Finish = (code: number) => void;

/** The grammar of the command line: the one place where flags are defined. README.md is tested against it. */
export function buildProgram(outer: CliIo, finish: Finish): Command {
  const program = new Command("ackwise");
  const io: CliIo = { ...outer, language: () => program.opts<{ lang?: string }>().lang };
  program
    .description("The verdict of the real Apache Kafka producer on its configuration, before it runs.")
    .version(`ackwise ${version} (Kafka clients 2.1 to ${latestVersion().text})`, "-V, --version")
    .addOption(
      new Option("--lang <language>", "the language of texts (default: by LC_ALL, LC_MESSAGES or LANG)").choices(
        LANGUAGES,
      ),
    )
    .helpCommand(false)
    .showHelpAfterError("Try --help.")
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: (text) => io.stderr(text.replace(/^error: /, "ackwise: ")) });
  addLint(program, io, finish);
  addEffective(program, io, finish);
  addExplain(program, io, finish);
  addFix(program, io, finish);
  addUpgrade(program, io, finish);
  addSimulate(program, io, finish);
  addExperiments(program, io, finish, [dialectOption, kafkaVersionOption]);
  program
    .command("lsp")
    .description("run the language server")
    .requiredOption("--stdio", "speak over standard input and output")
    .action(async () => finish(await languageServer(io)));
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

function addLint(program: Command, io: CliIo, finish: Finish): void {
  program
    .command("lint")
    .description("find what the producer refuses, changes silently or should not be asked to do")
    .argument("<files...>", "files, directories, patterns, or - for standard input")
    .addOption(new Option("--format <format>", "how to print findings").choices(LINT_FORMATS).default("pretty"))
    .addOption(dialectOption())
    .addOption(kafkaVersionOption())
    .addOption(new Option("--fail-on <severity>", "exit with 1 from here on").choices(FAIL_LEVELS).default("error"))
    .addOption(
      new Option("--profile <profile>", "what matters most (default: project file, else default)").choices(PROFILES),
    )
    .option("--baseline <file>", "report only findings that are not in this file")
    .option("--update-baseline", "write the findings of now into the baseline")
    .option("--frame", "show the line of each finding (default on a terminal)")
    .option("--no-frame", "do not show the line of each finding")
    .option("--quiet", "print only findings that make the command fail, and no summary")
    .action(async (files: string[], options: LintCommandOptions) => finish(await lint(files, options, io)));
}

function addEffective(program: Command, io: CliIo, finish: Finish): void {
  program
    .command("effective")
    .description("print every setting of the running producer and where it comes from")
    .argument("<file>", "a file, or - for standard input")
    .addOption(new Option("--format <format>", "how to print").choices(EFFECTIVE_FORMATS).default("table"))
    .addOption(dialectOption())
    .addOption(kafkaVersionOption())
    .action(async (file: string, options: EffectiveCommandOptions) => finish(await effective(file, options, io)));
}

function addExplain(program: Command, io: CliIo, finish: Finish): void {
  program
    .command("explain")
    .description("explain a producer setting or a rule")
    .addArgument(new Argument("<key-or-rule>", "such as linger.ms or delivery-timeout-too-short"))
    .addOption(kafkaVersionOption())
    .action(async (name: string, options: ExplainCommandOptions) => finish(await explain(name, options, io)));
}

function addFix(program: Command, io: CliIo, finish: Finish): void {
  program
    .command("fix")
    .description("apply the fixes that cannot change what the author meant")
    .argument("<files...>", "files, directories, patterns, or - to print the fixed text")
    .option("--check", "write nothing; exit with 1 when something would change")
    .option("--suggestions", "apply the preferred suggestion too where an error or warning has no safe fix")
    .addOption(dialectOption())
    .addOption(kafkaVersionOption())
    .action(async (files: string[], options: FixCommandOptions) => finish(await fix(files, options, io)));
}

function addUpgrade(program: Command, io: CliIo, finish: Finish): void {
  program
    .command("upgrade")
    .description("compare two client releases on a file: what throws now, what changes silently, how to keep it")
    .argument("<file>", "a file, or - for standard input")
    .requiredOption("--from <version>", "the client in use, such as 2.8")
    .requiredOption("--to <version>", "the client to move to, such as 4.1")
    .addOption(new Option("--format <format>", "how to print").choices(UPGRADE_FORMATS).default("text"))
    .addOption(dialectOption())
    .action(async (file: string, options: UpgradeCommandOptions) => finish(await upgrade(file, options, io)));
}

function addSimulate(program: Command, io: CliIo, finish: Finish): void {
  const command = program
    .command("simulate")
    .description("simulate the producer under load and faults: throughput, latency, and what becomes of every record")
    .argument("<file>", "a file, or - for standard input")
    .addOption(scenarioOption())
    .option("--seed <number>", "decides everything left to chance", "1")
    .addOption(requireOption())
    .option("--trace <file>", "write every batch and request: .ndjson (event log) or .json (Chrome trace, Perfetto)");
  addOutputOptions(command)
    .addOption(dialectOption())
    .addOption(kafkaVersionOption())
    .action(async (file: string, options: SimulateCommandOptions) => finish(await simulate(file, options, io)));
}

function dialectOption(): Option {
  return new Option("--dialect <id>", "how to read the file, instead of by its name and content");
}

function kafkaVersionOption(): Option {
  return new Option(
    "--kafka-version <version>",
    "the client release, such as 3.9 (default: file, project file, build files, newest)",
  );
}
