import { problem, type Problem } from "../../core/messages/problem-texts.js";
import type { Change } from "../../core/changes/changes.js";
import { parseChange } from "../../core/changes/parse-change.js";
import { numberWithUnit, UNIT_KINDS } from "../../core/schema/units.js";
import { seedsFrom } from "../../core/whatif/experiment.js";
import { contradiction, parseRequirement, type Requirement } from "../../core/whatif/requirement.js";
import { MOST_CELLS, parseAxis, type SweepAxis } from "../../core/whatif/sweep.js";

/** A value, or what is wrong with what was written. */
export type Parsed<Value> = Value | { readonly problem: Problem };

/** Most seeds of an experiment. */
const MOST_SEEDS = 1_000;
/** Most simulations at once. */
const MOST_JOBS = 256;

/** A whole number that a seed may be. */
export function parseSeed(text: string): Parsed<number> {
  const seed = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(seed) ? seed : { problem: problem("seed", { text }) };
}

/** Seeds from the first one. */
export function parseSeeds(first: string, count: string): Parsed<readonly number[]> {
  const seed = parseSeed(first);
  if (typeof seed !== "number") return seed;
  const many = parseCount("--seeds", count, MOST_SEEDS);
  return typeof many === "number" ? seedsFrom(seed, many) : many;
}

/** How many simulations run at once. */
export function parseJobs(text: string): Parsed<number> {
  return parseCount("--jobs", text, MOST_JOBS);
}

/** Longest time for a search: a day. */
const LONGEST_TIMEOUT_MS = 86_400_000;

/** A time such as `30s` in milliseconds. */
export function parseTimeout(text: string): Parsed<number> {
  const [times] = UNIT_KINDS;
  const ms = times === undefined ? NaN : numberWithUnit(text.trim(), times, "timeoutMs");
  return ms > 0 && ms <= LONGEST_TIMEOUT_MS ? ms : { problem: problem("timeout", { text }) };
}

function parseCount(option: string, text: string, most: number): Parsed<number> {
  const count = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  return count >= 1 && count <= most ? count : { problem: problem("count", { option, text, most }) };
}

/** Everything that was required, or the first mistake or contradiction. */
export function parseRequirements(texts: readonly string[]): Parsed<readonly Requirement[]> {
  const requirements: Requirement[] = [];
  for (const text of texts) {
    const requirement = parseRequirement(text);
    if ("problem" in requirement) return { problem: problem("require", { text, problem: requirement.problem }) };
    requirements.push(requirement);
  }
  const pair = contradiction(requirements);
  if (pair !== undefined)
    return { problem: problem("require/contradiction", { first: pair[0].text, second: pair[1].text }) };
  return requirements;
}

/** The changes of one variant. */
export function parseChanges(option: string, texts: readonly string[]): Parsed<readonly Change[]> {
  const changes: Change[] = [];
  for (const text of texts) {
    const change = parseChange(text);
    if (change === undefined) return { problem: problem("change", { option, text }) };
    changes.push(change);
  }
  return changes;
}

/** One or two settings with their values. */
export function parseAxes(texts: readonly string[]): Parsed<readonly SweepAxis[]> {
  const axes: SweepAxis[] = [];
  for (const text of texts) {
    const axis = parseAxis(text);
    if ("problem" in axis) return { problem: problem("vary", { text, problem: axis.problem }) };
    axes.push(axis);
  }
  if (axes.length > 2) return { problem: problem("vary/count", { count: axes.length }) };
  if (axes[0]?.key === axes[1]?.key) return { problem: problem("vary/twice", { key: axes[0]?.key ?? "" }) };
  const cells = axes.reduce((product, { values }) => product * values.length, 1);
  return cells > MOST_CELLS ? { problem: problem("vary/cells", { cells, most: MOST_CELLS }) } : axes;
}

/** `2/4`: the second of four parts. */
export function parseShard(text: string | undefined): Parsed<{ readonly index: number; readonly count: number }> {
  if (text === undefined) return { index: 1, count: 1 };
  const [, first = "", second = ""] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? [];
  const [index, count] = [Number(first), Number(second)];
  return index >= 1 && index <= count ? { index, count } : { problem: problem("shard", { text }) };
}
