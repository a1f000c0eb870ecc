import type { Change } from "../../changes/changes.js";

/** A choice: what it gains for the goal, and what it costs besides. */
export interface Choice {
  readonly changes: readonly Change[];
  readonly gain: number;
  readonly cost: number;
}

/** A largest cost below this is not blown up to a whole one. */
const LEAST_COST = 0.5;
/** Choices this close to the best are as good: then the smaller change is better. */
const AS_GOOD = 0.05;

/**
 * The knee of a trade-off: where gain and cost, each as a share of the largest, are farthest apart. Beyond it more of the gain costs more than it brings.
 * Of those that are as good, the one that changes least of the file. `isFileOne`: leaving the file as it is is a choice too.
 */
export function kneeOf<Kind extends Choice>(
  choices: readonly Kind[],
  textOf: (key: string) => string | undefined,
  isFileOne: boolean,
): Kind | undefined {
  // What the file gains is 0. Where it is no choice, being better than it says nothing: then the choices are measured by each other.
  const leastGain = isFileOne ? 0 : Math.min(...choices.map(({ gain }) => gain));
  const mostGain = Math.max(...choices.map(({ gain }) => gain));
  const mostCost = Math.max(...choices.map(({ cost }) => cost));
  const score = ({ gain, cost }: Choice): number =>
    (mostGain > leastGain ? (gain - leastGain) / (mostGain - leastGain) : 0) - cost / Math.max(LEAST_COST, mostCost);
  const best = Math.max(...choices.map(score));
  const [first] = choices
    .filter((one) => score(one) >= best - AS_GOOD)
    .sort(
      (a, b) =>
        a.changes.length - b.changes.length || reach(a.changes, textOf) - reach(b.changes, textOf) || a.cost - b.cost,
    );
  return first;
}

/** How far values move, in factors; a word that becomes another counts as one. */
function reach(changes: readonly Change[], textOf: (key: string) => string | undefined): number {
  return changes.reduce((sum, { key, value }) => {
    const [from, to] = [Number(textOf(key) ?? ""), Number(value ?? "")];
    const isNumeric = Number.isFinite(from) && Number.isFinite(to);
    return sum + (isNumeric ? Math.abs(Math.log((to + 1) / (from + 1))) : 1);
  }, 0);
}
