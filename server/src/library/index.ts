import type { DialectId } from "../core/dialects/types.js";
import { effectiveConfigOf, type EffectiveConfig } from "../core/report/effective.js";
import { lintDocument, reportFinding, type LintOptions, type ReportedFinding } from "../core/report/lint.js";
import { messagesFor } from "../core/messages/translations.js";
import { PROFILES, type Profile } from "../core/rules/profiles.js";
import type { RuleLevel } from "../core/rules/render.js";
import { outerVersionOf } from "./simulate.js";

export { runProducerScript } from "../core/simulation/script/run-producer-script.js";
export type {
  ProducerScript,
  ProducerTrace,
  ScriptError,
  ScriptErrorCode,
  ScriptRefusal,
  TraceEvent,
} from "../core/simulation/script/script.js";
export type {
  BadScenarioResult,
  Distribution,
  FailureResult,
  PartitionResult,
  RefusedResult,
  SimulatedResult,
  SimulateResult,
} from "../core/simulation/result/result.js";
export type { Scenario, ScenarioInput } from "../core/simulation/scenario/scenario.js";
export type { ToldMistake as ScenarioMistake } from "../core/schema/schema-check.js";
export type { Report } from "../core/report/report-model.js";
export type { MeasureId, MeasureValues } from "../core/whatif/measures.js";
export type { TuningGoal } from "../core/whatif/moves.js";
export {
  matrix,
  sweep,
  tune,
  whatIf,
  type BadScenario,
  type Changes,
  type ExperimentSettings,
  type MatrixResult,
  type SweepResult,
  type TuneResult,
  type VariantResult,
  type WhatIfResult,
} from "./experiments.js";
export { simulate, simulateInSlices, type SimulateSettings } from "./simulate.js";

export type { EffectiveConfig, EffectiveError, EffectiveSetting } from "../core/report/effective.js";
export type { Profile } from "../core/rules/profiles.js";
export type { RuleLevel } from "../core/rules/render.js";
export type { ReportedEdit, ReportedFinding } from "../core/report/lint.js";

/** How to read a text. */
export interface TextOptions {
  /** Decides the dialect together with the text; the file is not opened. */
  readonly fileName?: string;
  /** A release such as `3.9` or `3.9.1`. A version comment in the text is stronger. Default: the newest. */
  readonly kafkaVersion?: string;
  readonly dialect?: DialectId;
  /** The language of messages: `en` or `ko`. Default: English. */
  readonly language?: "en" | "ko";
}

/** How to check a text. */
export interface LintTextOptions extends TextOptions {
  /** Which severities rules have: what matters most. */
  readonly profile?: Profile;
  /** Levels by rule id, stronger than the profile. */
  readonly rules?: Readonly<Record<string, RuleLevel>>;
}

/** How to compute the effective configuration. */
export interface EffectiveConfigOptions extends TextOptions {
  /** By default secrets read `[hidden]`, also in `raw` and in what the client says. */
  readonly showSecrets?: boolean;
}

/** What was found in a text. */
export interface LintResult {
  readonly dialect: DialectId;
  readonly kafkaVersion: string;
  readonly findings: readonly ReportedFinding[];
}

/**
 * Checks a producer configuration as the editor and `ackwise lint` do.
 * @throws RangeError when `kafkaVersion` names no release or `profile` no profile that Ackwise knows. Never throws for any text.
 */
export function lintText(text: string, options: LintTextOptions = {}): LintResult {
  const { profile = "default", rules = {} } = options;
  if (!PROFILES.includes(profile))
    throw new RangeError(`unknown profile "${profile}": expected ${PROFILES.join(", ")}`);
  const { document, version, findings } = lintDocument(text, { ...coreOptions(options), profile, levels: rules });
  return {
    dialect: document.dialect,
    kafkaVersion: version.version.text,
    findings: findings.map((finding) => reportFinding(document, finding)),
  };
}

/**
 * What `new KafkaProducer(props)` makes of a producer configuration: verdict, first error, effective values.
 * @throws RangeError when `kafkaVersion` names no release that Ackwise knows. Never throws for any text.
 */
export function effectiveConfig(text: string, options: EffectiveConfigOptions = {}): EffectiveConfig {
  return effectiveConfigOf(text, { ...coreOptions(options), showSecrets: options.showSecrets });
}

function coreOptions(options: TextOptions): LintOptions {
  return {
    fileName: options.fileName,
    dialect: options.dialect,
    outerVersion: outerVersionOf(options.kafkaVersion),
    messages: messagesFor(options.language),
  };
}
