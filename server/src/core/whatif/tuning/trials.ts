import type { Change } from "../../changes/changes.js";
import { changedText } from "../../changes/write-changes.js";
import { remembering, runVariants, type JobRunner, type Variant, type VariantOutcome } from "../experiment.js";
import type { MeasureId, MeasureValues } from "../measures.js";
import type { TuningGoal } from "../moves.js";
import { quickScenario } from "../quick.js";
import { checkRequirement } from "../requirement.js";
import { gainIn, GOAL_MEASURE, isClearly, meansOf } from "./goals.js";
import { risksOf, type Risk } from "./risks.js";
import type { Inspected, TriedPoint, TuningInput } from "./types.js";

type Simulated = Extract<VariantOutcome, { outcome: "simulated" }>;

/** A set of changes that was simulated. */
export interface Tried extends TriedPoint {
  readonly outcome: Simulated;
  /** With more seeds than asked for where those are too few to tell a gain from chance. */
  readonly runs: readonly MeasureValues[];
  /** Requirements that do not hold. */
  readonly unmet: number;
  /** The load is not kept up with, and the goal is about it: latency grows with every second, whatever its p99 in so many seconds. */
  readonly isBehind: boolean;
  readonly harm: number;
}

/** Fewer runs do not tell a gain from chance. */
const LEAST_SEEDS = 3;
/** So many sets are simulated before somebody may stop the search. */
const CHUNK = 8;
/**
 * A change may move how many records a fault harms, since batches get larger or smaller; beyond this factor, or where there was no harm
 * before, it counts as a new risk.
 */
const MOST_HARM = 2;
/** A smaller share of the records may go missing by chance. */
const LEAST_DELIVERED = 0.98;
/** A smaller share of the planned records is not keeping up with them. */
const LEAST_KEPT_UP = 0.97;
const ABOUT_LOAD: ReadonlySet<TuningGoal> = new Set(["p99", "throughput"]);
/** buffer.memory must hold what the application sends in so long: a broker that stands still for it does not stop the application. */
const HEADROOM_SECONDS = 1;
/** About so many runs a tuning takes, for the bar. */
const EXPECTED_SCREENS = 45;
const EXPECTED_SETS = 9;

/** Kinds of harm. A record that is not lost may be doubled or out of order instead, and chance decides which of the two. */
const HARMS: readonly (readonly MeasureId[])[] = [["lost"], ["failed", "pending"], ["duplicates", "unordered"]];

/** Simulates sets of changes, and knows which of them may be proposed. */
export class Trials {
  readonly input: TuningInput;
  /** What the screening tried, the file first. */
  readonly screened: Tried[] = [];
  readonly #run: JobRunner;
  readonly #quick: unknown;
  readonly #own: Inspected;
  readonly #ownRisks: ReadonlySet<Risk>;
  readonly #screenSeed: number;
  #done = 0;

  constructor(input: TuningInput) {
    this.input = input;
    this.#run = remembering(input.run);
    this.#quick = quickScenario(input.scenario);
    this.#own = input.inspect(input.document.text);
    this.#ownRisks = risksOf(this.#own.textOf);
    this.#screenSeed = Math.max(0, ...input.seeds) + 1;
  }

  get isStopped(): boolean {
    return this.input.signal?.aborted === true;
  }

  /** The file as it is. */
  get own(): Inspected {
    return this.#own;
  }

  /** Reads the file with changes. */
  inspect(changes: readonly Change[]): Inspected {
    return this.input.inspect(changedText(this.input.document, changes));
  }

  /** The text says nothing against it: no rule finds more than in the file, and nothing can happen to records that cannot now. */
  isAllowed(changes: readonly Change[]): boolean {
    if (changes.length === 0) return true;
    const { textOf, findings } = this.inspect(changes);
    const isNew = findings.some((one) => !this.#own.findings.includes(one));
    return !isNew && [...risksOf(textOf)].every((risk) => this.#ownRisks.has(risk));
  }

  /**
   * Tries sets with one seed that the comparison does not have, over a short time where nothing happens that needs more. What is not allowed
   * or refused is left out; `isWhole`: over the whole time.
   */
  async screen(sets: readonly (readonly Change[])[], isWhole: boolean = false): Promise<readonly Tried[]> {
    const found: Tried[] = [];
    const allowed = sets.filter((changes) => this.isAllowed(changes));
    for (let at = 0; at < allowed.length && !this.isStopped; at += CHUNK)
      found.push(
        ...(await this.#simulate(
          allowed.slice(at, at + CHUNK),
          [this.#screenSeed],
          isWhole ? this.input.scenario : this.#quick,
        )),
      );
    this.screened.push(...found);
    return found;
  }

  /** Simulates sets with the seeds of the comparison; what the client refuses is left out. */
  async confirm(sets: readonly (readonly Change[])[]): Promise<readonly Tried[]> {
    return this.#simulate(sets, this.input.seeds, this.input.scenario);
  }

  /** The file itself may be refused; then nothing is tried. */
  async baseline(): Promise<VariantOutcome> {
    const [outcome] = await this.#outcomes([[]], this.input.seeds, this.input.scenario);
    if (outcome === undefined) throw new RangeError("one set of changes has one outcome");
    return outcome;
  }

  /** Nothing happens to records that does not happen now, as many are delivered, and memory has room for a pause. */
  isHarmless(before: Tried, after: Tried): boolean {
    const [from, to] = [before.measures, after.measures];
    if (HARMS.some((kind) => sumOf(to, kind) > MOST_HARM * sumOf(from, kind))) return false;
    if (HARMS.flat().some((id) => before.runs.length > 1 && isClearly("worse", id, before.runs, after.runs)))
      return false;
    if (to.records < LEAST_DELIVERED * from.records) return false;
    return to.memoryLimit >= from.memoryLimit || hasHeadroom(after);
  }

  /** By how much the goal's measure gets better. */
  gain(before: TriedPoint, after: TriedPoint): number {
    return gainIn(GOAL_MEASURE[this.input.goal], before.measures, after.measures);
  }

  /** Tells how far it is. */
  tell(share?: number): void {
    const expected = EXPECTED_SCREENS + EXPECTED_SETS * this.input.seeds.length;
    this.input.onProgress?.(share ?? Math.min(0.99, this.#done / Math.max(expected, this.#done + 1)));
  }

  async #simulate(
    sets: readonly (readonly Change[])[],
    seeds: readonly number[],
    scenario: unknown,
  ): Promise<readonly Tried[]> {
    const isComparison = seeds === this.input.seeds;
    const more = isComparison ? this.#moreSeeds() : [];
    const outcomes = await this.#outcomes(sets, seeds, scenario);
    const extra = more.length === 0 ? [] : await this.#outcomes(sets, more, scenario);
    return outcomes.flatMap((outcome, index) => {
      if (outcome.outcome === "refused") return [];
      const other = extra[index];
      const runs = other?.outcome === "simulated" ? [...outcome.measures, ...other.measures] : outcome.measures;
      return [this.#judge(outcome, runs)];
    });
  }

  #moreSeeds(): readonly number[] {
    const count = Math.max(0, LEAST_SEEDS - this.input.seeds.length);
    return Array.from({ length: count }, (_, index) => this.#screenSeed + 1 + index);
  }

  #outcomes(
    sets: readonly (readonly Change[])[],
    seeds: readonly number[],
    scenario: unknown,
  ): Promise<readonly VariantOutcome[]> {
    const variants = sets.map((changes) => this.#variant(changes));
    const run: JobRunner = (jobs, onDone) => this.#run(jobs, onDone);
    let told = 0;
    return runVariants(variants, scenario, seeds, run, (share) => {
      const done = Math.round(share * variants.length * seeds.length);
      this.#done += done - told;
      told = done;
      this.tell();
    });
  }

  #variant(changes: readonly Change[]): Variant {
    const name = changes.map(({ key, value }) => `${key}=${value ?? ""}`).join(" ");
    return { name, changes, text: changedText(this.input.document, changes) };
  }

  #judge(outcome: Simulated, runs: readonly MeasureValues[]): Tried {
    const measures = meansOf(outcome.measures);
    const unmet = this.input.requirements.filter((one) => !checkRequirement(one, outcome.measures).holds).length;
    const isBehind = ABOUT_LOAD.has(this.input.goal) && measures.keptUp < LEAST_KEPT_UP;
    const harm = sumOf(measures, HARMS.flat());
    return { changes: outcome.variant.changes, measures, outcome, runs, unmet, isBehind, harm };
  }
}

function sumOf(measures: MeasureValues, ids: readonly MeasureId[]): number {
  return ids.reduce((sum, id) => sum + measures[id], 0);
}

function hasHeadroom({ outcome }: Tried): boolean {
  return outcome.results.every(({ buffer, schedule, throughput }) => {
    const { recordsPerSecond, valueMebibytesPerSecond } = throughput;
    const bytesPerRecord = recordsPerSecond === 0 ? 0 : (valueMebibytesPerSecond * 1_048_576) / recordsPerSecond;
    const load = schedule.perSecond * bytesPerRecord * HEADROOM_SECONDS;
    return buffer.totalBytes >= load && buffer.totalBytes >= 2 * buffer.mostBytes;
  });
}
