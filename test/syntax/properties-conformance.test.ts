import { expect, test } from "vitest";
import { parseProperties } from "../../server/src/core/syntax/parse-properties.js";
import { printProperties } from "../../server/src/core/syntax/properties.js";
import { recordedLines } from "../support/fixtures.js";

interface Recorded {
  readonly text: string;
  readonly entries?: [string, string][];
  readonly error?: string;
}

const recorded = recordedLines("properties-load.ndjson.gz") as Recorded[];

test("there are at least 5,000 recorded texts", () => {
  expect(recorded.length).toBeGreaterThanOrEqual(5000);
});

test("every recorded text has the keys and values of java.util.Properties.load", () => {
  for (const { text, entries, error } of recorded) {
    const document = parseProperties(text);
    expect(document.problems.length > 0, JSON.stringify(text)).toBe(error !== undefined);
    if (entries === undefined) continue;
    const loaded = new Map(document.entries.map((entry) => [entry.key, entry.value]));
    expect(sorted([...loaded]), JSON.stringify(text)).toEqual(sorted(entries));
  }
});

test("printing the parse of every recorded text gives the text back", () => {
  for (const { text } of recorded) expect(printProperties(parseProperties(text))).toBe(text);
});

function sorted(entries: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
