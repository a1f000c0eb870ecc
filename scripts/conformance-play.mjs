// Plays scripts with a release's own client, twice: what is recorded must not depend on chance.
import { isDeepStrictEqual } from "node:util";
import { askAll, fetchRelease } from "./conformance-java.mjs";

/** The script of a set as a release plays it. */
export function scriptFor(set, release, script) {
  return { ...script, kafkaVersion: release, config: set.configFor(release, script.config) };
}

/** What a release does with scripts; `oracle` is "traces" or "transactions". */
export async function play(oracle, release, played) {
  fetchRelease(release);
  return askAll(oracle, release, played);
}

/** The runs of scripts that a release plays the same way twice; throws at the first that differs. */
export async function playTwice(oracle, release, played) {
  const traces = await play(oracle, release, [...played, ...played]);
  return played.map((script, at) => {
    if (!isDeepStrictEqual(traces[at], traces[at + played.length]))
      throw new Error(`${script.id} on ${release}: two plays differ`);
    return { script, trace: traces[at] };
  });
}
