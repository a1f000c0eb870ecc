import type { Change } from "../../changes/changes.js";
import { GOAL_MEASURE, isClearly, isRelevant } from "./goals.js";
import { kneeAmong, leastUnmet, scoredOf, type Scored } from "./search.js";
import type { Tried, Trials } from "./trials.js";

/** What is left after the comparison. */
export interface Confirmed {
  readonly proposal: Tried | undefined;
  /** Goes further in the goal's measure, at a higher price. */
  readonly extreme: Tried | undefined;
}

/**
 * Compares the finalists with the file on seeds that the search did not see, drops what is not clear, takes the knee of the rest, and drops every change
 * without which it is as good.
 */
export async function confirm(trials: Trials, file: Tried, sets: readonly (readonly Change[])[]): Promise<Confirmed> {
  const tried = await trials.confirm(sets);
  const good = leastUnmet(scoredOf(trials, file, tried).filter((one) => isProven(trials, file, one.tried)));
  const knee = kneeAmong(trials, file, good);
  if (knee === undefined) return { proposal: undefined, extreme: undefined };
  const proposal = await withoutIdle(trials, knee.tried);
  return { proposal, extreme: extremeOf(trials, proposal, good) };
}

/** A gain that is no chance, on the seeds asked for, and with more where those are few. */
export function isProven(trials: Trials, before: Tried, after: Tried): boolean {
  if (after.unmet !== before.unmet) return after.unmet < before.unmet;
  const { goal } = trials.input;
  const id = GOAL_MEASURE[goal];
  return (
    isRelevant(goal, before.measures, after.measures) &&
    isClearly("better", id, before.outcome.measures, after.outcome.measures) &&
    isClearly("better", id, before.runs, after.runs)
  );
}

/** Drops, one after the other, changes without which it is as good. */
async function withoutIdle(trials: Trials, proposal: Tried): Promise<Tried> {
  let kept = proposal;
  for (const change of proposal.changes) {
    if (kept.changes.length < 2) break;
    const changes = kept.changes.filter((one) => one !== change);
    if (!trials.isAllowed(changes)) continue;
    const [without] = await trials.confirm([changes]);
    if (without !== undefined && !isProven(trials, without, kept)) kept = without;
  }
  return kept;
}

/** What brings clearly more than the proposal; the knee left it for its price. */
function extremeOf(trials: Trials, proposal: Tried, good: readonly Scored[]): Tried | undefined {
  const [extreme] = [...good].sort((a, b) => b.gain - a.gain);
  return extreme !== undefined && isProven(trials, proposal, extreme.tried) ? extreme.tried : undefined;
}

/** The changes in the order of what they bring, each set with one more than that before it; the first is the file. */
export async function stepsTo(trials: Trials, file: Tried, proposal: Tried): Promise<readonly Tried[]> {
  const path = [file];
  let rest = proposal.changes;
  while (rest.length > 1) {
    const present = path.at(-1)?.changes ?? [];
    const tried = await trials.confirm(rest.map((change) => [...present, change]));
    const [best] = [...tried].sort((a, b) => a.unmet - b.unmet || trials.gain(a, b));
    if (best === undefined) break;
    path.push(best);
    rest = rest.filter((change) => !best.changes.includes(change));
  }
  return [...path, proposal];
}
