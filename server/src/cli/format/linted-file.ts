import type { VersionInUse } from "../../core/config/version-in-use.js";
import type { LintedText } from "../../core/report/lint.js";
import type { Finding, Severity } from "../../core/rules/types.js";

/** A finding that is not shown: a comment switches it off (`inSource`) or a baseline knows it (`external`). */
export interface HiddenFinding {
  readonly finding: Finding;
  readonly kind: "inSource" | "external";
  /** What the comment gives as its reason. */
  readonly reason: string | undefined;
}

/** A file with its findings, as every formatter gets it. */
export interface LintedFile extends LintedText {
  /** Relative to the working directory, with forward slashes. */
  readonly file: string;
  /** The client version the file is for and where it comes from, for people; scenarios have none. */
  readonly client: { readonly version: VersionInUse; readonly origin: string } | undefined;
  readonly suppressed: readonly HiddenFinding[];
  /** Whether a baseline has been looked into. */
  readonly hasBaseline: boolean;
}

/** From worst to mildest. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "information", "hint"];

/** Whether a severity is at or above another. */
export function isAtLeastSeverity(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
