// npm run conformance:fuzz: fresh configurations for real producers of several releases, compared with Ackwise as the tests
// compare the recordings (test/config/replay.ts). Every disagreement is made small and printed; exit status 1 if there is one.
//   --minutes N         how long, in all (default 10)
//   --releases a,b,c    default: six of test/conformance/releases.mjs
//   --seed N            the same seed gives the same texts for a release; default: a new one
//   --output FILE       the disagreements also as NDJSON
import { readFileSync, writeFileSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { parseArgs } from "node:util";
import { constructorTexts, endlessTexts } from "../test/conformance/generate/constructor.mjs";
import { seeded } from "../test/conformance/generate/random.mjs";
import { escapeKey, escapeValue } from "../test/conformance/generate/text.mjs";
import { BASE } from "../test/conformance/releases.mjs";
import { loadEngine } from "./conformance-engine.mjs";
import { compileOracles, fetchRelease, startOracle } from "./conformance-java.mjs";
import { asciiJson, readRecorded } from "./conformance-lines.mjs";
import { NEWEST } from "./conformance-measure.mjs";
import { environmentOf, reduced } from "./conformance-outcomes.mjs";
import { shrunk } from "./conformance-shrink.mjs";

const MOST_JVMS = 2;
/** Questions on their way to one JVM. */
const BATCH = 64;
/** Disagreements of one kind and release after which no more of them are made small. */
const SHRUNK_PER_KIND = 3;
const SHOWN_TEXTS = 3;
const DEFAULT_RELEASES = ["2.1.1", "2.8.2", "3.1.0", "3.6.2", "4.0.2", NEWEST].join(",");

const { values: options } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    releases: { type: "string", default: DEFAULT_RELEASES },
    seed: { type: "string" },
    output: { type: "string" },
  },
});
const releases = options.releases.split(",");
const seed = Number(options.seed ?? Date.now() % 2 ** 31);
const seconds = (Number(options.minutes) * 60 * Math.min(MOST_JVMS, releases.length)) / releases.length;
if (!(seconds > 0) || !Number.isInteger(seed)) throw new RangeError("--minutes and --seed take a number");

setPriority(constants.priority.PRIORITY_LOW);
compileOracles();
const engine = await loadEngine();
const catalog = JSON.parse(readFileSync(new URL("../schemas/producer-catalog.json", import.meta.url), "utf8"));
const recorded = new Set(readRecorded("constructor.ndjson.gz").map(({ base, text }) => `${base} ${text}`));

console.log(`seed ${seed}, ${seconds.toFixed(0)} s for each of ${releases.length} releases`);
console.log("release     texts   agree    open  refused  same words  too slow  disagree");
const found = [];
const rest = [...releases];
await Promise.all(Array.from({ length: MOST_JVMS }, worker));
if (options.output !== undefined) writeFileSync(options.output, found.map((one) => `${asciiJson(one)}\n`).join(""));
const alike = groupedBy(found, "problem");
alike.forEach(print);
console.log(found.length === 0 ? "no disagreements" : `\n${alike.size} kinds of disagreement, seed ${seed}`);
process.exitCode = found.length === 0 ? 0 : 1;

async function worker() {
  for (let release = rest.shift(); release !== undefined; release = rest.shift()) {
    fetchRelease(release);
    const oracle = startOracle("constructor", release);
    try {
      await fuzz(release, oracle);
    } finally {
      oracle.close();
    }
  }
}

/** Asks one release until its time is over and writes its line of the table. */
async function fuzz(release, oracle) {
  const referee = refereeOf(release, await oracle.ask({ id: "plain", base: true, text: "" }));
  const sums = { texts: 0, agree: 0, open: 0, refused: 0, sameWords: 0, slow: 0, disagree: 0 };
  const texts = freshTexts(release);
  const kinds = new Map();
  for (const start = performance.now(); performance.now() - start < seconds * 1000;) {
    const questions = Array.from({ length: BATCH }, () => texts.next().value);
    const answers = await Promise.all(questions.map((question) => oracle.ask(question)));
    for (const [index, question] of questions.entries()) {
      const { problem, ...counts } = referee(question, answers[index]);
      for (const [name, count] of Object.entries(counts)) sums[name] += count;
      if (problem === undefined) continue;
      const kind = kindOf(problem);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (kinds.get(kind) <= SHRUNK_PER_KIND) found.push(await smallest(release, oracle, referee, question, problem));
    }
  }
  const columns = [7, 8, 8, 9, 12, 10, 10];
  const percent = sums.refused === 0 ? "-" : `${((100 * sums.sameWords) / sums.refused).toFixed(2)} %`;
  const cells = [sums.texts, sums.agree, sums.open, sums.refused, percent, sums.slow, sums.disagree];
  console.log(release.padEnd(10) + cells.map((cell, index) => String(cell).padStart(columns[index])).join(""));
}

/** Compares one answer; a text on whose verdict Ackwise or the machine leaves doubt is open, and no agreement. */
function refereeOf(release, plain) {
  const versionCatalog = engine.catalogFor(engine.parseVersion(release));
  return (question, answer) => {
    if (answer.timeout) return { texts: 1, slow: 1, problem: undefined };
    const outcome = { versions: [release], ...reduced(answer, plain) };
    const tally = engine.replay(
      {
        texts: [{ ...question, outcomes: [outcome] }],
        releasesOf: () => [release],
        catalogOf: () => versionCatalog,
        settingsOf,
      },
      engine.RECORDER_HOSTS,
    );
    const [disagreement] = tally.disagreements.keys();
    const isOpen = tally.unknown > 0 || environmentOf([outcome]).length > 0;
    const disagree = disagreement === undefined ? 0 : 1;
    const counts = { texts: 1, disagree, open: isOpen ? 1 : 0, agree: isOpen || disagree ? 0 : 1 };
    const problem = disagreement?.slice(question.id.length + 2);
    return { ...counts, refused: tally.refused, sameWords: tally.sameWords, problem };
  };
}

function settingsOf({ base, text }) {
  const document = engine.parseProperties((base ? BASE.map((line) => `${line}\n`).join("") : "") + text);
  return document.problems.length > 0 ? undefined : new Map(document.entries.map((entry) => [entry.key, entry.value]));
}

/** All topics with a fresh seed, shuffled, each followed by a mixture; then mixtures without end. Recorded texts are left out. */
function* freshTexts(release) {
  const own = seed + [...release].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7);
  const random = seeded(own);
  const topics = random.some(constructorTexts(catalog, { seed: own }), Infinity);
  for (const mixture of endlessTexts(catalog, own)) {
    const topic = topics.pop();
    if (topic !== undefined && !recorded.has(`${topic.base} ${topic.text}`)) yield topic;
    yield mixture;
  }
}

/** The first words of a problem, without what comes from the text. */
function kindOf(problem) {
  return problem
    .split("\n", 1)[0]
    .replace(/"[^"]*"|\d+|Invalid value .* for/g, "#")
    .slice(0, 160);
}

async function smallest(release, oracle, referee, question, problem) {
  const nature = problem.split(/[:,]/, 1)[0];
  const holds = async (text) => {
    const again = { ...question, text };
    return referee(again, await oracle.ask(again)).problem?.startsWith(nature) === true;
  };
  const document = engine.parseProperties(question.text);
  const plainer = document.entries.map(({ key, value }) => `${escapeKey(key)}=${escapeValue(value)}`).join("\n");
  const text = await shrunk(question.text, holds, plainer);
  const again = { ...question, text };
  const answer = await oracle.ask(again);
  return { release, seed, ...again, problem: referee(again, answer).problem ?? problem, original: question.text };
}

/** One kind of disagreement with its shortest texts, each of them once. */
function print(examples, problem) {
  const names = [...groupedBy(examples, "release")].map(([release, [{ id }]]) => `${release} (${id})`);
  console.log(`\n${names.join(", ")}:\n  ${problem}`);
  const texts = new Set(examples.map(({ base, text }) => `${base ? "base lines and " : ""}${JSON.stringify(text)}`));
  const shortest = [...texts].sort((left, right) => left.length - right.length);
  shortest.slice(0, SHOWN_TEXTS).forEach((text) => console.log(`  for ${text}`));
}

function groupedBy(values, name) {
  const groups = new Map();
  for (const value of values) groups.set(value[name], [...(groups.get(value[name]) ?? []), value]);
  return groups;
}
