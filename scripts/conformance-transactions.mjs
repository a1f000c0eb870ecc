// Records what the releases' own KafkaProducer does in transactions, in virtual time (test/conformance/README.md).
//   (nothing)             plays the seeded scripts twice on every release and writes recorded/producer-traces/transactions.ndjson.br
//   --seeds FIRST,COUNT   compares other seeds (COUNT per family) with the model in dist/library; writes nothing
//   --releases a,b        with --seeds: only these
import { existsSync, writeFileSync } from "node:fs";
import { setPriority } from "node:os";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { packTransactionRuns } from "../test/conformance/generate/transaction-archive.mjs";
import {
  recordedTransactionScripts,
  transactionScriptFor,
  transactionScripts,
} from "../test/conformance/generate/transaction-scripts.mjs";
import { RECORDED_RELEASES } from "../test/conformance/releases.mjs";
import { compileOracles } from "./conformance-java.mjs";
import { play, playTwice } from "./conformance-play.mjs";

const RECORDED = new URL("../test/conformance/recorded/producer-traces/transactions.ndjson.br", import.meta.url);
const MODEL = new URL("../dist/library/index.js", import.meta.url);
const LOWEST_PRIORITY = 10;
const SHOWN_DIFFERENCES = 10;

const { values: options } = parseArgs({ options: { seeds: { type: "string" }, releases: { type: "string" } } });

setPriority(LOWEST_PRIORITY);
compileOracles();
if (options.seeds === undefined) await record();
else await compareWithModel(...options.seeds.split(",").map(Number));

async function record() {
  const runs = [];
  for (const release of RECORDED_RELEASES.transactions) {
    const played = scriptsFor(release, recordedTransactionScripts());
    runs.push(...(await playTwice("transactions", release, played)));
    console.log(`${release}: ${played.length} scripts, each twice the same`);
  }
  const packed = packTransactionRuns(runs);
  writeFileSync(RECORDED, packed);
  console.log(`${runs.length} runs, ${packed.length} bytes`);
}

async function compareWithModel(first, count) {
  if (!existsSync(MODEL)) throw new Error("build first: dist/library is what is compared");
  const { runProducerScript } = await import(MODEL);
  const wanted = options.releases?.split(",") ?? RECORDED_RELEASES.transactions;
  for (const release of wanted) {
    const played = scriptsFor(release, transactionScripts(first, count));
    const traces = await play("transactions", release, played);
    const differing = played.flatMap((script, at) => {
      const trace = runProducerScript(script);
      return isDeepStrictEqual(traces[at], trace) ? [] : [`${script.id}: ${firstDifference(traces[at], trace)}`];
    });
    console.log(`${release}: ${played.length - differing.length} of ${played.length} equal`);
    differing.slice(0, SHOWN_DIFFERENCES).forEach((line) => console.log(`  ${line}`));
    if (differing.length > 0) process.exitCode = 1;
  }
}

function scriptsFor(release, scripts) {
  return scripts.map((script) => transactionScriptFor(release, script)).filter((script) => script !== undefined);
}

function firstDifference(expected, actual) {
  if ("errors" in actual) return JSON.stringify(actual.errors);
  const at = expected.events.findIndex((event, index) => !isDeepStrictEqual(event, actual.events[index]));
  if (at === -1) return "more events, log or end";
  return `event ${at}: ${JSON.stringify(expected.events[at])}, then ${JSON.stringify(actual.events[at])}`;
}
