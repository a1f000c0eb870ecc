import type { Change } from "../../changes/changes.js";
import { movesFor, type Move } from "../moves.js";
import { GOAL_MEASURE, isRelevant } from "./goals.js";
import { kneeOf, type Choice } from "./knee.js";
import { burdenOf, costOf } from "./prices.js";
import type { Tried, Trials } from "./trials.js";

/** So many settings are changed at most. */
const MOST_CHANGES = 3;
/** So many sets go from the search into the comparison. */
const FINALISTS = 5;
/** A change that brings less of the goal's measure is followed no further. */
const LEAST_STEP = 0.05;

/** What a set of changes does, beside the file. */
export interface Scored extends Choice {
  readonly tried: Tried;
}

/** The sets that look worth a comparison: each setting by itself, then together with the best so far, with one seed. */
export async function finalists(trials: Trials): Promise<readonly (readonly Change[])[]> {
  const { goal } = trials.input;
  const moves = movesFor(goal, trials.own.textOf);
  const [file] = await trials.screen([[]]);
  if (file === undefined) return [];
  let present = file;
  for (let count = 0; count < MOST_CHANGES; count += 1) {
    const found = await trials.screen(extended(present.changes, moves));
    const next = bestOf(trials, file, found);
    if (next === undefined || !isStep(trials, present, next)) break;
    present = next;
  }
  const scored = scoredOf(trials, file, trials.screened);
  return chosenOf(trials, file, scored).map(({ changes }) => changes);
}

/** Everything that is one move away, and leaves the settings alone that were changed already, unless to other values. */
function extended(present: readonly Change[], moves: readonly Move[]): readonly (readonly Change[])[] {
  return moves
    .filter(
      ({ changes }) => present.length === 0 || changes.every(({ key }) => !present.some((one) => one.key === key)),
    )
    .map(({ changes }) => [...present, ...changes]);
}

function bestOf(trials: Trials, file: Tried, found: readonly Tried[]): Tried | undefined {
  const scored = scoredOf(trials, file, found);
  return kneeAmong(trials, file, leastUnmet(scored))?.tried;
}

function isStep(trials: Trials, present: Tried, next: Tried): boolean {
  if (next.unmet !== present.unmet) return next.unmet < present.unmet;
  const before = Math.abs(present.measures[GOAL_MEASURE[trials.input.goal]]);
  return trials.gain(present, next) > LEAST_STEP * before;
}

/** Those that are better than the file, harm nothing, and do not cost more than they bring. */
export function scoredOf(trials: Trials, file: Tried, found: readonly Tried[]): readonly Scored[] {
  return found
    .filter((one) => one.changes.length > 0 && isWorth(trials, file, one))
    .map((tried) => ({
      tried,
      changes: tried.changes,
      gain: trials.gain(file, tried),
      cost: costOf(GOAL_MEASURE[trials.input.goal], file.measures, tried.measures),
    }));
}

function isWorth(trials: Trials, file: Tried, one: Tried): boolean {
  if (one.unmet > file.unmet || !trials.isHarmless(file, one)) return false;
  if (one.unmet < file.unmet) return true;
  const { goal } = trials.input;
  if (!isRelevant(goal, file.measures, one.measures)) return false;
  const id = GOAL_MEASURE[goal];
  const [before, after] = [file.measures[id], one.measures[id]].map((value) => Math.max(Math.abs(value), 1e-9));
  return Math.abs(Math.log((after ?? 1) / (before ?? 1))) > burdenOf(id, file.measures, one.measures);
}

/** Those that meet most of what is required, and keep up with the load if any does. */
export function leastUnmet(scored: readonly Scored[]): readonly Scored[] {
  const least = Math.min(...scored.map(({ tried }) => lacksOf(tried)));
  return scored.filter(({ tried }) => lacksOf(tried) === least);
}

function lacksOf({ unmet, isBehind }: Tried): number {
  return 2 * unmet + Number(isBehind);
}

/** The knee of the choices; what lacks more than they do is none of them. */
export function kneeAmong(trials: Trials, file: Tried, choices: readonly Scored[]): Scored | undefined {
  const isFileOne = choices.every(({ tried }) => lacksOf(tried) === lacksOf(file));
  return kneeOf(choices, trials.own.textOf, isFileOne);
}

/** The knee, the extreme, and what lies on the front beside the knee. */
function chosenOf(trials: Trials, file: Tried, scored: readonly Scored[]): readonly Scored[] {
  const candidates = leastUnmet(scored);
  const byGain = [...candidates].sort((a, b) => b.gain - a.gain || a.changes.length - b.changes.length);
  const [extreme] = byGain;
  const knee = kneeAmong(trials, file, candidates);
  if (extreme === undefined || knee === undefined) return [];
  const front: Scored[] = [];
  for (const one of byGain) if (front.every(({ cost }) => one.cost < cost)) front.push(one);
  const at = Math.max(0, front.indexOf(knee));
  const near = front.slice(Math.max(0, at - 1), at + 3);
  return [...new Set([knee, extreme, ...near])].slice(0, FINALISTS);
}
