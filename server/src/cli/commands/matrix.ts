import { matrixText } from "../../core/report/what-if/fault-matrix.js";
import { EXIT, type CliIo } from "../io.js";
import { deliver, exitOf, prepareExperiment, refuseScenario, type ExperimentCommandOptions } from "./experiment.js";
import { refuse } from "./lint.js";

/** `ackwise matrix`: what each standard fault does. Exit code 1 when the client refuses the file or a row fails a requirement. */
export async function matrix(name: string, options: ExperimentCommandOptions, io: CliIo): Promise<number> {
  const prepared = await prepareExperiment(name, options, "matrix", io);
  if (!("text" in prepared)) return refuse(io, prepared);
  try {
    const experiment = await matrixText(prepared.text, prepared.options);
    if (experiment.outcome === "bad-scenario") return refuseScenario(io, experiment.mistakes);
    const { report, data } = experiment;
    const verdicts = data.rows.flatMap(({ requirements }) => requirements);
    const code = data.refused === undefined ? exitOf(verdicts) : EXIT.findings;
    return await deliver(report, { report, matrix: data }, options, io, code);
  } finally {
    prepared.close();
  }
}
