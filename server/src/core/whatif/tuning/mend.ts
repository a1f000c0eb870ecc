import type { Change } from "../../changes/changes.js";
import { movesFor } from "../moves.js";
import { mendingOf, RISKS, risksOf } from "./risks.js";
import { isClearly } from "./goals.js";
import type { Tried, Trials } from "./trials.js";

/** More rounds of settings that keep a fault from doing harm. */
const MOST_ROUNDS = 2;

/** The file, then one more change in each: first those that make loss impossible, then those that helped in the scenario. */
export async function mended(trials: Trials, file: Tried): Promise<readonly Tried[]> {
  const safe = await trials.confirm(safeSets(trials));
  // What makes it worse in this scenario is no mending: `safe` goes on only as far as requirements hold.
  const path = [file, ...safe.filter(({ unmet }) => unmet <= file.unmet)];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const present = path.at(-1) ?? file;
    const next = present.harm > 0 ? await lessHarm(trials, present) : undefined;
    if (next === undefined) break;
    path.push(next);
  }
  return path;
}

/** The changes that take risks away, one after the other. They need no simulation: what can lose is worse than what cannot. */
function safeSets(trials: Trials): readonly (readonly Change[])[] {
  const sets: (readonly Change[])[] = [];
  let present: readonly Change[] = [];
  for (const risk of RISKS) {
    const { textOf } = trials.inspect(present);
    if (!risksOf(textOf).has(risk)) continue;
    const changes = merged(present, mendingOf(risk, textOf));
    if (!trials.isAllowed(changes) || risksOf(trials.inspect(changes).textOf).has(risk)) continue;
    present = changes;
    sets.push(present);
  }
  return sets;
}

/** The setting that leaves the least harm; of those that leave the same the one nearest to the default. */
async function lessHarm(trials: Trials, present: Tried): Promise<Tried | undefined> {
  const moves = movesFor("no-loss", trials.inspect(present.changes).textOf);
  const [here, ...others] = await trials.screen(
    [present.changes, ...moves.map(({ changes }) => merged(present.changes, changes))],
    true,
  );
  if (here === undefined) return undefined;
  const less = others.filter((one) => one.harm < here.harm && one.unmet <= here.unmet);
  const least = Math.min(...less.map(({ harm }) => harm));
  // In the order of the moves, and of a ladder: the default first.
  const best = less.find(({ harm }) => harm === least);
  if (best === undefined) return undefined;
  const [confirmed] = await trials.confirm([best.changes]);
  return confirmed !== undefined && hasLessHarm(present, confirmed) ? confirmed : undefined;
}

function hasLessHarm(before: Tried, after: Tried): boolean {
  const kinds = ["lost", "failed", "pending", "duplicates", "unordered"] as const;
  if (after.harm >= before.harm || after.unmet > before.unmet) return false;
  const isWorse = kinds.some((id) => isClearly("worse", id, before.runs, after.runs));
  return !isWorse && kinds.some((id) => isClearly("better", id, before.runs, after.runs));
}

/** Changes with others written over them. */
function merged(base: readonly Change[], over: readonly Change[]): readonly Change[] {
  return [...base.filter(({ key }) => !over.some((one) => one.key === key)), ...over];
}
