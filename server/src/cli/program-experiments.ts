import { Option, type Command } from "commander";
import { TUNING_GOALS } from "../core/whatif/moves.js";
import { merge, type MergeCommandOptions } from "./commands/merge.js";
import { sweep, type SweepCommandOptions } from "./commands/sweep.js";
import { tune, type TuneCommandOptions } from "./commands/tune.js";
import { whatIf, type WhatIfCommandOptions } from "./commands/what-if.js";
import { REPORT_FORMATS } from "./format/report.js";
import type { CliIo } from "./io.js";
import type { Finish } from "./program.js";

/** Adds the commands that run many simulations. */
export function addExperiments(
  program: Command,
  io: CliIo,
  finish: Finish,
  readingOptions: readonly (() => Option)[],
): void {
  const add = (name: string, description: string, seeds: string): Command => {
    const command = program
      .command(name)
      .description(description)
      .argument("<file>", "a file, or - for standard input");
    addExperimentOptions(command, seeds);
    for (const option of readingOptions) command.addOption(option());
    return command;
  };
  add("what-if", "compare the file with changed settings: what gets better, what gets worse, and why", "5")
    .option("--set <key=value>", "a change, or a key to leave out; may be repeated", collect, [])
    .option("--set-b <key=value>", "a change of a second variant", collect, [])
    .option("--set-c <key=value>", "a change of a third variant", collect, [])
    .action(async (file: string, options: WhatIfCommandOptions) => finish(await whatIf(file, options, io)));
  add("sweep", "simulate every value of one setting, or every pair of values of two", "3")
    .requiredOption(
      "--vary <key=values>",
      "a setting and its values, such as linger.ms=0,5,20; once or twice",
      collect,
      [],
    )
    .option("--measure <measure>", "what the headline is about", "p99")
    .option("--shard <part/parts>", "run only a part, such as 2/4; ackwise merge puts the parts together")
    .action(async (file: string, options: SweepCommandOptions) => finish(await sweep(file, options, io)));
  add("tune", "search for the few changes that serve a goal", "5")
    .requiredOption("--goal <goal>", TUNING_GOALS.join(", "))
    .action(async (file: string, options: TuneCommandOptions) => finish(await tune(file, options, io)));
  const merging = program
    .command("merge")
    .description("put the parts of a sweep together that ackwise sweep --shard wrote")
    .argument("<parts...>", "files");
  addOutputOptions(merging).action(async (parts: string[], options: MergeCommandOptions) =>
    finish(await merge(parts, options, io)),
  );
}

function addExperimentOptions(command: Command, seeds: string): void {
  command
    .addOption(scenarioOption())
    .option("--seed <number>", "the first seed", "1")
    .option("--seeds <number>", "how many seeds: differences get a confidence interval", seeds)
    .option("--jobs <number>", "simulations at once (default: all cores)")
    .addOption(requireOption());
  addOutputOptions(command);
}

/** `--scenario`. */
export function scenarioOption(): Option {
  return new Option(
    "--scenario <name-or-file>",
    "such as three-zones+leader-crash, or a .yaml or .json file (default: one-rack)",
  );
}

/** `--require`. */
export function requireOption(): Option {
  return new Option(
    "--require <requirement>",
    "exit with 1 unless it holds, such as p99<50ms or lost=0; may be repeated",
  )
    .argParser(collect)
    .default([], "none");
}

/** `--format` and `--output` of reports. */
export function addOutputOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--format <format>", "how to print (default: text, or by the name of --output)").choices(
        REPORT_FORMATS,
      ),
    )
    .option("--output <file>", "write the report to a file");
}

/** An option that may be repeated. */
function collect(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}
