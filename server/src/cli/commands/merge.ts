import { problem, type Problem } from "../../core/messages/problem-texts.js";
import { resolve } from "node:path";
import { mergeSweeps, reportOfSweep, SWEEP_FORMAT, type SweepFile } from "../../core/report/what-if/sweep.js";
import { messagesOf } from "../language.js";
import { EXIT, type CliIo } from "../io.js";
import { decodeText } from "../input/decode.js";
import { deliver, outputProblem, type ExperimentCommandOptions } from "./experiment.js";
import { refuse } from "./lint.js";

/** The options of `ackwise merge`. */
export type MergeCommandOptions = Pick<ExperimentCommandOptions, "format" | "output">;

/** `ackwise merge`: the report of a sweep whose parts were run apart. */
export async function merge(names: readonly string[], options: MergeCommandOptions, io: CliIo): Promise<number> {
  const wrong = await outputProblem(io, options);
  if (wrong !== undefined) return refuse(io, [wrong]);
  const parts: SweepFile[] = [];
  for (const name of names) {
    const part = await readPart(io, name);
    if ("problem" in part) return refuse(io, [part.problem]);
    parts.push(part);
  }
  const whole = mergeSweeps(parts);
  if ("problem" in whole) return refuse(io, [whole.problem]);
  const report = reportOfSweep(whole, messagesOf(io));
  return deliver(report, { report, sweep: whole }, options, io, EXIT.clean);
}

async function readPart(io: CliIo, name: string): Promise<SweepFile | { readonly problem: Problem }> {
  const bytes = await io.readFile(resolve(io.cwd, name)).catch(() => undefined);
  if (bytes === undefined) return { problem: problem("merge/unreadable", { name }) };
  const expected = problem("merge/no-part", { name });
  try {
    const part: unknown = JSON.parse(decodeText(bytes).text);
    return isSweepFile(part) ? part : { problem: expected };
  } catch {
    return { problem: expected };
  }
}

/** Looks at what merging reads; the rest is as another run of this program wrote it. */
function isSweepFile(value: unknown): value is SweepFile {
  if (typeof value !== "object" || value === null) return false;
  const { format, kind, plan, shard, shown, cells } = value as Partial<Record<keyof SweepFile, unknown>>;
  const isObject = (one: unknown): boolean => typeof one === "object" && one !== null;
  return format === SWEEP_FORMAT && kind === "sweep" && [plan, shard, shown].every(isObject) && Array.isArray(cells);
}
