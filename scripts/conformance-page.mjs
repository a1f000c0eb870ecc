// Writes docs/conformance.md from the recordings and the engine.
//   node scripts/conformance-page.mjs [--check]   --check writes nothing and ends with 1 when the page is out of date
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadEngine } from "./conformance-engine.mjs";
import {
  NEWEST,
  RECORDINGS,
  countReasons,
  countRelease,
  countTopics,
  listWrong,
  openRecording,
} from "./conformance-measure.mjs";
import { textOf } from "./conformance-page-text.mjs";
import { REPOSITORY } from "./steps.mjs";

const PAGE = join(REPOSITORY, "docs", "conformance.md");

const engine = await loadEngine();
const opened = Object.fromEntries(RECORDINGS.map(({ name }) => [name, openRecording(engine, name)]));
const rowsOf = (recording) => recording.releases.map((release) => countRelease(recording, release));
const wanted = textOf({
  tables: Object.fromEntries(RECORDINGS.map(({ name }) => [name, rowsOf(opened[name])])),
  wrong: listWrong(opened.found),
  reasons: countReasons(opened.generated, NEWEST),
  newest: NEWEST,
  topics: countTopics(opened.generated),
});
if (!process.argv.includes("--check")) {
  await writeFile(PAGE, wanted);
  process.stdout.write("docs/conformance.md written\n");
} else if (wanted !== (await readFile(PAGE, "utf8").catch(() => ""))) {
  process.stderr.write("docs/conformance.md is out of date: run node scripts/conformance-page.mjs\n");
  process.exitCode = 1;
}
