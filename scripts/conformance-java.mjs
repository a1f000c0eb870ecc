// Compiles the Java oracles and puts questions to them, for scripts/conformance*.mjs.
import { spawn, spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";

export const CONFORMANCE = fileURLToPath(new URL("../test/conformance/", import.meta.url));
export const RECORDED = join(CONFORMANCE, "recorded");
const JAVA = join(CONFORMANCE, "java");
export const TARGET = join(JAVA, "target");

/** Runs a program to its end; its output is shown only when it fails. */
export function run(program, commandArguments, options = {}) {
  const result = spawnSync(program, commandArguments, { encoding: "utf8", maxBuffer: 1 << 28, ...options });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${program} failed:\n${result.stdout ?? ""}\n${result.stderr ?? ""}`);
  return result.stdout;
}

/** One JSON value per line, the form in which the oracles are asked and answer. */
export function writeLines(file, values) {
  writeFileSync(file, values.map((value) => `${asciiJson(value)}\n`).join(""));
}

export function parseLines(text) {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** JSON in ASCII only: U+2028 and its like are line ends for some readers of lines. */
function asciiJson(value) {
  const escape = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).replace(/[\u007f-\uffff]/g, escape);
}

/** Gzip without a time and without the name of the system, so that the same lines give the same bytes. */
export function writeRecorded(name, values) {
  const packed = gzipSync(values.map((value) => `${asciiJson(value)}\n`).join(""), { level: 9 });
  packed[9] = 255;
  writeFileSync(join(RECORDED, name), packed);
  return packed.length;
}

export function readRecorded(name) {
  return parseLines(gunzipSync(readFileSync(join(RECORDED, name))).toString("utf8"));
}
