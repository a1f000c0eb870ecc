import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import {
  countReasons,
  countRelease,
  countTopics,
  listWrong,
  NEWEST,
  openRecording,
  type OpenedRecording,
  type RecordingName,
} from "../../scripts/conformance-measure.mjs";
import { rowsIn, textOf } from "../../scripts/conformance-page-text.mjs";
import { evaluate } from "../../server/src/core/config/evaluate.js";
import { RECORDER_HOSTS } from "../config/recorder-machine.js";
import { Recording } from "../config/recording.js";
import { replay } from "../config/replay.js";

const NAMES: readonly RecordingName[] = ["vectors", "generated", "found"];
/** Counted anew; replaying all releases takes too long here and is done by test/config. */
const COUNTED = ["2.1.1", "3.0.0", "3.9.2", NEWEST];
const page = readFileSync(new URL("../../docs/conformance.md", import.meta.url), "utf8");
const opened = new Map<RecordingName, OpenedRecording>();

beforeAll(() => {
  for (const name of NAMES) opened.set(name, openRecording({ replay, Recording, RECORDER_HOSTS, evaluate }, name));
});

/** The page's own rows, those of some releases counted anew. */
function rowsOf(name: RecordingName): ReturnType<typeof rowsIn> {
  const isCounted = ({ release }: { readonly release: string }): boolean => COUNTED.includes(release);
  return rowsIn(page, name).map((row) => (isCounted(row) ? countRelease(opened.get(name)!, row.release) : row));
}

describe("docs/conformance.md", () => {
  test("is what scripts/conformance-page.mjs writes", () => {
    const generated = opened.get("generated")!;
    const fresh = textOf({
      tables: { vectors: rowsOf("vectors"), generated: rowsOf("generated"), found: rowsOf("found") },
      wrong: listWrong(opened.get("found")!),
      reasons: countReasons(generated, NEWEST),
      newest: NEWEST,
      topics: countTopics(generated),
    });
    expect(fresh).toBe(page);
  });

  test.each(NAMES)("has a row for every release: %s", (name) => {
    expect(rowsIn(page, name).map(({ release }) => release)).toEqual(opened.get(name)!.releases);
  });

  test.each(["vectors", "generated"] as const)("shows no wrong verdict: %s", (name) => {
    expect(rowsIn(page, name).filter(({ wrong }) => wrong > 0)).toEqual([]);
  });
});
