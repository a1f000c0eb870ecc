import { Messages } from "../core/messages/messages.js";
import { messagesFor } from "../core/messages/translations.js";
import type { DialectId } from "../core/dialects/types.js";
import type { Report } from "../core/report/report-model.js";
import { matrixText, type FaultMatrix } from "../core/report/what-if/fault-matrix.js";
import { inlineRunner } from "../core/report/what-if/inline-runner.js";
import { compareText, tuneText } from "../core/report/what-if/run.js";
import type { ExperimentOptions } from "../core/report/what-if/subject.js";
import { sweepText, type SweepFile } from "../core/report/what-if/sweep.js";
import type { ScenarioInput } from "../core/simulation/scenario/scenario.js";
import type { ToldMistake } from "../core/schema/schema-check.js";
import { shownChanges, type Change } from "../core/changes/changes.js";
import { seedsFrom, type StopSignal } from "../core/whatif/experiment.js";
import type { MeasureId, MeasureValues } from "../core/whatif/measures.js";
import type { TuningGoal } from "../core/whatif/moves.js";
import {
  contradiction,
  parseRequirement,
  type Requirement,
  type RequirementVerdict,
} from "../core/whatif/requirement.js";
import type { Tuning } from "../core/whatif/tune.js";
import { nextTurn, outerVersionOf } from "./simulate.js";

/** Settings to write; `null` takes a key out. */
export type Changes = Readonly<Record<string, string | number | boolean | null>>;

/** How to run an experiment. */
export interface ExperimentSettings {
  /** A name, an object, or nothing for `one-rack`. */
  readonly scenario?: ScenarioInput;
  /** The seeds, or how many from 1; 5 by default, 3 for a sweep, 1 for a matrix. */
  readonly seeds?: number | readonly number[];
  /** What must hold, such as `p99<50ms` and `lost=0`. */
  readonly require?: readonly string[];
  /** An `AbortSignal`, or any object whose `aborted` turns true: the report then says that it is incomplete. */
  readonly signal?: StopSignal;
  /** Hears how much is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** A release such as `3.9` or `3.9.1`. A version comment in the text is stronger. Default: the newest. */
  readonly kafkaVersion?: string;
  readonly fileName?: string;
  readonly dialect?: DialectId;
  /** The language of the report and of mistakes: `en` or `ko`. Default: English. */
  readonly language?: "en" | "ko";
}

/** The scenario has mistakes: nothing was run. */
export interface BadScenario {
  readonly outcome: "bad-scenario";
  readonly mistakes: readonly ToldMistake[];
}

/** A variant of a comparison: what was measured by seed, or why the client refuses it. */
export type VariantResult =
  | {
      readonly outcome: "simulated";
      readonly changes: readonly Change[];
      readonly measures: readonly MeasureValues[];
    }
  | {
      readonly outcome: "refused";
      readonly changes: readonly Change[];
      readonly error: { readonly key: string; readonly message: string; readonly exception: readonly string[] };
    };

/** What {@link whatIf} returns. */
export type WhatIfResult =
  | BadScenario
  | {
      readonly outcome: "done";
      readonly report: Report;
      /** The text as it is, then each variant. */
      readonly variants: readonly VariantResult[];
      /** Checked for the last variant. */
      readonly requirements: readonly RequirementVerdict[];
    };

/** What {@link sweep} returns. */
export type SweepResult =
  BadScenario | { readonly outcome: "done"; readonly report: Report; readonly sweep: SweepFile };

/** What {@link matrix} returns. */
export type MatrixResult =
  BadScenario | { readonly outcome: "done"; readonly report: Report; readonly matrix: FaultMatrix };

/** What {@link tune} returns. */
export type TuneResult =
  | BadScenario
  | {
      readonly outcome: "done";
      readonly report: Report;
      /** Empty when nothing that was tried is better. */
      readonly proposal: readonly Change[];
      readonly steps: Tuning["steps"];
      /** What clearly gets worse with the proposal. */
      readonly prices: Tuning["prices"];
      readonly requirements: readonly RequirementVerdict[];
    };

/**
 * Compares a text with variants of it, each a set of changes, on the same random numbers.
 * @throws RangeError for an unknown release or a requirement that cannot be read. Never throws for any text or scenario.
 */
export async function whatIf(
  text: string,
  changes: Changes | readonly Changes[],
  settings: ExperimentSettings = {},
): Promise<WhatIfResult> {
  const sets = Array.isArray(changes) ? (changes as readonly Changes[]) : [changes as Changes];
  const experiment = await compareText(text, sets.map(changesOf), optionsOf(settings, 5));
  if (experiment.outcome === "bad-scenario") return experiment;
  const { outcomes, verdicts } = experiment.data;
  const variants = outcomes.map((one): VariantResult => {
    const made = shownChanges(one.variant.changes);
    return one.outcome === "refused"
      ? { outcome: "refused", changes: made, error: one.error }
      : { outcome: "simulated", changes: made, measures: one.measures };
  });
  return { outcome: "done", report: experiment.report, variants, requirements: verdicts };
}

/**
 * Simulates a text with every value of one setting, or every pair of values of two.
 * @throws RangeError as {@link whatIf}, and for none or more than two settings.
 */
export async function sweep(
  text: string,
  vary: Readonly<Record<string, readonly (string | number | boolean)[]>>,
  settings: ExperimentSettings & { readonly measure?: MeasureId } = {},
): Promise<SweepResult> {
  const axes = Object.entries(vary).map(([key, values]) => ({ key, values: values.map(String) }));
  if (axes.length < 1 || axes.length > 2 || axes.some(({ values }) => values.length === 0))
    throw new RangeError("a sweep varies one or two settings, each with one value at least");
  const experiment = await sweepText(text, axes, settings.measure ?? "p99", optionsOf(settings, 3));
  if (experiment.outcome === "bad-scenario") return experiment;
  return { outcome: "done", report: experiment.report, sweep: experiment.data };
}

/**
 * Plays the standard faults one by one with load and cluster of the scenario; one seed by default.
 * @throws RangeError as {@link whatIf}.
 */
export async function matrix(text: string, settings: ExperimentSettings = {}): Promise<MatrixResult> {
  const experiment = await matrixText(text, optionsOf(settings, 1));
  if (experiment.outcome === "bad-scenario") return experiment;
  return { outcome: "done", report: experiment.report, matrix: experiment.data };
}

/**
 * Searches for the few changes that serve a goal; never proposes what the client refuses, what a rule reports, nor what can harm more records.
 * @throws RangeError as {@link whatIf}.
 */
export async function tune(text: string, goal: TuningGoal, settings: ExperimentSettings = {}): Promise<TuneResult> {
  const experiment = await tuneText(text, goal, optionsOf(settings, 5));
  if (experiment.outcome === "bad-scenario") return experiment;
  const { outcomes, steps, prices, verdicts } = experiment.data;
  const proposal = outcomes[1]?.variant.changes ?? [];
  return { outcome: "done", report: experiment.report, proposal, steps, prices, requirements: verdicts };
}

function changesOf(changes: Changes): readonly Change[] {
  return Object.entries(changes).map(([key, value]) => ({ key, value: value === null ? undefined : String(value) }));
}

function optionsOf(settings: ExperimentSettings, seedCount: number): ExperimentOptions {
  const { seeds = seedCount, scenario, signal, onProgress, kafkaVersion, fileName, dialect } = settings;
  const outerVersion = outerVersionOf(kafkaVersion);
  return {
    scenario,
    seeds: typeof seeds === "number" ? seedsFrom(1, seeds) : seeds,
    requirements: requirementsOf(settings.require ?? []),
    run: inlineRunner({ fileName, dialect, outerVersion, signal }, nextTurn),
    signal,
    onProgress,
    fileName,
    dialect,
    outerVersion,
    messages: messagesFor(settings.language),
  };
}

function requirementsOf(texts: readonly string[]): readonly Requirement[] {
  const requirements = texts.map((text) => {
    const requirement = parseRequirement(text);
    if ("problem" in requirement) throw new RangeError(`${text}: ${new Messages().say(requirement.problem)}`);
    return requirement;
  });
  const pair = contradiction(requirements);
  if (pair !== undefined) throw new RangeError(`${pair[0].text} and ${pair[1].text} contradict each other`);
  return requirements;
}
