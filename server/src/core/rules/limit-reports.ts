import type { Fix, Report, Severity } from "./types.js";

/** More findings of one rule than this nobody reads, and no editor shows: 700,000 of them would take seconds and gigabytes. */
export const MOST_FINDINGS = 1_000;
/**
 * How many edits the findings of one rule hold together. A fix may mend all of a value's mistakes and belong to the finding of each of them: the
 * text of it would grow with the square of their number.
 */
export const MOST_EDITS = 10_000;

/** The reports of a rule that are listed, and what is said of the rest. */
export interface LimitedReports {
  readonly listed: readonly Report[];
  readonly rest: RestOfReports | undefined;
}

/** The reports beyond the limit. */
export interface RestOfReports {
  readonly count: number;
  /** The first of them: where the list ends. */
  readonly first: Report;
  /** The strongest level of them; undefined where the rule's own counts. */
  readonly severity: Severity | undefined;
}

const BY_STRENGTH: readonly Severity[] = ["error", "warning", "information", "hint"];

/** The first reports of a rule, with fixes as far as their edits stay within the limit; the first report keeps its fixes in any case. */
export function limitReports(reports: readonly Report[], own: Severity): LimitedReports {
  let edits = 0;
  const listed = reports.slice(0, MOST_FINDINGS).map((report, index) => {
    edits += editsOf(report.fixes ?? []);
    return index === 0 || edits <= MOST_EDITS ? report : { ...report, fixes: [] };
  });
  const first = reports[MOST_FINDINGS];
  if (first === undefined) return { listed, rest: undefined };
  const severities = new Set(reports.slice(MOST_FINDINGS).map(({ severity }) => severity ?? own));
  const severity = BY_STRENGTH.find((candidate) => severities.has(candidate));
  return { listed, rest: { count: reports.length - MOST_FINDINGS, first, severity } };
}

function editsOf(fixes: readonly Fix[]): number {
  return fixes.reduce((count, { edits }) => count + edits.length, 0);
}
