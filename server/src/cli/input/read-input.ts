import { problem, type Problem } from "../../core/messages/problem-texts.js";
import { relative, resolve, sep } from "node:path";
import type { CliIo } from "../io.js";
import { binaryProblem, decodeText, type Encoding } from "./decode.js";

/** A text to look at. `file` is what people see: relative to the working directory, with forward slashes. */
export interface InputText {
  readonly file: string;
  /** The absolute path; undefined for standard input. */
  readonly path: string | undefined;
  readonly text: string;
  readonly encoding: Encoding;
}

/** Something that cannot be read, as one line for people: `file:line: what, expected …`. */
export interface InputProblem {
  readonly problem: Problem;
}

/** What standard input is called in messages and reports. */
export const STDIN_NAME = "<stdin>";

/** Larger files are no configuration; Kafka's own sample has 4 KB. */
export const MAX_FILE_BYTES = 5_000_000;

/** Reads one file, or standard input for `-`. */
export async function readInput(io: CliIo, name: string): Promise<InputText | InputProblem> {
  if (name === "") return { problem: problem("empty-name") };
  if (name === "-") return readStdin(io);
  const path = resolve(io.cwd, name);
  const file = displayName(io, path);
  const found = await io.stat(path);
  if (found === undefined) return { problem: problem("no-such-file", { file }) };
  if (found.kind !== "file")
    return { problem: problem(found.kind === "directory" ? "a-directory" : "a-device", { file }) };
  if (found.sizeBytes > MAX_FILE_BYTES) return tooLarge(file, found.sizeBytes);
  try {
    return textOf(await io.readFile(path), file, path);
  } catch (error) {
    return { problem: problem("unreadable", { file, reason: reasonOf(error) }) };
  }
}

async function readStdin(io: CliIo): Promise<InputText | InputProblem> {
  try {
    return textOf(await io.readStdin(), STDIN_NAME, undefined);
  } catch (error) {
    return { problem: problem("unreadable", { file: STDIN_NAME, reason: reasonOf(error) }) };
  }
}

/** Says whether reading went wrong. */
export function isProblem(input: object): input is InputProblem {
  return "problem" in input;
}

/** A path as reports show it. */
export function displayName(io: CliIo, path: string): string {
  const near = relative(io.cwd, path);
  const shown = near === "" || near.startsWith("..") ? path : near;
  return shown.split(sep).join("/");
}

/** What the codes of file errors mean to people (errno(3)). */
const REASONS: ReadonlyMap<string, Parameters<typeof problem>[0]> = new Map([
  ["EACCES", "reason/permission"],
  ["EPERM", "reason/permission"],
  ["ENOENT", "reason/missing"],
  ["EISDIR", "reason/directory"],
  ["ENOTDIR", "reason/not-a-directory"],
  ["ENOSPC", "reason/full"],
  ["EDQUOT", "reason/full"],
  ["EROFS", "reason/read-only"],
  ["ELOOP", "reason/links"],
  ["ENAMETOOLONG", "reason/long-name"],
  ["ENXIO", "reason/device"],
] as const);

/** The reason of a Node file error, without the path that the message names already. */
export function reasonOf(error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code;
  const known = code === undefined ? undefined : REASONS.get(code);
  if (known !== undefined) return problem(known);
  return code ?? (error instanceof Error ? error.message : String(error));
}

function textOf(bytes: Uint8Array, file: string, path: string | undefined): InputText | InputProblem {
  if (bytes.length > MAX_FILE_BYTES) return tooLarge(file, bytes.length);
  const binary = binaryProblem(bytes);
  if (binary !== undefined) return { problem: problem("in-line", { file, line: binary.line, what: binary.message }) };
  return { file, path, ...decodeText(bytes) };
}

function tooLarge(file: string, sizeBytes: number): InputProblem {
  const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1).replace(".0", "");
  const limit = megabytes(MAX_FILE_BYTES);
  return { problem: problem("too-large", { file, size: megabytes(sizeBytes), limit }) };
}
