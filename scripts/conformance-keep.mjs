// Keeps what fuzzing found: asks every release about the texts of a file that conformance:fuzz --output wrote, and adds the
// answers to test/conformance/recorded/found-by-fuzzing.ndjson.gz, which the tests replay.
//   node scripts/conformance-keep.mjs FILE
import { readFileSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { RELEASES } from "../test/conformance/releases.mjs";
import { askAll, compileOracles, fetchRelease } from "./conformance-java.mjs";
import { readRecorded, writeRecorded } from "./conformance-lines.mjs";
import { PLAIN_ID, environmentOf, grouped, reduced } from "./conformance-outcomes.mjs";

const FOUND = "found-by-fuzzing.ndjson.gz";

const kept = readRecorded(FOUND);
const known = new Set(kept.map(({ base, text }) => `${base} ${text}`));
const questions = readFileSync(process.argv[2], "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line))
  .filter(({ base, text }) => !known.has(`${base} ${text}`) && known.add(`${base} ${text}`))
  .map(({ base, text }, index) => ({ id: `found-${kept.length + index + 1}`, base, text }));
const observed = questions.map(() => []);

setPriority(constants.priority.PRIORITY_LOW);
compileOracles();
for (const release of RELEASES) {
  fetchRelease(release);
  const plain = { id: PLAIN_ID, base: true, text: "" };
  const [plainAnswer, ...answers] = await askAll("constructor", release, [plain, ...questions]);
  answers.forEach((answer, index) => observed[index].push([release, reduced(answer, plainAnswer)]));
}
const lines = questions.map((question, index) => {
  const outcomes = grouped(observed[index], RELEASES).map(({ versions, value }) => ({ versions, ...value }));
  const environment = environmentOf(outcomes);
  return { ...question, ...(environment.length > 0 ? { environment } : {}), outcomes };
});
writeRecorded(FOUND, [...kept, ...lines]);
console.log(`${FOUND}: ${lines.length} texts added, ${kept.length + lines.length} in all`);
