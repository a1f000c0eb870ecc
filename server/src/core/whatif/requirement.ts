import type { Phrase } from "../messages/format.js";
import { problem } from "../messages/problem-texts.js";
import { estimate } from "./confidence.js";
import { MEASURE_IDS, MEASURES, type MeasureId, type MeasureUnit, type MeasureValues } from "./measures.js";
import { ownOf } from "../text/own.js";

/** Something that must hold, such as `p99<50ms`. */
export interface Requirement {
  readonly text: string;
  readonly measure: MeasureId;
  readonly operator: "<" | "<=" | ">" | ">=" | "=";
  /** In the unit of the measure. */
  readonly value: number;
}

/** Whether a requirement holds, and what was measured: the mean over the seeds, or for counts of records the worst seed. */
export interface RequirementVerdict {
  readonly requirement: Requirement;
  readonly measured: number;
  readonly holds: boolean;
  /** What the measure alone does not show, when it decides. */
  readonly because?: RequirementReason;
}

/** `behind`: counted from the planned send(). Or so many records have no latency at all: a share, or how many in the worst run. */
export type RequirementReason =
  { readonly kind: "behind" } | { readonly kind: "undelivered" | "invisible"; readonly amount: number };

/** Names people use, beside the ids of the measures. */
const ALIASES: Readonly<Record<string, MeasureId>> = {
  "p99.9": "p999",
  "p50.0": "p50",
  latency: "mean",
  median: "p50",
  "end-to-end": "endToEnd",
  "blocked-p99": "blockedP99",
  "blocked.p99": "blockedP99",
  "commit-p99": "commit",
  "commit.p99": "commit",
  unordered: "unordered",
  "out-of-order": "unordered",
  duplicated: "duplicates",
  "bytes/s": "wire",
  "requests/s": "requests",
  "records/s": "records",
  buffer: "memory",
  "kept-up": "keptUp",
  behind: "lateP99",
  "behind-schedule": "lateP99",
  "never-visible": "invisible",
  "stored-failed": "storedFailed",
};

const FACTORS: Readonly<Record<MeasureUnit, Readonly<Record<string, number>>>> = {
  ms: { "": 1, ms: 1, s: 1_000, us: 0.001, µs: 0.001, min: 60_000 },
  "MiB/s": { "": 1, "mib/s": 1, "mb/s": 1e6 / 1_048_576, "kib/s": 1 / 1_024, "gib/s": 1_024 },
  "1/s": { "": 1, "/s": 1, "k/s": 1_000, "m/s": 1_000_000 },
  share: { "": 1, "%": 0.01 },
  count: { "": 1, k: 1_000, m: 1_000_000 },
  bytes: { "": 1, b: 1, kib: 1_024, kb: 1_000, mib: 1_048_576, mb: 1_000_000, gib: 1_073_741_824 },
};

/** What may stand before the operator. */
export const REQUIREMENT_NAMES: readonly string[] = MEASURE_IDS;

/** Reads a requirement, or says what is wrong with it. */
export function parseRequirement(text: string): Requirement | { readonly problem: Phrase } {
  const match = /^\s*([A-Za-z][\w./-]*)\s*(<=|>=|==?|<|>)\s*([0-9.]+)\s*(\S*)\s*$/.exec(text);
  if (match === null) return { problem: problem("require/form") };
  const [, name = "", sign = "", digits = "", unit = ""] = match;
  const id = MEASURE_IDS.find((one) => one.toLowerCase() === name.toLowerCase()) ?? ownOf(ALIASES, name.toLowerCase());
  if (id === undefined) return { problem: problem("require/measure", { name, names: REQUIREMENT_NAMES.join(", ") }) };
  const factors = FACTORS[MEASURES[id].unit];
  const factor = ownOf(factors, unit.toLowerCase());
  const allowed = Object.keys(factors).filter((one) => one !== "");
  if (factor === undefined) return { problem: problem("require/unit", { unit, id, units: allowed.join(", ") }) };
  const value = Number(digits) * factor;
  if (!Number.isFinite(value)) return { problem: problem("require/number", { digits }) };
  return { text: text.trim(), measure: id, operator: sign === "==" ? "=" : (sign as Requirement["operator"]), value };
}

/** From the planned send() instead of the call: an application that is held up calls send() late, which is no lower latency. */
const FROM_PLANNED = {
  mean: "lateMean",
  p50: "lateP50",
  p99: "lateP99",
  p999: "lateP999",
  max: "lateMax",
  endToEnd: "lateEndToEnd",
} as const;

/** Of a larger share of records without a latency no bound on latencies holds. */
const MOST_UNDELIVERED = 0.01;

/**
 * Checks a requirement over the runs of all seeds. Counts must hold for every seed, other measures on average. A bound on latencies
 * is one for all records that were to be sent, and counts from when they were: see {@link RequirementVerdict.because}.
 */
export function checkRequirement(requirement: Requirement, runs: readonly MeasureValues[]): RequirementVerdict {
  const verdict = checkMeasure(requirement, requirement.measure, runs);
  const { measure: id, operator } = requirement;
  const planned = Object.hasOwn(FROM_PLANNED, id) ? FROM_PLANNED[id as keyof typeof FROM_PLANNED] : undefined;
  if (!verdict.holds || operator.startsWith(">") || (planned === undefined && !BOUNDS_LATENCY.has(id))) return verdict;
  const behind = planned === undefined ? verdict : checkMeasure(requirement, planned, runs);
  if (!behind.holds) return { ...behind, because: { kind: "behind" } };
  return { ...verdict, ...missing(id, runs) };
}

/** Latencies that are counted from the planned send() already. */
const BOUNDS_LATENCY: ReadonlySet<MeasureId> = new Set(Object.values(FROM_PLANNED));

function missing(
  id: MeasureId,
  runs: readonly MeasureValues[],
): Pick<RequirementVerdict, "holds" | "because"> | undefined {
  const undelivered = estimate(runs.map((run) => run.undelivered)).mean;
  if (undelivered > MOST_UNDELIVERED) return { holds: false, because: { kind: "undelivered", amount: undelivered } };
  const invisible = id === "endToEnd" || id === "lateEndToEnd" ? Math.max(...runs.map((run) => run.invisible)) : 0;
  return invisible > 0 ? { holds: false, because: { kind: "invisible", amount: invisible } } : undefined;
}

function checkMeasure(requirement: Requirement, id: MeasureId, runs: readonly MeasureValues[]): RequirementVerdict {
  const values = runs.map((run) => run[id]);
  const isCount = MEASURES[id].unit === "count";
  const wantsMore = requirement.operator.startsWith(">");
  const worst = wantsMore ? Math.min(...values) : Math.max(...values);
  const measured = isCount ? worst : estimate(values).mean;
  return { requirement, measured, holds: holds(measured, requirement) };
}

function holds(measured: number, { operator, value }: Requirement): boolean {
  switch (operator) {
    case "<":
      return measured < value;
    case "<=":
      return measured <= value;
    case ">":
      return measured > value;
    case ">=":
      return measured >= value;
    case "=":
      return measured === value;
  }
}

/** Requirements no run can meet together, such as `p99<5ms` with `p99>10ms`; undefined when there is no such pair. */
export function contradiction(requirements: readonly Requirement[]): readonly [Requirement, Requirement] | undefined {
  for (const upper of requirements)
    for (const lower of requirements) {
      if (upper.measure !== lower.measure || !/^(<|=)/.test(upper.operator) || !/^(>|=)/.test(lower.operator)) continue;
      const touches = upper.operator !== "<" && lower.operator !== ">";
      if (upper.value < lower.value || (upper.value === lower.value && !touches)) return [upper, lower];
    }
  return undefined;
}
