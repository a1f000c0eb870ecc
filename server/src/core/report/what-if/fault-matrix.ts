import { readScenario } from "../../simulation/scenario/read-scenario.js";
import { BadScenario, type SimulationJob } from "../../whatif/experiment.js";
import { MATRIX_FAULTS, rowScenario, rowsOf, type MatrixFault } from "../../whatif/fault-matrix.js";
import { measure, type MeasureValues } from "../../whatif/measures.js";
import { checkRequirement, type RequirementVerdict } from "../../whatif/requirement.js";
import type { RefusedResult, SimulatedResult } from "../../simulation/result/result.js";
import { guarded, subjectOf, type Experiment, type ExperimentOptions } from "./subject.js";
import { matrixReport } from "./matrix-report.js";

/** A row: what one fault does to the file, by seed. */
export interface MatrixRow {
  readonly fault: MatrixFault;
  readonly measures: readonly MeasureValues[];
  readonly requirements: readonly RequirementVerdict[];
}

/** The data behind a fault matrix. */
export interface FaultMatrix {
  readonly rows: readonly MatrixRow[];
  /** Faults that need more brokers than the scenario has. */
  readonly leftOut: readonly MatrixFault[];
  /** Why the client does not start; then there are no rows. */
  readonly refused?: RefusedResult["error"];
}

/** A row with the results behind it. */
export interface PlayedRow extends MatrixRow {
  readonly results: readonly SimulatedResult[];
}

/** Plays the standard faults one by one, with load and cluster of the scenario. */
export async function matrixText(text: string, options: ExperimentOptions): Promise<Experiment<FaultMatrix>> {
  const { context } = subjectOf(text, options);
  const { seeds, run, onProgress, requirements = [] } = options;
  return guarded(options, async () => {
    const reading = readScenario(options.scenario);
    if (reading.scenario === undefined) throw new BadScenario([]);
    const { scenario } = reading;
    const faults = rowsOf(scenario);
    const jobs = faults.flatMap((fault) =>
      seeds.map((seed): SimulationJob => ({ text, scenario: rowScenario(scenario, fault), seed })),
    );
    const results = await run(jobs, (done) => onProgress?.(done / Math.max(1, jobs.length)));
    const leftOut = MATRIX_FAULTS.filter((fault) => !faults.includes(fault));
    const simulated: SimulatedResult[] = [];
    for (const result of results) {
      if (result.outcome === "bad-scenario") throw new BadScenario(result.mistakes);
      if (result.outcome === "refused") {
        const data: FaultMatrix = { rows: [], leftOut, refused: result.error };
        return { report: matrixReport(data, [], context), data };
      }
      simulated.push(result);
    }
    const rows = faults.map((fault, index): PlayedRow => {
      const mine = simulated.slice(index * seeds.length, (index + 1) * seeds.length);
      const measures = mine.map(measure);
      const verdicts = requirements.map((one) => checkRequirement(one, measures));
      return { fault, measures, requirements: verdicts, results: mine };
    });
    const data: FaultMatrix = {
      rows: rows.map(({ fault, measures, requirements: verdicts }) => ({ fault, measures, requirements: verdicts })),
      leftOut,
    };
    return { report: matrixReport(data, rows, context), data };
  });
}
