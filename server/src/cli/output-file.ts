import { resolve } from "node:path";
import { problem, type Problem } from "../core/messages/problem-texts.js";
import { reasonOf } from "./input/read-input.js";
import type { CliIo } from "./io.js";

/** The files that a command is asked to write. */
export interface OutputFiles {
  readonly output?: string | undefined;
  readonly trace?: string | undefined;
}

/** What is wrong with where results should go: found out before they are worked out. */
export async function unwritableOutput(io: CliIo, { output, trace }: OutputFiles): Promise<Problem | undefined> {
  const names = [output, trace].filter((name) => name !== undefined);
  for (const name of names) {
    const unwritable = await toProblem(name, io.checkWritable(resolve(io.cwd, name)));
    if (unwritable !== undefined) return unwritable;
  }
  const [first, second] = names.map((name) => resolve(io.cwd, name));
  return first !== undefined && first === second ? problem("output/twice", { file: names[0] ?? "" }) : undefined;
}

/** Writes a result to a file that the user named; returns why that did not work. */
export function writeOutput(io: CliIo, name: string, text: string): Promise<Problem | undefined> {
  return toProblem(name, io.writeFile(resolve(io.cwd, name), Buffer.from(text, "utf8")));
}

async function toProblem(file: string, work: Promise<void>): Promise<Problem | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return problem("unwritable", { file, reason: reasonOf(error) });
  }
}
