import type { Change } from "../changes/changes.js";
import type { VariantOutcome } from "./experiment.js";
import { MEASURES, type MeasureId } from "./measures.js";
import { checkRequirement } from "./requirement.js";
import { confirm, isProven, stepsTo } from "./tuning/confirm.js";
import { GOAL_MEASURE } from "./tuning/goals.js";
import { mended } from "./tuning/mend.js";
import { pricesOf } from "./tuning/prices.js";
import { risksOf } from "./tuning/risks.js";
import { finalists } from "./tuning/search.js";
import { Trials, type Tried } from "./tuning/trials.js";
import type { Alternative, TriedPoint, Tuning, TuningInput, TuningStep } from "./tuning/types.js";

export type { Alternative, Inspected, Price, TriedPoint, Tuning, TuningInput, TuningStep } from "./tuning/types.js";

/**
 * Searches for the few changes that serve a goal. The search tries every setting with one seed, then together with the best so far; what looks best is
 * compared with the file on the seeds asked for, which the search has not seen. What is not clear there is dropped, and so is each change
 * without which it is as good. Nothing is proposed that the client refuses, that the rules find fault with, or that harms records more; for `no-loss`
 * what can lose is worse, whether it loses in these runs or not.
 * @throws BadScenario
 */
export async function tune(input: TuningInput): Promise<Tuning> {
  const trials = new Trials(input);
  const baseline = await trials.baseline();
  if (baseline.outcome === "refused") return nothing(trials, baseline);
  const [file] = await trials.confirm([[]]);
  if (file === undefined) return nothing(trials, baseline);
  const found = input.goal === "no-loss" ? await mend(trials, file) : await improve(trials, file);
  const { path, extreme } = found;
  const proposal = path.at(-1) ?? file;
  if (path.length < 2) return nothing(trials, baseline);
  trials.tell(1);
  const measure = GOAL_MEASURE[input.goal];
  return {
    ...nothing(trials, baseline),
    outcomes: [baseline, proposal.outcome],
    steps: path.slice(1).map((after, index) => stepOf(trials, path[index] ?? file, after)),
    prices: pricesOf(input.goal === "no-loss" ? undefined : measure, file.outcome.measures, proposal.outcome.measures),
    alternative: extreme === undefined ? undefined : alternativeOf(measure, file, extreme),
    verdicts: input.requirements.map((one) => checkRequirement(one, proposal.outcome.measures)),
  };
}

interface Found {
  /** The file, and the proposal last. */
  readonly path: readonly Tried[];
  readonly extreme: Tried | undefined;
}

async function improve(trials: Trials, file: Tried): Promise<Found> {
  const { proposal, extreme } = await confirm(trials, file, await finalists(trials));
  if (proposal === undefined) return { path: [file], extreme: undefined };
  return { path: await stepsTo(trials, file, proposal), extreme };
}

async function mend(trials: Trials, file: Tried): Promise<Found> {
  return { path: await mended(trials, file), extreme: undefined };
}

/** The file as it is. */
function nothing(trials: Trials, baseline: VariantOutcome): Tuning {
  const { goal, requirements } = trials.input;
  trials.tell(1);
  const runs = baseline.outcome === "simulated" ? baseline.measures : [];
  return {
    goal,
    goalMeasure: GOAL_MEASURE[goal],
    outcomes: [baseline],
    steps: [],
    prices: [],
    alternative: undefined,
    tried: trials.screened,
    verdicts: runs.length === 0 ? [] : requirements.map((one) => checkRequirement(one, runs)),
    complete: !trials.isStopped,
  };
}

function alternativeOf(measure: MeasureId, file: Tried, { outcome }: Tried): Alternative {
  return { outcome, prices: pricesOf(measure, file.outcome.measures, outcome.measures) };
}

function stepOf(trials: Trials, before: Tried, after: Tried): TuningStep {
  const measure = GOAL_MEASURE[trials.input.goal];
  const risksAfter = risksOf(trials.inspect(after.changes).textOf);
  const risks = [...risksOf(trials.inspect(before.changes).textOf)].filter((risk) => !risksAfter.has(risk));
  return {
    changes: after.changes.filter((change) => !has(before.changes, change)),
    before: before.measures[measure],
    after: after.measures[measure],
    harmBefore: before.harm,
    harmAfter: after.harm,
    risks,
    isClear: isProven(trials, before, after),
  };
}

function has(changes: readonly Change[], { key, value }: Change): boolean {
  return changes.some((one) => one.key === key && one.value === value);
}

/** The points no other point beats in both measures, from best to worst in the first. */
export function paretoFront(points: readonly TriedPoint[], first: MeasureId, second: MeasureId): readonly TriedPoint[] {
  const sign = (id: MeasureId): number => (MEASURES[id].better === "lower" ? 1 : -1);
  const ordered = [...points].sort(
    (a, b) =>
      sign(first) * (a.measures[first] - b.measures[first]) || sign(second) * (a.measures[second] - b.measures[second]),
  );
  const front: TriedPoint[] = [];
  let best = Infinity;
  for (const point of ordered) {
    const value = sign(second) * point.measures[second];
    if (value >= best) continue;
    best = value;
    front.push(point);
  }
  return front;
}
