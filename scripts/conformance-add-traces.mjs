// Plays every recorded script with one more release and adds its traces to the archives.
import { readFileSync, writeFileSync } from "node:fs";
import { packRuns } from "../test/conformance/generate/scripts-archive.mjs";
import { SCRIPT_SETS } from "../test/conformance/generate/script-sets.mjs";
import { packTransactionRuns } from "../test/conformance/generate/transaction-archive.mjs";
import { recordedTransactionScripts, transactionScriptFor } from "../test/conformance/generate/transaction-scripts.mjs";
import { loadArchives } from "./conformance-archives.mjs";
import { playTwice, scriptFor } from "./conformance-play.mjs";

const RECORDED = new URL("../test/conformance/recorded/producer-traces/", import.meta.url);

/** Adds the traces of a release to all sets; those it had are replaced. */
export async function addTraces(release) {
  const { unpackTraces, unpackTransactions } = await loadArchives();
  for (const [name, set] of Object.entries(SCRIPT_SETS)) {
    const scripts = set.recorded().map((script) => scriptFor(set, release, script));
    add(name, release, await playTwice("traces", release, scripts), unpackTraces, packRuns);
  }
  const scripts = recordedTransactionScripts().flatMap((script) => transactionScriptFor(release, script) ?? []);
  const runs = await playTwice("transactions", release, scripts);
  add("transactions", release, runs, unpackTransactions, packTransactionRuns);
}

function add(name, release, runs, unpack, pack) {
  const place = new URL(`${name}.ndjson.br`, RECORDED);
  const others = unpack(readFileSync(place)).filter(({ script }) => script.kafkaVersion !== release);
  writeFileSync(place, pack([...others, ...runs]));
  console.log(`${name}: ${runs.length} runs of ${release}, ${others.length + runs.length} in all`);
}
