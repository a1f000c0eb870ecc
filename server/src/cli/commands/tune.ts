import { problem } from "../../core/messages/problem-texts.js";
import { tuneText } from "../../core/report/what-if/run.js";
import { TUNING_GOALS } from "../../core/whatif/moves.js";
import { EXIT, type CliIo } from "../io.js";
import { deliver, exitOf, prepareExperiment, refuseScenario, type ExperimentCommandOptions } from "./experiment.js";
import { refuse } from "./lint.js";

/** The options of `ackwise tune`. */
export interface TuneCommandOptions extends ExperimentCommandOptions {
  readonly goal: string;
}

/** `ackwise tune`: the few changes that serve a goal. Exit code 1 when the client refuses the file or a requirement cannot be met. */
export async function tune(name: string, options: TuneCommandOptions, io: CliIo): Promise<number> {
  const goal = TUNING_GOALS.find((one) => one === options.goal);
  if (goal === undefined) return refuse(io, [problem("goal", { goal: options.goal, names: TUNING_GOALS.join(", ") })]);
  const prepared = await prepareExperiment(name, options, ["tune", "--goal", goal].join("\0"), io);
  if (!("text" in prepared)) return refuse(io, prepared);
  try {
    const experiment = await tuneText(prepared.text, goal, prepared.options);
    if (experiment.outcome === "bad-scenario") return refuseScenario(io, experiment.mistakes);
    const { outcomes, steps, verdicts, tried } = experiment.data;
    const proposal = outcomes[1]?.variant.changes ?? [];
    const json = { report: experiment.report, proposal, steps, tried, requirements: verdicts };
    const code = outcomes[0]?.outcome === "refused" ? EXIT.findings : exitOf(verdicts);
    return await deliver(experiment.report, json, options, io, code);
  } finally {
    prepared.close();
  }
}
