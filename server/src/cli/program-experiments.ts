import { Option, type Command } from "commander";
import { TUNING_GOALS } from "../core/whatif/moves.js";
import { matrix } from "./commands/matrix.js";
import { merge, type MergeCommandOptions } from "./commands/merge.js";
import { sweep, type SweepCommandOptions } from "./commands/sweep.js";
import { tune, type TuneCommandOptions } from "./commands/tune.js";
import { whatIf, type WhatIfCommandOptions } from "./commands/what-if.js";
import { REPORT_FORMATS } from "./format/report.js";
import type { SayHelp } from "../core/messages/help-texts.js";
import type { ExperimentCommandOptions } from "./commands/experiment.js";
import type { CliIo } from "./io.js";
import type { Finish } from "./program.js";

/** Adds the commands that run many simulations. */
export function addExperiments(
  program: Command,
  io: CliIo,
  finish: Finish,
  say: SayHelp,
  readingOptions: readonly ((say: SayHelp) => Option)[],
): void {
  const add = (name: string, description: string, seeds: string): Command => {
    const command = program.command(name).description(description).argument("<file>", say("file"));
    addExperimentOptions(command, seeds, say);
    for (const option of readingOptions) command.addOption(option(say));
    return command;
  };
  add("what-if", say("what-if"), "5")
    .option("--set <key=value>", say("what-if/set"), collect, [])
    .option("--set-b <key=value>", say("what-if/set-b"), collect, [])
    .option("--set-c <key=value>", say("what-if/set-c"), collect, [])
    .action(async (file: string, options: WhatIfCommandOptions) => finish(await whatIf(file, options, io)));
  add("sweep", say("sweep"), "3")
    .requiredOption("--vary <key=values>", say("sweep/vary"), collect, [])
    .option("--measure <measure>", say("sweep/measure"), "p99")
    .option("--shard <part/parts>", say("sweep/shard"))
    .action(async (file: string, options: SweepCommandOptions) => finish(await sweep(file, options, io)));
  add("tune", say("tune"), "5")
    .requiredOption("--goal <goal>", TUNING_GOALS.join(", "))
    .option("--timeout <time>", say("tune/timeout"))
    .action(async (file: string, options: TuneCommandOptions) => finish(await tune(file, options, io)));
  add("matrix", say("matrix"), "1").action(async (file: string, options: ExperimentCommandOptions) =>
    finish(await matrix(file, options, io)),
  );
  const merging = program.command("merge").description(say("merge")).argument("<parts...>", say("merge/parts"));
  addOutputOptions(merging, say).action(async (parts: string[], options: MergeCommandOptions) =>
    finish(await merge(parts, options, io)),
  );
}

function addExperimentOptions(command: Command, seeds: string, say: SayHelp): void {
  command
    .addOption(scenarioOption(say))
    .option("--seed <number>", say("seed"), "1")
    .option("--seeds <number>", say("seeds"), seeds)
    .option("--jobs <number>", say("jobs"))
    .addOption(requireOption(say));
  addOutputOptions(command, say);
}

/** `--scenario`. */
export function scenarioOption(say: SayHelp): Option {
  return new Option("--scenario <name-or-file>", say("scenario"));
}

/** `--require`. */
export function requireOption(say: SayHelp): Option {
  return new Option("--require <requirement>", say("require")).argParser(collect).default([], say("require/none"));
}

/** `--format` and `--output` of reports. */
export function addOutputOptions(command: Command, say: SayHelp): Command {
  return command
    .addOption(new Option("--format <format>", say("report-format")).choices(REPORT_FORMATS))
    .option("--output <file>", say("output"));
}

/** An option that may be repeated. */
function collect(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}
