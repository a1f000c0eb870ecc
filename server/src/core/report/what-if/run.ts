import type { Change } from "../../changes/changes.js";
import { changedText } from "../../changes/write-changes.js";
import { runVariants, type VariantOutcome } from "../../whatif/experiment.js";
import { measure } from "../../whatif/measures.js";
import type { TuningGoal } from "../../whatif/moves.js";
import { checkRequirement, type Requirement, type RequirementVerdict } from "../../whatif/requirement.js";
import { tune, type Inspected, type Tuning } from "../../whatif/tune.js";
import type { RefusedResult, SimulatedResult } from "../../simulation/result/result.js";
import { lintDocument } from "../lint.js";
import type { Report } from "../report-model.js";
import { comparisonReport } from "./comparison-report.js";
import { guarded, subjectOf, type Experiment, type ExperimentOptions, type SubjectOptions } from "./subject.js";
import { tuningReport } from "./tuning-report.js";

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
  changeSets: readonly (readonly Change[])[],
  options: ExperimentOptions,
): Promise<Experiment<Comparison>> {
  const { document, context } = subjectOf(text, options);
  const variants = [[], ...changeSets].map((changes, index) => ({
    name: String(index),
    changes,
    text: changedText(document, changes),
  }));
  return guarded(options, async () => {
    const outcomes = await runVariants(variants, options.scenario, options.seeds, options.run, options.onProgress);
    const verdicts = verdictsOf(outcomes, options.requirements ?? []);
    return { report: comparisonReport(outcomes, context, verdicts), data: { outcomes, verdicts } };
  });
}

/** The report of one simulation that was run already. */
export function reportOfSimulation(
  text: string,
  result: SimulatedResult | RefusedResult,
  options: SubjectOptions,
  requirements: readonly Requirement[] = [],
): { readonly report: Report; readonly verdicts: readonly RequirementVerdict[] } {
  const { context } = subjectOf(text, options);
  const variant = { name: "0", changes: [], text };
  const outcome: VariantOutcome =
    result.outcome === "refused"
      ? { outcome: "refused", variant, error: result.error }
      : { outcome: "simulated", variant, results: [result], measures: [measure(result)] };
  const verdicts = verdictsOf([outcome], requirements);
  return { report: comparisonReport([outcome], context, verdicts), verdicts };
}

function verdictsOf(
  outcomes: readonly VariantOutcome[],
  requirements: readonly Requirement[],
): readonly RequirementVerdict[] {
  const last = outcomes.at(-1);
  if (last?.outcome !== "simulated") return [];
  return requirements.map((one) => checkRequirement(one, last.measures));
}

/** Searches for changes that serve a goal under requirements. */
export async function tuneText(
  text: string,
  goal: TuningGoal,
  options: ExperimentOptions,
): Promise<Experiment<Tuning>> {
  const { document, textOf, context } = subjectOf(text, options);
  const { scenario, seeds, run, signal, onProgress, requirements = [] } = options;
  const inspect = (changed: string): Inspected => inspected(changed, options);
  return guarded(options, async () => {
    const data = await tune({ document, inspect, scenario, goal, requirements, seeds, run, signal, onProgress });
    return { report: tuningReport(data, textOf, context), data };
  });
}

/** What the rules say of a changed text by themselves, whatever the workspace's profile switches off. */
function inspected(text: string, options: ExperimentOptions): Inspected {
  const { findings, context } = lintDocument(text, { ...options, profile: "default" });
  const told = findings.filter(({ severity }) => severity !== "hint");
  return {
    textOf: (key) => context.evaluation.effective.get(key)?.value,
    findings: told.map(({ rule, key }) => `${rule} ${key ?? ""}`),
  };
}
