import { catalogFor } from "../../catalog/catalog.js";
import { evaluate } from "../../config/evaluate.js";
import { versionInUse, type VersionInUse } from "../../config/version-in-use.js";
import { readDocument } from "../../dialects/dialects.js";
import type { ConfigDocument } from "../../dialects/types.js";
import { Messages } from "../../messages/messages.js";
import { whatIfSpeaker } from "../../messages/what-if-texts.js";
import { changedText, type SettingChange } from "../../whatif/change.js";
import {
  BadScenario,
  runVariants,
  type JobRunner,
  type StopSignal,
  type VariantOutcome,
} from "../../whatif/experiment.js";
import type { MeasureId } from "../../whatif/measures.js";
import type { TuningGoal } from "../../whatif/moves.js";
import { checkRequirement, type Requirement, type RequirementVerdict } from "../../whatif/requirement.js";
import { sweepCell, sweepVariants, type SweepAxis, type SweepCell } from "../../whatif/sweep.js";
import { tune, type Tuning } from "../../whatif/tune.js";
import { dialectFor, lintDocument, reportFinding, type LintOptions } from "../lint.js";
import type { Report } from "../report-model.js";
import { comparisonReport } from "./comparison-report.js";
import { simulatedOnes, type ReportContext } from "./context.js";
import { sweepReport } from "./sweep-report.js";
import { tuningReport } from "./tuning-report.js";

/** How to run an experiment on a text. */
export interface ExperimentOptions extends LintOptions {
  /** A name, an object, or nothing for the default. */
  readonly scenario?: unknown;
  readonly seeds: readonly number[];
  readonly run: JobRunner;
  readonly requirements?: readonly Requirement[] | undefined;
  readonly signal?: StopSignal | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
  /** What the report calls the file. */
  readonly shownName?: string | undefined;
  /** The command that makes the report again. */
  readonly reproduce?: string | undefined;
}

/** What an experiment came to, beside its report. */
export type Experiment<Data> =
  | { readonly outcome: "done"; readonly report: Report; readonly data: Data }
  | { readonly outcome: "bad-scenario"; readonly mistakes: BadScenario["mistakes"] };

/** The data behind a comparison. */
export interface Comparison {
  /** The file as it is, then each variant. */
  readonly outcomes: readonly VariantOutcome[];
  /** Requirements, checked for the last variant. */
  readonly verdicts: readonly RequirementVerdict[];
}

/** Simulates a text and its variants, each a set of changes, with the same random numbers; none gives a plain simulation. */
export async function compareText(
  text: string,
  changeSets: readonly (readonly SettingChange[])[],
  options: ExperimentOptions,
): Promise<Experiment<Comparison>> {
  const subject = subjectOf(text, options);
  const variants = [[], ...changeSets].map((changes, index) => ({
    name: String(index),
    changes,
    text: changedText(subject.document, changes),
  }));
  return guarded(async () => {
    const outcomes = await runVariants(variants, options.scenario, options.seeds, options.run, options.onProgress);
    const last = outcomes.at(-1);
    const measures = last?.outcome === "simulated" ? last.measures : [];
    const verdicts =
      measures.length === 0 ? [] : (options.requirements ?? []).map((one) => checkRequirement(one, measures));
    return { report: comparisonReport(outcomes, subject.context, verdicts), data: { outcomes, verdicts } };
  });
}

/** Cells that are already known, by their index: those of other shards. */
export type KnownCells = ReadonlyMap<number, SweepCell>;

/** The data behind a sweep. */
export interface Sweep {
  readonly axes: readonly SweepAxis[];
  readonly cells: readonly SweepCell[];
}

/** Simulates a text with every pair of values of one or two settings. */
export async function sweepText(
  text: string,
  axes: readonly SweepAxis[],
  goal: MeasureId,
  options: ExperimentOptions,
): Promise<Experiment<Sweep>> {
  const subject = subjectOf(text, options);
  const variants = sweepVariants(subject.document, axes);
  return guarded(async () => {
    const outcomes = await runVariants(variants, options.scenario, options.seeds, options.run, options.onProgress);
    const cells = outcomes.map((outcome, index) => sweepCell(axes, index, outcome));
    const sample = simulatedOnes(outcomes)[0]?.results[0];
    const current = currentOf(axes, subject);
    return { report: sweepReport({ axes, cells, current, goal, sample }, subject.context), data: { axes, cells } };
  });
}

/** Where the values of the file are on the axes; undefined when one is not. */
function currentOf(axes: readonly SweepAxis[], { textOf }: Subject): readonly number[] | undefined {
  const at = axes.map(({ key, values }) => values.indexOf(textOf(key) ?? ""));
  return at.includes(-1) ? undefined : at;
}

/** Searches for changes that serve a goal under requirements. */
export async function tuneText(
  text: string,
  goal: TuningGoal,
  options: ExperimentOptions,
): Promise<Experiment<Tuning>> {
  const { document, textOf, context } = subjectOf(text, options);
  const { scenario, seeds, run, signal, onProgress, requirements = [] } = options;
  return guarded(async () => {
    const data = await tune({ document, textOf, scenario, goal, requirements, seeds, run, signal, onProgress });
    return { report: tuningReport(data, textOf, context), data };
  });
}

interface Subject {
  readonly document: ConfigDocument;
  readonly version: VersionInUse;
  /** The value of a setting in effect; undefined when it has none. */
  readonly textOf: (key: string) => string | undefined;
  readonly context: ReportContext;
}

function subjectOf(text: string, options: ExperimentOptions): Subject {
  const { document, version, findings } = lintDocument(text, options);
  const given = new Map([...document.byKey.values()].map(({ key, value }) => [key, value]));
  const { effective } = evaluate(given, catalogFor(version.version));
  return {
    document,
    version,
    textOf: (key) => effective.get(key)?.value ?? undefined,
    context: {
      say: whatIfSpeaker(options.messages ?? new Messages()),
      file: options.shownName ?? options.fileName,
      kafkaVersion: version.version.text,
      seeds: options.seeds,
      findings: findings.map((finding) => reportFinding(document, finding)),
      reproduce: options.reproduce ?? "",
      get complete() {
        return options.signal?.aborted !== true;
      },
    },
  };
}

/** The text of a file with changes, in the file's own spelling. */
export function withChanges(text: string, changes: readonly SettingChange[], options: LintOptions = {}): string {
  const dialect = dialectFor(options.fileName, text, options.dialect);
  return changedText(readDocument(dialect, options.fileName ?? "", text), changes);
}

/** The client release that counts for a text. */
export function releaseOf(text: string, options: LintOptions = {}): string {
  const dialect = dialectFor(options.fileName, text, options.dialect);
  return versionInUse(readDocument(dialect, options.fileName ?? "", text), options.outerVersion).version.text;
}

async function guarded<Data>(
  experiment: () => Promise<{ readonly report: Report; readonly data: Data }>,
): Promise<Experiment<Data>> {
  try {
    return { outcome: "done", ...(await experiment()) };
  } catch (error) {
    if (error instanceof BadScenario) return { outcome: "bad-scenario", mistakes: error.mistakes };
    throw error;
  }
}
