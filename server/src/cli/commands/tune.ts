import { problem } from "../../core/messages/problem-texts.js";
import { tuneText } from "../../core/report/what-if/run.js";
import { TUNING_GOALS } from "../../core/whatif/moves.js";
import type { StopSignal } from "../../core/whatif/experiment.js";
import { parseTimeout } from "../input/experiment.js";
import { EXIT, type CliIo } from "../io.js";
import { deliver, exitOf, prepareExperiment, refuseScenario, type ExperimentCommandOptions } from "./experiment.js";
import { refuse } from "./lint.js";

/** The options of `ackwise tune`. */
export interface TuneCommandOptions extends ExperimentCommandOptions {
  readonly goal: string;
  readonly timeout?: string;
}

/** `ackwise tune`: the few changes that serve a goal. Exit code 1 when the client refuses the file or a requirement cannot be met. */
export async function tune(name: string, options: TuneCommandOptions, io: CliIo): Promise<number> {
  const goal = TUNING_GOALS.find((one) => one === options.goal);
  if (goal === undefined) return refuse(io, [problem("goal", { goal: options.goal, names: TUNING_GOALS.join(", ") })]);
  const timeoutMs = options.timeout === undefined ? Infinity : parseTimeout(options.timeout);
  if (typeof timeoutMs !== "number") return refuse(io, [timeoutMs.problem]);
  const prepared = await prepareExperiment(name, options, ["tune", "--goal", goal].join("\0"), io);
  if (!("text" in prepared)) return refuse(io, prepared);
  try {
    const signal = signalAfter(timeoutMs, io);
    const experiment = await tuneText(prepared.text, goal, { ...prepared.options, signal });
    if (experiment.outcome === "bad-scenario") return refuseScenario(io, experiment.mistakes);
    const { outcomes, steps, prices, alternative, verdicts, tried } = experiment.data;
    const proposal = outcomes[1]?.variant.changes ?? [];
    const further = alternative && { changes: alternative.outcome.variant.changes, prices: alternative.prices };
    const json = {
      report: experiment.report,
      proposal,
      steps,
      prices,
      ...(further === undefined ? {} : { alternative: further }),
      tried,
      requirements: verdicts,
    };
    const code = outcomes[0]?.outcome === "refused" ? EXIT.findings : exitOf(verdicts);
    return await deliver(experiment.report, json, options, io, code);
  } finally {
    prepared.close();
  }
}

/** Raised when the time is over. It looks at the clock itself: simulations on this thread let no timer have its turn. */
function signalAfter(ms: number, { nowMs }: Pick<CliIo, "nowMs">): StopSignal {
  const endMs = nowMs() + ms;
  return {
    get aborted() {
      return nowMs() > endMs;
    },
  };
}
