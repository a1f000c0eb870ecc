import { shownValue } from "../../catalog/secrecy.js";
import type { SayWhatIf } from "../../messages/what-if-texts.js";
import type { Change } from "../../changes/changes.js";
import type { VariantOutcome } from "../../whatif/experiment.js";
import type { ReportedFinding } from "../lint.js";

/** What a report says besides the numbers. */
export interface ReportContext {
  readonly say: SayWhatIf;
  /** The file's name as the reader knows it; absent for a text without one. */
  readonly file: string | undefined;
  readonly kafkaVersion: string;
  readonly seeds: readonly number[];
  readonly findings: readonly ReportedFinding[];
  /** The command that makes the report again. */
  readonly reproduce: string;
  readonly complete: boolean;
}

/** An outcome with results. */
export type SimulatedVariant = Extract<VariantOutcome, { readonly outcome: "simulated" }>;

/** The outcomes that the client did not refuse. */
export function simulatedOnes(outcomes: readonly VariantOutcome[]): readonly SimulatedVariant[] {
  return outcomes.filter((outcome): outcome is SimulatedVariant => outcome.outcome === "simulated");
}

/** What a variant is called: its changes, or that it is the file. */
export function variantName(say: SayWhatIf, changes: readonly Change[]): string {
  return changes.length === 0 ? say("variant/baseline") : changes.map((change) => changeName(say, change)).join(", ");
}

/** A change as it is written in a file. */
export function changeName(say: SayWhatIf, { key, value }: Change): string {
  return value === undefined ? say("variant/removed", { key }) : `${key}=${shownValue(key, value)}`;
}
