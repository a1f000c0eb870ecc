import type { ScenarioGroup } from "../../server/src/protocol/what-if.js";

/** The words of a scenario's name by the group they are from. */
export type ScenarioWords = Readonly<Partial<Record<ScenarioGroup["id"], string>>>;

/** `three-zones+leader-crash` taken apart; undefined for the name of anything else, such as a scenario file. */
export function wordsOf(name: string, groups: readonly ScenarioGroup[]): ScenarioWords | undefined {
  const words: Partial<Record<ScenarioGroup["id"], string>> = {};
  for (const word of name.split("+")) {
    const group = groups.find(({ names }) => names.some((one) => one.name === word));
    if (group === undefined) return undefined;
    words[group.id] = word;
  }
  return words;
}

/** The words put together again, in the order of the groups. */
export function nameOf(words: ScenarioWords, groups: readonly ScenarioGroup[]): string {
  return groups.flatMap(({ id }) => words[id] ?? []).join("+");
}
