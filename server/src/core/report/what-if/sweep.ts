import { shownValue } from "../../catalog/secrecy.js";
import { secretsOf } from "../../dialects/document-secrets.js";
import type { Phrase } from "../../messages/format.js";
import { problem } from "../../messages/problem-texts.js";
import { Messages } from "../../messages/messages.js";
import { whatIfSpeaker } from "../../messages/what-if-texts.js";
import type { SimulatedResult } from "../../simulation/result/result.js";
import { runVariants, type Variant } from "../../whatif/experiment.js";
import type { MeasureId } from "../../whatif/measures.js";
import { shownChanges } from "../../changes/changes.js";
import { sweepCell, sweepVariants, type SweepAxis, type SweepCell } from "../../whatif/sweep.js";
import type { ReportedFinding } from "../lint.js";
import type { Report } from "../report-model.js";
import { simulatedOnes } from "./context.js";
import { sweepReport } from "./sweep-report.js";
import { guarded, subjectOf, type Experiment, type ExperimentOptions, type Subject } from "./subject.js";

/** Version of the shape of sweep files. */
export const SWEEP_FORMAT = 1;

/** What decides the numbers of a sweep, without its secrets, which decide none: shards of one sweep have the same plan. */
export interface SweepPlan {
  readonly text: string;
  readonly scenario: unknown;
  readonly kafkaVersion: string;
  readonly seeds: readonly number[];
  readonly axes: readonly SweepAxis[];
  readonly goal: MeasureId;
}

/** A sweep or a part of one: plain data, as `ackwise sweep --shard` writes it and `ackwise merge` reads it. */
export interface SweepFile {
  readonly format: typeof SWEEP_FORMAT;
  readonly kind: "sweep";
  readonly plan: SweepPlan;
  /** Of how many parts this is which, from 1. */
  readonly shard: { readonly index: number; readonly count: number };
  /** What reports show besides: not needed to agree. */
  readonly shown: {
    readonly file?: string;
    readonly findings: readonly ReportedFinding[];
    readonly reproduce: string;
    readonly current?: readonly number[];
    readonly complete: boolean;
    /** Some result without its time series, for what all have in common. */
    readonly sample?: SimulatedResult;
  };
  readonly cells: readonly (SweepCell & { readonly index: number })[];
}

/** Everything at once. */
const WHOLE = { index: 1, count: 1 } as const;

/**
 * Simulates a text with every pair of values of one or two settings; of a shard only every `count`-th pair. The numbers do not
 * depend on the sharding.
 */
export async function sweepText(
  text: string,
  axes: readonly SweepAxis[],
  goal: MeasureId,
  options: ExperimentOptions,
  shard: SweepFile["shard"] = WHOLE,
): Promise<Experiment<SweepFile>> {
  const subject = subjectOf(text, options);
  const { context } = subject;
  const mine = sweepVariants(subject.document, axes)
    .map((variant, index) => ({ variant, index }))
    .filter(({ index }) => index % shard.count === shard.index - 1);
  const { scenario, seeds } = options;
  return guarded(options, async () => {
    const { cells, sample } = await runCells(mine, axes, options);
    const current = currentOf(axes, subject);
    const shownText = secretsOf(subject.document).hideIn(text);
    const shownAxes = axes.map(({ key, values }) => ({ key, values: values.map((value) => shownValue(key, value)) }));
    const data: SweepFile = {
      format: SWEEP_FORMAT,
      kind: "sweep",
      plan: {
        text: shownText,
        scenario: scenario ?? null,
        kafkaVersion: context.kafkaVersion,
        seeds,
        axes: shownAxes,
        goal,
      },
      shard,
      shown: {
        ...(context.file === undefined ? {} : { file: context.file }),
        findings: context.findings,
        reproduce: context.reproduce,
        ...(current === undefined ? {} : { current }),
        complete: context.complete,
        ...(sample === undefined ? {} : { sample: { ...sample, series: { everyMs: 0, columns: {} } } }),
      },
      cells: cells.map((cell) => ({ ...cell, changes: shownChanges(cell.changes) })),
    };
    return { report: reportOfSweep(data, options.messages), data };
  });
}

/** Whole results are large: they are kept for so many cells at a time. */
const CELLS_AT_ONCE = 64;

async function runCells(
  mine: readonly { readonly variant: Variant; readonly index: number }[],
  axes: readonly SweepAxis[],
  { scenario, seeds, run, onProgress }: ExperimentOptions,
): Promise<{ readonly cells: SweepFile["cells"]; readonly sample: SimulatedResult | undefined }> {
  const cells: SweepFile["cells"][number][] = [];
  let sample: SimulatedResult | undefined;
  for (let start = 0; start < mine.length; start += CELLS_AT_ONCE) {
    const part = mine.slice(start, start + CELLS_AT_ONCE);
    const variants = part.map(({ variant }) => variant);
    const tell = (share: number): void => onProgress?.((start + share * part.length) / mine.length);
    const outcomes = await runVariants(variants, scenario, seeds, run, tell);
    sample ??= simulatedOnes(outcomes)[0]?.results[0];
    part.forEach(({ index }, place) => {
      const outcome = outcomes[place];
      if (outcome !== undefined) cells.push({ index, ...sweepCell(axes, index, outcome) });
    });
  }
  return { cells, sample };
}

/** The report of a whole sweep. */
export function reportOfSweep({ plan, shown, cells }: SweepFile, messages: Messages = new Messages()): Report {
  const { axes, goal, seeds, kafkaVersion } = plan;
  const { current, sample, file, findings, reproduce, complete } = shown;
  const say = whatIfSpeaker(messages);
  return sweepReport(
    { axes, cells, current, goal, sample },
    { say, file, kafkaVersion, seeds, findings, reproduce, complete },
  );
}

/** Puts the parts of a sweep together, or says why they are none. */
export function mergeSweeps(files: readonly SweepFile[]): SweepFile | { readonly problem: Phrase } {
  const [first, ...others] = files;
  if (first === undefined) return { problem: problem("merge/nothing") };
  const plan = JSON.stringify(first.plan);
  const stranger = others.findIndex((one) => JSON.stringify(one.plan) !== plan);
  if (stranger >= 0)
    return {
      problem: problem("merge/stranger", { part: stranger + 2 }),
    };
  const byIndex = new Map(files.flatMap(({ cells }) => cells.map((cell) => [cell.index, cell] as const)));
  const wanted = first.plan.axes.reduce((product, { values }) => product * values.length, 1);
  const missing = Array.from({ length: wanted }, (_, index) => index).filter((index) => !byIndex.has(index));
  if (missing.length > 0) {
    const { count } = first.shard;
    const parts = [...new Set(missing.map((index) => (index % count) + 1))].sort((a, b) => a - b);
    return { problem: problem("merge/missing", { missing: missing.length, wanted, parts: parts.join(", "), count }) };
  }
  const sample = files.find(({ cells }) => byIndex.get(0) === cells.find(({ index }) => index === 0))?.shown.sample;
  return {
    ...first,
    shard: WHOLE,
    shown: {
      ...first.shown,
      complete: files.every(({ shown }) => shown.complete),
      ...(sample === undefined ? {} : { sample }),
    },
    cells: [...byIndex.values()].sort((a, b) => a.index - b.index),
  };
}

/** Where the values of the file are on the axes; undefined when one is not. */
function currentOf(axes: readonly SweepAxis[], { textOf }: Subject): readonly number[] | undefined {
  const at = axes.map(({ key, values }) => values.indexOf(textOf(key) ?? ""));
  return at.includes(-1) ? undefined : at;
}
