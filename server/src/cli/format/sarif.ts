import type { Location, Log, ReportingConfiguration, Region, ReportingDescriptor, Result } from "sarif";
import { PROJECT_RULE } from "../../core/project/project-lint.js";
import { SCENARIO_RULE } from "../../core/report/scenario-lint.js";
import { printableFixes } from "../../core/report/lint.js";
import { profileLevel } from "../../core/rules/profiles.js";
import { RULES } from "../../core/rules/registry.js";
import type { Finding, Rule, Severity } from "../../core/rules/types.js";
import { inJson } from "../../core/text/shown.js";
import type { Span } from "../../core/text/span.js";
import type { LintedFile } from "./linted-file.js";

/** What a SARIF log says about rules besides their meta: the page `docs/rules/<id>.md`, where it can be had. */
export type RulePages = ReadonlyMap<string, string>;

/** What can be found in any file the tool reads. */
const ALL_RULES: readonly Rule[] = [...RULES, SCENARIO_RULE, PROJECT_RULE];

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** A SARIF 2.1.0 log, for code scanning services. What is not shown elsewhere is in it, marked as suppressed. */
export function formatSarif(files: readonly LintedFile[], version: string, pages: RulePages): string {
  const hasBaseline = files.some((file) => file.hasBaseline);
  const log: Log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "ackwise",
            semanticVersion: version,
            rules: ALL_RULES.map((rule) => descriptor(rule, pages)),
          },
        },
        columnKind: "utf16CodeUnits",
        artifacts: files.map(({ file }) => ({ location: { uri: uriOf(file) } })),
        results: files.flatMap((file) => resultsOf(file, hasBaseline)),
      },
    ],
  };
  return `${inJson(log, 2)}\n`;
}

function descriptor({ meta }: Rule, pages: RulePages): ReportingDescriptor {
  const page = pages.get(meta.id);
  return {
    id: meta.id,
    shortDescription: { text: meta.summary },
    help: page === undefined ? { text: meta.summary } : { text: page, markdown: page },
    defaultConfiguration: { level: levelOf(meta.severity), enabled: profileLevel(meta, "default") !== "off" },
    properties: { tags: [meta.category] },
  };
}

/** SARIF wants `suppressions` and `baselineState` on all results of a run or on none (3.27.23, 3.27.24). */
function resultsOf(file: LintedFile, hasBaseline: boolean): Result[] {
  const state = (baselineState: "new" | "unchanged"): Partial<Result> => (hasBaseline ? { baselineState } : {});
  const shown = file.findings.map((finding) => ({ ...resultOf(file, finding), ...state("new"), suppressions: [] }));
  const hidden = file.suppressed.map(({ finding, kind, reason }) => ({
    ...resultOf(file, finding),
    ...state(kind === "external" ? "unchanged" : "new"),
    suppressions: [reason === undefined || reason === "" ? { kind } : { kind, justification: reason }],
  }));
  return [...shown, ...hidden];
}

function resultOf(file: LintedFile, finding: Finding): Result {
  return {
    ruleId: finding.rule,
    ruleIndex: ALL_RULES.findIndex(({ meta }) => meta.id === finding.rule),
    level: levelOf(finding.severity),
    message: { text: finding.message },
    locations: [locationOf(file, finding.span)],
    relatedLocations: finding.related.map(({ span, message }, id) => ({
      id,
      ...locationOf(file, span),
      message: { text: message },
    })),
    fixes: printableFixes(file.document, finding).map(({ title, edits }) => ({
      description: { text: title },
      artifactChanges: [
        {
          artifactLocation: { uri: uriOf(file.file) },
          replacements: edits.map(({ span, newText }) => ({
            deletedRegion: regionOf(file, span),
            insertedContent: { text: newText },
          })),
        },
      ],
    })),
  };
}

function locationOf(file: LintedFile, span: Span): Location {
  return { physicalLocation: { artifactLocation: { uri: uriOf(file.file) }, region: regionOf(file, span) } };
}

/** SARIF counts lines and columns from one; the end column is the one after the last. */
function regionOf({ document }: LintedFile, span: Span): Region {
  const { start, end } = document.lines.rangeOf(span);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function levelOf(severity: Severity): NonNullable<ReportingConfiguration["level"]> {
  switch (severity) {
    case "error":
    case "warning":
      return severity;
    case "information":
    case "hint":
      return "note";
  }
}

/** A relative reference (RFC 3986); absolute paths become file URIs. */
function uriOf(file: string): string {
  const path = file.split("/").map(encodeURIComponent).join("/");
  if (file.startsWith("/")) return `file://${path}`;
  return /^[A-Za-z]:\//.test(file) ? `file:///${path.replace("%3A", ":")}` : path;
}
