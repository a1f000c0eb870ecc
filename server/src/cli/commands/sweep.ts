import { messagesOf } from "../language.js";
import { shownValue } from "../../core/catalog/secrecy.js";
import { problem } from "../../core/messages/problem-texts.js";
import { inOneLine, inTerminal } from "../../core/text/shown.js";
import { sweepText } from "../../core/report/what-if/sweep.js";
import { MEASURE_IDS, type MeasureId } from "../../core/whatif/measures.js";
import { checkRequirement } from "../../core/whatif/requirement.js";
import { parseAxes, parseShard } from "../input/experiment.js";
import { EXIT, type CliIo } from "../io.js";
import { writeOutput } from "../output-file.js";
import { deliver, prepareExperiment, refuseScenario, type ExperimentCommandOptions } from "./experiment.js";
import { refuse } from "./lint.js";

/** The options of `ackwise sweep`. */
export interface SweepCommandOptions extends ExperimentCommandOptions {
  readonly vary: readonly string[];
  readonly measure: string;
  readonly shard?: string;
}

/** `ackwise sweep`: every pair of values of one or two settings. Exit code 1 when no cell meets what is required. */
export async function sweep(name: string, options: SweepCommandOptions, io: CliIo): Promise<number> {
  const axes = parseAxes(options.vary);
  if ("problem" in axes) return refuse(io, [axes.problem]);
  const shard = parseShard(options.shard);
  if ("problem" in shard) return refuse(io, [shard.problem]);
  const goal = MEASURE_IDS.find((id) => id === options.measure);
  if (goal === undefined)
    return refuse(io, [problem("measure", { measure: options.measure, names: MEASURE_IDS.join(", ") })]);
  if (options.shard !== undefined && options.output === undefined) return refuse(io, [problem("shard/output")]);
  const prepared = await prepareExperiment(name, options, commandOf(options, goal), io);
  if (!("text" in prepared)) return refuse(io, prepared);
  try {
    const experiment = await sweepText(prepared.text, axes, goal, prepared.options, shard);
    if (experiment.outcome === "bad-scenario") return refuseScenario(io, experiment.mistakes);
    const { data, report } = experiment;
    if (options.shard !== undefined) {
      const path = options.output ?? "";
      const unwritten = await writeOutput(io, path, `${JSON.stringify(data)}\n`);
      if (unwritten !== undefined) return refuse(io, [unwritten]);
      const wrote = problem("wrote-part", { file: path, part: options.shard, count: data.cells.length });
      io.stderr(inTerminal(`${inOneLine(messagesOf(io).say(wrote))}\n`));
      return EXIT.clean;
    }
    const meets = data.cells.some(
      ({ measures }) =>
        measures.length > 0 && prepared.requirements.every((one) => checkRequirement(one, measures).holds),
    );
    return await deliver(report, { report, sweep: data }, options, io, meets ? EXIT.clean : EXIT.findings);
  } finally {
    prepared.close();
  }
}

/** Without the shard: the whole is what is made again. */
function commandOf({ vary }: SweepCommandOptions, goal: MeasureId): string {
  const shown = vary.map((text) => {
    const at = text.indexOf("=") + 1;
    return text.slice(0, at) + shownValue(text.slice(0, at - 1).trim(), text.slice(at));
  });
  const words = ["sweep", ...shown.flatMap((text) => ["--vary", text])];
  return [...words, ...(goal === "p99" ? [] : ["--measure", goal])].join("\0");
}
