// Replays our recordings of the real client in transactions (test/conformance/README.md), event by event.
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { runProducerScript } from "../../server/src/core/simulation/script/run-producer-script.js";
import { unpackTransactions, type RecordedTransactions } from "./transaction-archive.js";

const RECORDED = new URL("../conformance/recorded/producer-traces/transactions.ndjson.br", import.meta.url);

const recorded = unpackTransactions(readFileSync(RECORDED));
const releases = [...new Set(recorded.map(({ script }) => script.kafkaVersion))];

/** Where the model leaves the recording, or nothing if it does not. */
function difference({ script, trace }: RecordedTransactions): string | undefined {
  const result = runProducerScript(script);
  if (isDeepStrictEqual(result, trace)) return undefined;
  const name = `${script.kafkaVersion} ${script.id}`;
  if ("errors" in result) return `${name} refused: ${JSON.stringify(result.errors)}`;
  const shown = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));
  const at = trace.events.findIndex((event, index) => !isDeepStrictEqual(event, result.events[index]));
  return at === -1
    ? `${name}: more events, log or end`
    : `${name} event ${at}: expected ${shown(trace.events[at])}, got ${shown(result.events[at])}`;
}

describe("runProducerScript plays what releases did with transactions", () => {
  it.each(releases)("%s", (release) => {
    const runs = recorded.filter(({ script }) => script.kafkaVersion === release);
    expect(runs.map(difference).filter((found) => found !== undefined)).toEqual([]);
  });
});
