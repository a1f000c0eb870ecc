// Reading and writing the fixtures of test/conformance/recorded: one JSON value per line, gzipped.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";

export const RECORDED = fileURLToPath(new URL("../test/conformance/recorded/", import.meta.url));

/** JSON in ASCII only: U+2028 and its like are line ends for some readers of lines. */
export function asciiJson(value) {
  const escape = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).replace(/[\u007f-\uffff]/g, escape);
}

/** Without a time and without the name of the system, so that the same values give the same bytes. */
export function writeRecorded(name, values) {
  const packed = gzipSync(values.map((value) => `${asciiJson(value)}\n`).join(""), { level: 9 });
  packed[9] = 255;
  writeFileSync(join(RECORDED, name), packed);
  return packed.length;
}

export function readRecorded(name) {
  const file = join(RECORDED, name);
  if (!existsSync(file)) return [];
  return gunzipSync(readFileSync(file))
    .toString("utf8")
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

export function writeMeta(name, value) {
  writeFileSync(join(RECORDED, name), `${JSON.stringify(value, undefined, 1)}\n`);
}
