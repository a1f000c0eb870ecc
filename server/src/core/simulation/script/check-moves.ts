import type { Checks } from "./checks.js";
import { LONGEST_MS, MOST_NODES } from "./limits.js";
import type { ProducerScript, ScriptMove, ScriptTopic } from "./script.js";
import { partitionName } from "./scripted-node.js";

const HIGHEST_EPOCH = 2_147_483_647;

/** What format 2 says of leaders: reads `moves`, `metadataRtt` and `leaderHints`. */
export function checkLeadership(
  { moves, metadataRtt, leaderHints }: Readonly<Record<string, unknown>>,
  topics: readonly ScriptTopic[],
  checks: Checks,
): Pick<ProducerScript, "moves" | "metadataRtt" | "leaderHints"> {
  if (leaderHints !== undefined && typeof leaderHints !== "boolean")
    checks.report("wrong-type", "leaderHints", "true or false");
  return {
    ...(moves !== undefined && { moves: checkMoves(moves, topics, checks) }),
    ...(metadataRtt !== undefined && { metadataRtt: checks.whole(metadataRtt, "metadataRtt", 0, LONGEST_MS) }),
    ...(typeof leaderHints === "boolean" && { leaderHints }),
  };
}

function checkMoves(value: unknown, topics: readonly ScriptTopic[], checks: Checks): ScriptMove[] {
  const epochs = new Map(
    topics.flatMap(({ name, leaders }) =>
      leaders.map((_, partition) => [partitionName({ topic: name, partition }), 1]),
    ),
  );
  let lastAt = 1;
  return checks.list(value, "moves").map((entry, index) => {
    const path = `moves[${index}]`;
    const object = checks.object(entry, path) ?? {};
    const partition = checks.text(object["partition"], `${path}.partition`);
    const epochBefore = epochs.get(partition);
    if (partition !== "" && epochBefore === undefined)
      checks.report("unknown-name", `${path}.partition`, "a partition of the script, such as t-0");
    const at = checks.whole(object["at"], `${path}.at`, 1, LONGEST_MS);
    if (at < lastAt) checks.report("not-sorted", `${path}.at`, `${lastAt} or later, the time of the move before`);
    lastAt = at;
    const epoch = checks.whole(object["epoch"], `${path}.epoch`, (epochBefore ?? 1) + 1, HIGHEST_EPOCH);
    epochs.set(partition, epoch);
    return { at, partition, leader: checks.whole(object["leader"], `${path}.leader`, -1, MOST_NODES - 1), epoch };
  });
}
