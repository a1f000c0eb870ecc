import type { RefusedResult, SimulatedResult, SimulateResult } from "../simulation/result/result.js";
import { measure, type MeasureValues } from "./measures.js";
import type { Change } from "../changes/changes.js";
import { keyOfData } from "./job-key.js";

/** One simulation to be run: plain data, so that it can go to another thread or machine. */
export interface SimulationJob {
  readonly text: string;
  readonly scenario: unknown;
  readonly seed: number;
}

/** Something that says whether to stop: an `AbortSignal`, or any object whose `aborted` turns true. */
export interface StopSignal {
  readonly aborted: boolean;
}

/** Runs jobs, in any order and on any thread, and gives the results in the order of the jobs. */
export type JobRunner = (
  jobs: readonly SimulationJob[],
  onDone: (jobsDone: number) => void,
) => Promise<readonly SimulateResult[]>;

/** A configuration to be tried. The first of an experiment is the baseline: the file as it is. */
export interface Variant {
  readonly name: string;
  readonly changes: readonly Change[];
  readonly text: string;
}

/** What came of a variant: one result per seed, or why the client refuses it. */
export type VariantOutcome =
  | {
      readonly outcome: "simulated";
      readonly variant: Variant;
      /** By seed, in the order of the seeds. */
      readonly results: readonly SimulatedResult[];
      readonly measures: readonly MeasureValues[];
    }
  | { readonly outcome: "refused"; readonly variant: Variant; readonly error: RefusedResult["error"] };

/** A scenario with mistakes stops everything. */
export class BadScenario extends Error {
  readonly mistakes: Extract<SimulateResult, { outcome: "bad-scenario" }>["mistakes"];

  constructor(mistakes: BadScenario["mistakes"]) {
    super("the scenario has mistakes");
    this.mistakes = mistakes;
  }
}

/**
 * Runs every variant with every seed: the same random numbers for each variant, so that differences are the variant's.
 * @throws BadScenario
 */
export async function runVariants(
  variants: readonly Variant[],
  scenario: unknown,
  seeds: readonly number[],
  run: JobRunner,
  onProgress?: (share: number) => void,
): Promise<readonly VariantOutcome[]> {
  const jobs = variants.flatMap(({ text }) => seeds.map((seed): SimulationJob => ({ text, scenario, seed })));
  const results = await run(jobs, (done) => onProgress?.(done / Math.max(1, jobs.length)));
  return variants.map((variant, index) =>
    outcomeOf(variant, results.slice(index * seeds.length, (index + 1) * seeds.length)),
  );
}

function outcomeOf(variant: Variant, results: readonly SimulateResult[]): VariantOutcome {
  const simulated: SimulatedResult[] = [];
  for (const result of results) {
    if (result.outcome === "bad-scenario") throw new BadScenario(result.mistakes);
    if (result.outcome === "refused") return { outcome: "refused", variant, error: result.error };
    simulated.push(result);
  }
  return { outcome: "simulated", variant, results: simulated, measures: simulated.map(measure) };
}

/** A runner that simulates nothing twice: the same text, scenario and seed give the same result. Partial results are not kept. */
export function remembering(run: JobRunner): JobRunner {
  const known = new Map<string, SimulateResult>();
  const keyOf = (job: SimulationJob): string => keyOfData([job.text, job.scenario, job.seed]);
  return async (jobs, onDone) => {
    const wanted = new Map(jobs.map((job) => [keyOf(job), job] as const).filter(([key]) => !known.has(key)));
    const before = jobs.length - wanted.size;
    const results = await run([...wanted.values()], (done) => onDone(before + done));
    const fresh = new Map([...wanted.keys()].map((key, index) => [key, results[index]] as const));
    for (const [key, result] of fresh)
      if (result !== undefined && (result.outcome !== "simulated" || result.complete)) known.set(key, result);
    return jobs.flatMap((job) => known.get(keyOf(job)) ?? fresh.get(keyOf(job)) ?? []);
  };
}

/** Seeds 1, 2, 3 … from the first. */
export function seedsFrom(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
