import type { LintedDocument } from "../../core/report/lint.js";
import type { Severity } from "../../core/rules/types.js";

/** A file with its findings, as every formatter gets it. */
export interface LintedFile extends LintedDocument {
  /** Relative to the working directory, with forward slashes. */
  readonly file: string;
  /** Where the client version comes from, for people. */
  readonly versionOrigin: string;
}

/** From worst to mildest. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "information", "hint"];

/** Whether a severity is at or above another. */
export function isAtLeastSeverity(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
