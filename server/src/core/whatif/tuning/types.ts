import type { Change } from "../../changes/changes.js";
import type { ConfigDocument } from "../../dialects/types.js";
import type { JobRunner, StopSignal, VariantOutcome } from "../experiment.js";
import type { MeasureId, MeasureValues } from "../measures.js";
import type { TuningGoal } from "../moves.js";
import type { Requirement, RequirementVerdict } from "../requirement.js";
import type { Risk } from "./risks.js";

/** What is known of a text without a simulation. */
export interface Inspected {
  /** The value of a setting in effect. */
  readonly textOf: (key: string) => string | undefined;
  /** What the rules find, of information and above: `rule key`. No proposal may add to it. */
  readonly findings: readonly string[];
}

/** What to tune, and how. */
export interface TuningInput {
  readonly document: ConfigDocument;
  readonly inspect: (text: string) => Inspected;
  readonly scenario: unknown;
  readonly goal: TuningGoal;
  readonly requirements: readonly Requirement[];
  /** Seeds of the comparison. The search does not see them, so that what is proposed was not picked for its luck with them. */
  readonly seeds: readonly number[];
  readonly run: JobRunner;
  /** Ends the search; what was found by then is confirmed nevertheless. */
  readonly signal?: StopSignal | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** A configuration that was tried on the way, by the means of its measures. */
export interface TriedPoint {
  readonly changes: readonly Change[];
  readonly measures: MeasureValues;
}

/** Something that clearly gets worse. */
export interface Price {
  readonly measure: MeasureId;
  readonly before: number;
  readonly after: number;
}

/** A change that was kept, and what it did to the measure of the goal. */
export interface TuningStep {
  readonly changes: readonly Change[];
  readonly before: number;
  readonly after: number;
  /** Records lost, stored twice, out of order or failed, before and after it. */
  readonly harmBefore: number;
  readonly harmAfter: number;
  /** What could happen to records before, and cannot any more. */
  readonly risks: readonly Risk[];
  /** The gain is no chance, by the same test as in a comparison. */
  readonly isClear: boolean;
}

/** What goes further than the proposal, at a higher price. */
export interface Alternative {
  readonly outcome: Extract<VariantOutcome, { outcome: "simulated" }>;
  readonly prices: readonly Price[];
}

/** What tuning found. */
export interface Tuning {
  readonly goal: TuningGoal;
  readonly goalMeasure: MeasureId;
  /** Baseline first, then the proposal, unless there is nothing to propose. Both with all seeds. */
  readonly outcomes: readonly VariantOutcome[];
  readonly steps: readonly TuningStep[];
  readonly prices: readonly Price[];
  readonly alternative: Alternative | undefined;
  readonly tried: readonly TriedPoint[];
  readonly verdicts: readonly RequirementVerdict[];
  readonly complete: boolean;
}
