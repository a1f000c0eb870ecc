// npm run conformance -- --add 4.5.0: asks one more release everything, adds it to the recordings, and writes what its ConfigDef
// says into the catalog. What only people can write is printed at the end. Asked again of a release that is known, it changes nothing.
import { readFileSync, writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { constructorTexts } from "../test/conformance/generate/constructor.mjs";
import { BASE, RECORDED_RELEASES } from "../test/conformance/releases.mjs";
import { catalogWith } from "./conformance-catalog.mjs";
import { addTraces } from "./conformance-add-traces.mjs";
import { askAll, compileOracles, fetchRelease, jdkVersion } from "./conformance-java.mjs";
import { readRecorded, RECORDED, writeMeta, writeRecorded } from "./conformance-lines.mjs";
import { PLAIN_ID, environmentOf, grouped, reduced, ungrouped, withRelease } from "./conformance-outcomes.mjs";

const CATALOG = new URL("../schemas/producer-catalog.json", import.meta.url);
const LINES = new URL("../schemas/releases.json", import.meta.url);
const ASKED = new URL("../test/conformance/releases.json", import.meta.url);
const FOUND = "found-by-fuzzing.ndjson.gz";
const PLAIN = { id: PLAIN_ID, base: true, text: "" };

const read = (place) => JSON.parse(readFileSync(place, "utf8"));
const before = RECORDED_RELEASES.constructor;

/** Adds a release to the recordings and to the catalog. */
export async function addRelease(release) {
  if (!/^\d+\.\d+\.\d+$/.test(release)) throw new Error(`--add ${release}: expected a release such as 4.5.0`);
  compileOracles();
  fetchRelease(release);
  const [{ keys }] = await askAll("definitions", release, [{ id: release }]);
  const result = catalogWith(read(CATALOG), release, keys);
  writeFileSync(CATALOG, `${JSON.stringify(result.catalog, undefined, 1)}\n`);
  addDefinitions(release, keys);
  await addConstructor(release, constructorTexts(result.catalog));
  await addFound(release);
  await addTraces(release);
  writeLists(release);
  console.log(toWrite(release, result, keys));
}

/** The lists come last, so that a run that broke can be done again. */
function writeLists(release) {
  const lines = read(LINES);
  const line = release.replace(/\d+$/, "");
  const others = lines.lines.filter((known) => !known.startsWith(line));
  const newest = withRelease([...lines.lines.filter((known) => known.startsWith(line))], release).at(-1);
  writeFileSync(LINES, `${JSON.stringify({ ...lines, lines: withRelease(others, newest) }, undefined, 2)}\n`);
  const asked = Object.entries(read(ASKED)).map(([set, releases]) => [set, withRelease(releases, release)]);
  writeFileSync(ASKED, `${JSON.stringify(Object.fromEntries(asked), undefined, 1)}\n`);
}

function addDefinitions(release, keys) {
  const [{ order }, ...lines] = readRecorded("definitions.ndjson.gz");
  const all = withRelease(before, release);
  const withOne = (groups, value) => {
    const others = ungrouped(groups, before).filter(([known]) => known !== release);
    const values = new Map(value === undefined ? others : [...others, [release, value]]);
    return grouped(inOrder(values, all), all);
  };
  const names = [...new Set([...lines.map(({ key }) => key), ...keys.map(({ name }) => name)])].sort();
  const definitions = names.map((key) => {
    const found = keys.find(({ name }) => name === key);
    return {
      key,
      definitions: withOne(lines.find((line) => line.key === key)?.definitions ?? [], recordedFacts(found)),
    };
  });
  const ownOrder = keys.map(({ name }) => name);
  writeRecorded("definitions.ndjson.gz", [{ order: withOne(order, ownOrder) }, ...definitions]);
}

/** What of a definition is recorded. */
function recordedFacts(key) {
  if (key === undefined) return undefined;
  const { type, required, default: fallback, validator, importance } = key;
  return { type, required, default: fallback, validator, importance };
}

function inOrder(values, releases) {
  return releases.flatMap((release) => (values.has(release) ? [[release, values.get(release)]] : []));
}

/** New keys make new texts: those are asked of every release, all others only of the new one. */
async function addConstructor(release, questions) {
  const name = "constructor.ndjson.gz";
  const recorded = new Map(readRecorded(name).map((line) => [keyOf(line), line]));
  const fresh = questions.filter((question) => !recorded.has(keyOf(question)));
  const all = withRelease(before, release);
  const answers = new Map();
  let plain;
  for (const one of all) {
    const asked = one === release ? questions : fresh;
    if (asked.length === 0) continue;
    fetchRelease(one);
    const [first, ...rest] = await askAll("constructor", one, [PLAIN, ...asked]);
    if (one === release) plain = first;
    answers.set(one, new Map(asked.map((question, at) => [keyOf(question), reduced(rest[at], first)])));
  }
  const lines = questions.map((question) => merged(question, recorded.get(keyOf(question)), answers, all));
  const changed = lines.filter((line) => !isDeepStrictEqual(line, recorded.get(keyOf(line)))).length;
  writeRecorded(name, lines);
  const meta = read(new URL("meta.json", `file://${RECORDED}`));
  const baseValues = baseValuesWith(meta.baseValues, release, plain.effective, all);
  writeMeta("meta.json", { releases: all, jdk: jdkVersion(), base: BASE, baseValues });
  console.log(`${name}: ${lines.length} texts, ${fresh.length} of them new, ${changed} lines changed`);
}

function keyOf({ base, text }) {
  return `${base} ${text}`;
}

/** A text with the outcomes recorded so far and those of the answers. */
function merged(question, recorded, answers, all) {
  const known = (recorded?.outcomes ?? []).map(({ versions, ...value }) => ({ versions, value }));
  const values = new Map(ungrouped(known, before));
  for (const [release, own] of answers) if (own.has(keyOf(question))) values.set(release, own.get(keyOf(question)));
  const outcomes = grouped(inOrder(values, all), all).map(({ versions, value }) => ({ versions, ...value }));
  const environment = environmentOf(outcomes);
  return { ...question, ...(environment.length > 0 ? { environment } : {}), outcomes };
}

function baseValuesWith(baseValues, release, effective, all) {
  const keys = [...new Set([...Object.keys(baseValues), ...Object.keys(effective)])].sort();
  return Object.fromEntries(
    keys.map((key) => {
      const values = new Map(ungrouped(baseValues[key] ?? [], before));
      values.delete(release);
      if (Object.hasOwn(effective, key)) values.set(release, effective[key]);
      return [key, grouped(inOrder(values, all), all)];
    }),
  );
}

async function addFound(release) {
  const lines = readRecorded(FOUND);
  const questions = lines.map(({ id, base, text }) => ({ id, base, text }));
  const [plain, ...rest] = await askAll("constructor", release, [PLAIN, ...questions]);
  const answers = new Map([
    [release, new Map(questions.map((question, at) => [keyOf(question), reduced(rest[at], plain)]))],
  ]);
  const all = withRelease(before, release);
  writeRecorded(
    FOUND,
    lines.map((line, at) => merged(questions[at], line, answers, all)),
  );
}

function toWrite(release, { added, removed, changed }, keys) {
  const documentation = new Map(keys.map(({ name, documentation: text }) => [name, text]));
  return [
    `${release}: ${added.length} new, ${changed.length} changed, ${removed.length} removed settings.`,
    ...changed.map((name) => `changed: ${name} (its new entries are in schemas/producer-catalog.json)`),
    ...removed.map((name) => `removed: ${name} (give "deprecations" its replacement)`),
    ...added.map((name) => `new:     ${name}\n         ${documentation.get(name).replaceAll(/\s+/g, " ")}`),
    "Left to people:",
    ...(added.length === 0
      ? []
      : [
          "- summary and group of new settings in schemas/producer-catalog.json, their texts in schemas/setting-guide.json, Korean",
        ]),
    "- npx vitest run test/config test/conformance test/simulation: a difference is what the client does otherwise; model it",
    "- the range of releases in README.md, README.ko.md and docs/rules/unknown-version-comment.md, CHANGELOG.md",
    "- node scripts/conformance-page.mjs, npm run docs, UPDATE=1 npm run unit -- test/walkthrough",
  ].join("\n");
}
