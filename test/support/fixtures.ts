import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** The lines of a compressed NDJSON fixture under test/conformance/recorded/. */
export function recordedLines(name: string): unknown[] {
  const path = new URL(`../conformance/recorded/${name}`, import.meta.url);
  const text = gunzipSync(readFileSync(path)).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as unknown);
}
