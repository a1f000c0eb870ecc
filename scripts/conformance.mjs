// npm run conformance: asks the JDK and the real Kafka producers again (test/conformance/README.md).
//   --add RELEASE       asks one more release everything and adds it to the recordings and the catalog (conformance-add.mjs)
//   --releases a,b      only these, compared with what is recorded; nothing is written
//   --only properties|constructor|definitions
//   --catalog FILE      default schemas/producer-catalog.json
//   --serve RELEASE|jdk no recording: one question per line on standard input, one answer per line on standard output
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { BASE, RELEASES } from "../test/conformance/releases.mjs";
import { constructorTexts } from "../test/conformance/generate/constructor.mjs";
import { propertiesTexts } from "../test/conformance/generate/properties.mjs";
import { askAll, compileOracles, fetchRelease, jdkVersion, serve } from "./conformance-java.mjs";
import { readRecorded, writeMeta, writeRecorded } from "./conformance-lines.mjs";
import { PLAIN_ID, environmentOf, grouped, includesRelease, reduced } from "./conformance-outcomes.mjs";
import { vectorDifferences, vectorQuestions } from "./conformance-vectors.mjs";

const PARALLEL_JVMS = 2;
const SHOWN_DIFFERENCES = 20;
const PROPERTIES = "properties-load.ndjson.gz";
const CONSTRUCTOR = "constructor.ndjson.gz";
const DEFINITIONS = "definitions.ndjson.gz";
const CATALOG = new URL("../schemas/producer-catalog.json", import.meta.url);

const { values: options } = parseArgs({
  options: {
    releases: { type: "string" },
    only: { type: "string" },
    catalog: { type: "string" },
    serve: { type: "string" },
    add: { type: "string" },
  },
});

compileOracles();
const isWanted = (part) => options.only === undefined || options.only === part;
if (options.add !== undefined) {
  const { addRelease } = await import("./conformance-add.mjs");
  await addRelease(options.add);
} else if (options.serve !== undefined) {
  process.exitCode = await answerOnly(options.serve);
} else {
  if (isWanted("properties") && options.releases === undefined) await recordProperties();
  if (isWanted("definitions") && options.releases === undefined) await recordDefinitions();
  if (isWanted("constructor")) await recordConstructor();
}

async function answerOnly(release) {
  if (release === "jdk") return (await serve("properties", undefined)) ?? 1;
  fetchRelease(release);
  return (await serve("constructor", release)) ?? 1;
}

async function recordProperties() {
  const before = readRecorded(PROPERTIES);
  const answers = await askAll(
    "properties",
    undefined,
    propertiesTexts().map((text) => ({ text })),
  );
  const failing = answers.filter((answer) => answer.error !== undefined).length;
  const bytes = writeRecorded(PROPERTIES, answers);
  console.log(
    `${PROPERTIES}: ${answers.length} texts, ${failing} throw, ${bytes} bytes, ${changes(before, answers)} changed`,
  );
}

async function recordDefinitions() {
  const before = readRecorded(DEFINITIONS);
  const observed = [];
  for (const release of RELEASES) {
    fetchRelease(release);
    const [{ keys }] = await askAll("definitions", release, [{ id: release }]);
    observed.push([release, keys]);
  }
  const names = [...new Set(observed.flatMap(([, keys]) => keys.map(({ name }) => name)))].sort();
  const order = observed.map(([release, keys]) => [release, keys.map(({ name }) => name)]);
  const lines = [
    { order: grouped(order, RELEASES) },
    ...names.map((key) => ({ key, definitions: definitionsOf(key, observed) })),
  ];
  const bytes = writeRecorded(DEFINITIONS, lines);
  console.log(`${DEFINITIONS}: ${names.length} keys, ${bytes} bytes, ${changes(before, lines)} changed`);
}

/** How one key is defined, by release; a release that does not define it is in no group. */
function definitionsOf(key, observed) {
  const found = observed.flatMap(([release, keys]) =>
    keys.filter(({ name }) => name === key).map(({ name: _, ...definition }) => [release, definition]),
  );
  return grouped(found, RELEASES);
}

async function recordConstructor() {
  const catalog = JSON.parse(readFileSync(options.catalog ?? CATALOG, "utf8"));
  const questions = constructorTexts(catalog);
  const releases = options.releases?.split(",") ?? RELEASES;
  const observed = await askReleases(releases, questions);
  const before = readRecorded(CONSTRUCTOR);
  if (options.releases !== undefined) {
    console.log(`${differingFrom(before, questions, observed)} outcomes differ from the recorded ones`);
    return;
  }
  const lines = questions.map((question, index) => {
    const outcomes = groupedOutcomes(releases.map((release) => [release, observed.get(release).outcomes[index]]));
    const environment = environmentOf(outcomes);
    return { ...question, ...(environment.length > 0 ? { environment } : {}), outcomes };
  });
  const bytes = writeRecorded(CONSTRUCTOR, lines);
  writeMeta("meta.json", { releases, jdk: jdkVersion(), base: BASE, baseValues: baseValues(releases, observed) });
  console.log(
    `${CONSTRUCTOR}: ${lines.length} texts, ${releases.length} releases, ${bytes} bytes, ${changes(before, lines)} changed`,
  );
}

/** Asks every release everything, a few at a time, and prints a line for each. */
async function askReleases(releases, questions) {
  const vectors = readRecorded("vectors.ndjson.gz");
  const extra = vectorQuestions(vectors);
  const observed = new Map();
  const rest = [...releases];
  console.log("release     seconds      ok  throws  differences to the vectors");
  const worker = async () => {
    for (let release = rest.shift(); release !== undefined; release = rest.shift()) {
      fetchRelease(release);
      const start = performance.now();
      const answers = await askAll("constructor", release, [...questions, ...extra]);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const plain = answers.find(({ id }) => id === PLAIN_ID);
      const outcomes = answers.slice(0, questions.length).map((answer) => reduced(answer, plain));
      observed.set(release, { outcomes, plain });
      const fine = outcomes.filter(({ ok }) => ok).length;
      const differences = vectorDifferences(vectors, release, answers);
      const numbers = [seconds, fine, outcomes.length - fine, differences.length].map((number) =>
        String(number).padStart(8),
      );
      console.log(`${release.padEnd(11)}${numbers.join("")}`);
      differences.slice(0, SHOWN_DIFFERENCES).forEach((difference) => console.log(`  ${difference}`));
    }
  };
  await Promise.all(Array.from({ length: PARALLEL_JVMS }, worker));
  return observed;
}

function groupedOutcomes(outcomes) {
  return grouped(outcomes, RELEASES).map(({ versions, value }) => ({ versions, ...value }));
}

/** The plain configuration's values, per key, by release; a key that is missing from a release is unknown to it. */
function baseValues(releases, observed) {
  const keys = [...new Set(releases.flatMap((release) => Object.keys(observed.get(release).plain.effective)))].sort();
  const valuesOf = (key) =>
    releases
      .map((release) => [release, observed.get(release).plain.effective[key]])
      .filter(([, value]) => value !== undefined);
  return Object.fromEntries(keys.map((key) => [key, grouped(valuesOf(key), releases)]));
}

function changes(before, after) {
  const known = new Set(before.map((line) => JSON.stringify(line)));
  return after.filter((line) => !known.has(JSON.stringify(line))).length;
}

function differingFrom(recorded, questions, observed) {
  const lines = new Map(recorded.map((line) => [line.id, line]));
  let count = 0;
  for (const [release, { outcomes }] of observed)
    questions.forEach(({ id }, index) => {
      const found = lines.get(id)?.outcomes.find(({ versions }) => includesRelease(versions, release)) ?? {};
      const { versions: _, ...then } = found;
      if (JSON.stringify(then) === JSON.stringify(outcomes[index])) return;
      if (++count <= SHOWN_DIFFERENCES)
        console.log(`${release} ${id}\n  then ${JSON.stringify(then)}\n  now  ${JSON.stringify(outcomes[index])}`);
    });
  return count;
}
