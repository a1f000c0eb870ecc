// Records what the releases' own KafkaProducer does with producer scripts, in virtual time (test/conformance/README.md).
//   (nothing)             plays every set of scripts twice on its releases and writes recorded/producer-traces/<set>.ndjson.br
//   --set NAME            only this set (test/conformance/generate/script-sets.mjs)
//   --given DIR           plays the scripts of DIR/<release>.ndjson.gz again and compares with the traces there
//   --seeds FIRST,COUNT   compares other seeds (COUNT per family) with the model in dist/library; writes nothing
//   --releases a,b        with --seeds and --given: only these
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { setPriority } from "node:os";
import { join } from "node:path";
import { parseArgs, isDeepStrictEqual } from "node:util";
import { gunzipSync } from "node:zlib";
import { withCompressedSizes } from "../test/conformance/generate/compressed-sizes.mjs";
import { packRuns } from "../test/conformance/generate/scripts-archive.mjs";
import { SCRIPT_SETS } from "../test/conformance/generate/script-sets.mjs";
import { compileOracles } from "./conformance-java.mjs";
import { play, playTwice, scriptFor } from "./conformance-play.mjs";

const RECORDED = new URL("../test/conformance/recorded/producer-traces/", import.meta.url);
const MODEL = new URL("../dist/library/index.js", import.meta.url);
const LOWEST_PRIORITY = 10;
const SHOWN_DIFFERENCES = 10;

const { values: options } = parseArgs({
  options: {
    given: { type: "string" },
    seeds: { type: "string" },
    releases: { type: "string" },
    set: { type: "string" },
  },
});

setPriority(LOWEST_PRIORITY);
compileOracles();
if (options.given !== undefined) await replayGiven(options.given);
else if (options.seeds !== undefined) await compareWithModel(...options.seeds.split(",").map(Number));
else for (const [name, set] of wantedSets()) await record(name, set);

function wantedSets() {
  return Object.entries(SCRIPT_SETS).filter(([name]) => options.set === undefined || options.set === name);
}

async function record(name, set) {
  const runs = [];
  for (const release of set.releases) {
    const played = set.recorded().map((script) => scriptFor(set, release, script));
    runs.push(...(await playTwice("traces", release, played)));
    console.log(`${name} ${release}: ${played.length} scripts, each twice the same`);
  }
  const packed = packRuns(runs);
  writeFileSync(new URL(`${name}.ndjson.br`, RECORDED), packed);
  console.log(`${name}: ${runs.length} runs, ${packed.length} bytes`);
}

async function replayGiven(directory) {
  for (const file of readdirSync(directory).filter((name) => name.endsWith(".ndjson.gz"))) {
    const release = file.replace(".ndjson.gz", "");
    if (!isWanted(release)) continue;
    const lines = gunzipSync(readFileSync(join(directory, file)))
      .toString("utf8")
      .split("\n")
      .filter(Boolean);
    const runs = lines.map((line) => JSON.parse(line));
    const traces = await play(
      "traces",
      release,
      runs.map(({ script }) => script),
    );
    report(release, runs, (at) => [runs[at].trace, traces[at]]);
  }
}

async function compareWithModel(first, count) {
  if (!existsSync(MODEL)) throw new Error("build first: dist/library is what is compared");
  const { runProducerScript } = await import(MODEL);
  for (const [name, set] of wantedSets()) {
    for (const release of set.releases.filter(isWanted)) {
      const played = set.scripts(first, count).map((script) => scriptFor(set, release, script));
      const traces = await play("traces", release, played);
      const runs = played.map((script) => ({ script }));
      report(`${name} ${release}`, runs, (at) => [
        traces[at],
        runProducerScript(withCompressedSizes(played[at], traces[at])),
      ]);
    }
  }
}

function isWanted(release) {
  return options.releases === undefined || options.releases.split(",").includes(release);
}

/** Prints how many runs are equal, and where the first others part. */
function report(release, runs, tracesOf) {
  const differing = runs.flatMap(({ script }, at) => {
    const [expected, actual] = tracesOf(at);
    return isDeepStrictEqual(expected, actual) ? [] : [`${script.id}: ${firstDifference(expected, actual)}`];
  });
  console.log(`${release}: ${runs.length - differing.length} of ${runs.length} equal`);
  differing.slice(0, SHOWN_DIFFERENCES).forEach((line) => console.log(`  ${line}`));
  if (differing.length > 0) process.exitCode = 1;
}

function firstDifference(expected, actual) {
  if ("errors" in actual) return JSON.stringify(actual.errors);
  const at = expected.events.findIndex((event, index) => !isDeepStrictEqual(event, actual.events[index]));
  if (at === -1) return "more events, log or end";
  return `event ${at}: ${JSON.stringify(expected.events[at])}, then ${JSON.stringify(actual.events[at])}`;
}
