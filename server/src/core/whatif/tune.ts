import type { ConfigDocument } from "../dialects/types.js";
import type { Change } from "../changes/changes.js";
import { changedText } from "../changes/write-changes.js";
import { estimate } from "./confidence.js";
import {
  remembering,
  runVariants,
  type JobRunner,
  type StopSignal,
  type Variant,
  type VariantOutcome,
} from "./experiment.js";
import { MEASURE_IDS, MEASURES, type MeasureId, type MeasureValues } from "./measures.js";
import { movesFor, type Move, type TuningGoal } from "./moves.js";
import { checkRequirement, type Requirement, type RequirementVerdict } from "./requirement.js";

/** What to tune, and how. */
export interface TuningInput {
  readonly document: ConfigDocument;
  /** The value of a setting in effect, before any change. */
  readonly textOf: (key: string) => string | undefined;
  readonly scenario: unknown;
  readonly goal: TuningGoal;
  readonly requirements: readonly Requirement[];
  /** Seeds of the comparison; the search looks over all moves with the first. */
  readonly seeds: readonly number[];
  readonly run: JobRunner;
  readonly signal?: StopSignal | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** A configuration that was tried on the way, by the means of its measures. */
export interface TriedPoint {
  readonly changes: readonly Change[];
  readonly measures: MeasureValues;
}

/** A change that was kept, and what it did to the measure of the goal. */
export interface TuningStep {
  readonly changes: readonly Change[];
  readonly before: number;
  readonly after: number;
  /** Records lost, stored twice, out of order or failed that it avoids. */
  readonly harmBefore: number;
  readonly harmAfter: number;
}

/** What tuning found. */
export interface Tuning {
  readonly goal: TuningGoal;
  readonly goalMeasure: MeasureId;
  /** Baseline first, then the proposal, unless there is nothing to propose. Both with all seeds. */
  readonly outcomes: readonly VariantOutcome[];
  readonly steps: readonly TuningStep[];
  readonly tried: readonly TriedPoint[];
  readonly verdicts: readonly RequirementVerdict[];
  readonly complete: boolean;
}

/** The measure a goal is about; of `no-loss` it decides between configurations that lose the same. */
const GOAL_MEASURE: Readonly<Record<TuningGoal, MeasureId>> = {
  p99: "p99",
  throughput: "throughput",
  requests: "requests",
  memory: "memory",
  "no-loss": "p99",
};

const MOST_STEPS = 5;
/** So many of the moves that look best with one seed are tried with all. */
const FINALISTS = 4;
/**
 * A change may move how many records a fault harms, since batches get larger or smaller; beyond this factor, or where there was no harm
 * before, it counts as a new risk.
 */
const MOST_HARM = 2;
/** A change must bring so much of the goal's measure, or it is not worth its line. */
const LEAST_GAIN = 0.02;

interface Tried extends TriedPoint {
  readonly violations: number;
  readonly harm: number;
}

/**
 * Greedy search: in each step every move is tried on top of the changes kept so far, and the best is kept; at the end a change
 * that brings nothing any more is dropped again. No kind of harm to records may appear that the file as it is does not do, nor
 * grow beyond {@link MOST_HARM} times. The client refuses are left out, so that no proposal is one.
 * @throws BadScenario
 */
export async function tune(given: TuningInput): Promise<Tuning> {
  const input = { ...given, run: remembering(given.run) };
  const search = new Search(input);
  const goalMeasure = GOAL_MEASURE[input.goal];
  let best = (await search.tryAll([[]]))[0];
  const moves = movesFor(input.goal, input.textOf);
  for (let step = 0; step < MOST_STEPS && best !== undefined && input.signal?.aborted !== true; step++) {
    const next: Tried | undefined = await search.nextFrom(best, moves);
    input.onProgress?.((step + 1) / (MOST_STEPS + 1));
    if (next === undefined) break;
    best = next;
  }
  const proposal = best === undefined ? [] : await withoutIdle(search, best);
  return finish(input, search, proposal, await stepsTo(search, proposal, goalMeasure), goalMeasure);
}

async function finish(
  input: TuningInput,
  search: Search,
  proposal: readonly Change[],
  steps: readonly TuningStep[],
  goalMeasure: MeasureId,
): Promise<Tuning> {
  const variants = proposal.length === 0 ? [[]] : [[], proposal];
  const outcomes = await runVariants(
    variants.map((changes) => variantOf(input.document, changes)),
    input.scenario,
    input.seeds,
    input.run,
  );
  input.onProgress?.(1);
  const last = outcomes.at(-1);
  const runs = last?.outcome === "simulated" ? last.measures : [];
  return {
    goal: input.goal,
    goalMeasure,
    outcomes,
    steps,
    tried: search.tried,
    verdicts: runs.length === 0 ? [] : input.requirements.map((one) => checkRequirement(one, runs)),
    complete: input.signal?.aborted !== true,
  };
}

/** Drops, one after the other, changes without which it is as good. */
async function withoutIdle(search: Search, best: Tried): Promise<readonly Change[]> {
  let kept = best;
  for (const change of best.changes) {
    if (kept.changes.length < 2) break;
    const [without] = await search.tryAll([kept.changes.filter((one) => one !== change)]);
    if (without !== undefined && !search.isBetter(kept, without)) kept = without;
  }
  return kept.changes;
}

/** What each change of the proposal brings on top of those before it. */
async function stepsTo(
  search: Search,
  proposal: readonly Change[],
  goalMeasure: MeasureId,
): Promise<readonly TuningStep[]> {
  const tried = await search.tryAll([[], ...proposal.map((_, index) => proposal.slice(0, index + 1))]);
  return tried.slice(1).flatMap((after, index) => {
    const before = tried[index];
    return before === undefined ? [] : [stepOf(before, after, goalMeasure)];
  });
}

class Search {
  readonly tried: Tried[] = [];
  readonly #input: TuningInput;
  readonly #measure: MeasureId;
  #limits: MeasureValues | undefined;

  constructor(input: TuningInput) {
    this.#input = input;
    this.#measure = GOAL_MEASURE[input.goal];
  }

  /** Simulates sets of changes; what the client refuses is left out. The first set ever tried is the baseline. */
  async tryAll(sets: readonly (readonly Change[])[]): Promise<Tried[]> {
    const found = await this.#simulate(sets, this.#input.seeds.length);
    this.tried.push(...found);
    return found;
  }

  /** The best of all moves from here: every one is tried with one seed, and those that look best with all. */
  async nextFrom(present: Tried, moves: readonly Move[]): Promise<Tried | undefined> {
    const sets = [present.changes, ...moves.map(({ changes }) => merged(present.changes, changes))];
    const [here, ...others] = await this.#simulate(sets, 1);
    if (here === undefined) return undefined;
    this.tried.push(...others);
    const promising = others.filter((one) => this.isBetter(one, here)).sort((a, b) => this.order(a, b));
    const tried = await this.tryAll(promising.slice(0, FINALISTS).map(({ changes }) => changes));
    return this.#modest(tried.filter((one) => this.isBetter(one, present)).sort((a, b) => this.order(a, b)));
  }

  /** Of those that are about as good as the best, the one with the lowest latency and the least memory. */
  #modest([best, ...others]: readonly Tried[]): Tried | undefined {
    if (best === undefined || this.#input.goal === "no-loss") return best;
    const equals = others.filter(
      (one) => one.violations === best.violations && this.#gain(best, one) < LEAST_GAIN && !this.isBetter(best, one),
    );
    const [first] = [best, ...equals].sort(
      (a, b) => a.measures.p99 - b.measures.p99 || a.measures.memory - b.measures.memory,
    );
    return first;
  }

  async #simulate(sets: readonly (readonly Change[])[], seedCount: number): Promise<Tried[]> {
    const { document, scenario, seeds, run } = this.#input;
    const variants = sets.map((changes) => variantOf(document, changes));
    const outcomes = await runVariants(variants, scenario, seeds.slice(0, seedCount), run);
    return outcomes.flatMap((outcome) => (outcome.outcome === "simulated" ? [this.#judge(outcome)] : []));
  }

  /** Whether one is enough better than another to be worth its lines. */
  isBetter(one: Tried, other: Tried): boolean {
    if (one.violations !== other.violations) return one.violations < other.violations;
    if (this.#input.goal === "no-loss") return one.harm < other.harm;
    return this.#gain(one, other) > LEAST_GAIN;
  }

  /** Best first. */
  order(a: Tried, b: Tried): number {
    if (a.violations !== b.violations) return a.violations - b.violations;
    if (this.#input.goal === "no-loss" && a.harm !== b.harm) return a.harm - b.harm;
    return this.#gain(b, a) || a.changes.length - b.changes.length;
  }

  /** How much better in the goal's measure, as a share. */
  #gain(one: Tried, other: Tried): number {
    const [a, b] = [one.measures[this.#measure], other.measures[this.#measure]];
    const base = Math.max(Math.abs(b), 1e-9);
    return MEASURES[this.#measure].better === "lower" ? (b - a) / base : (a - b) / base;
  }

  #judge({ variant, measures }: Extract<VariantOutcome, { outcome: "simulated" }>): Tried {
    const means = meansOf(measures);
    this.#limits ??= means;
    const limits = this.#limits;
    const worse = HARMS.filter((kind) => sumOf(means, kind) > MOST_HARM * sumOf(limits, kind)).length;
    const unmet = this.#input.requirements.filter((one) => !checkRequirement(one, measures).holds).length;
    return { changes: variant.changes, measures: means, violations: worse * 1_000 + unmet, harm: harmOf(means) };
  }
}

/** Kinds of harm. A record that is not lost may be doubled or out of order in its place, and chance decides which of the two. */
const HARMS: readonly (readonly MeasureId[])[] = [["lost"], ["failed", "pending"], ["duplicates", "unordered"]];

function harmOf(measures: MeasureValues): number {
  return sumOf(measures, HARMS.flat());
}

function sumOf(measures: MeasureValues, ids: readonly MeasureId[]): number {
  return ids.reduce((sum, id) => sum + measures[id], 0);
}

function meansOf(runs: readonly MeasureValues[]): MeasureValues {
  return Object.fromEntries(MEASURE_IDS.map((id) => [id, estimate(runs.map((run) => run[id])).mean])) as Record<
    MeasureId,
    number
  >;
}

function stepOf(before: Tried, after: Tried, id: MeasureId): TuningStep {
  return {
    changes: after.changes.filter((change) => !has(before.changes, change)),
    before: before.measures[id],
    after: after.measures[id],
    harmBefore: before.harm,
    harmAfter: after.harm,
  };
}

function variantOf(document: ConfigDocument, changes: readonly Change[]): Variant {
  const name = changes.map(({ key, value }) => `${key}=${value ?? ""}`).join(" ");
  return { name, changes, text: changedText(document, changes) };
}

/** Changes with others written over them. */
function merged(base: readonly Change[], over: readonly Change[]): readonly Change[] {
  return [...base.filter(({ key }) => !over.some((one) => one.key === key)), ...over];
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
