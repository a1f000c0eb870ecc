import { problem } from "../../core/messages/problem-texts.js";
import { compareText } from "../../core/report/what-if/run.js";
import { shownChanges, type Change } from "../../core/changes/changes.js";
import { parseChanges } from "../input/experiment.js";
import { EXIT, type CliIo } from "../io.js";
import { deliver, exitOf, prepareExperiment, refuseScenario, type ExperimentCommandOptions } from "./experiment.js";
import { refuse } from "./lint.js";

/** The options of `ackwise what-if`. */
export interface WhatIfCommandOptions extends ExperimentCommandOptions {
  readonly set: readonly string[];
  readonly setB: readonly string[];
  readonly setC: readonly string[];
}

/** `ackwise what-if`: the file against one to three variants. Exit code 1 when the client refuses the file or the last variant, or a requirement fails. */
export async function whatIf(name: string, options: WhatIfCommandOptions, io: CliIo): Promise<number> {
  const changeSets: (readonly Change[])[] = [];
  const words = ["what-if"];
  for (const [flag, texts] of [
    ["--set", options.set],
    ["--set-b", options.setB],
    ["--set-c", options.setC],
  ] as const) {
    if (texts.length === 0) continue;
    const changes = parseChanges(flag, texts);
    if ("problem" in changes) return refuse(io, [changes.problem]);
    changeSets.push(changes);
    for (const { key, value } of shownChanges(changes)) words.push(flag, value === undefined ? key : `${key}=${value}`);
  }
  if (changeSets.length === 0) return refuse(io, [problem("set/none")]);
  const prepared = await prepareExperiment(name, options, words.join("\0"), io);
  if (!("text" in prepared)) return refuse(io, prepared);
  try {
    const experiment = await compareText(prepared.text, changeSets, prepared.options);
    if (experiment.outcome === "bad-scenario") return refuseScenario(io, experiment.mistakes);
    const { outcomes, verdicts } = experiment.data;
    const variants = outcomes.map((one) =>
      one.outcome === "refused"
        ? { changes: shownChanges(one.variant.changes), outcome: one.outcome, error: one.error }
        : { changes: shownChanges(one.variant.changes), outcome: one.outcome, measures: one.measures },
    );
    const json = { report: experiment.report, variants, requirements: verdicts };
    const isRefused = outcomes[0]?.outcome === "refused" || outcomes.at(-1)?.outcome === "refused";
    const code = isRefused ? EXIT.findings : exitOf(verdicts);
    return await deliver(experiment.report, json, options, io, code);
  } finally {
    prepared.close();
  }
}
