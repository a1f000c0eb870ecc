import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from "vscode-languageserver-types";
import type { Finding, Severity } from "../core/rules/types.js";
import type { LineIndex } from "../core/text/line-index.js";
import { rulePageUrl } from "./rule-page.js";

/** The source under which editors show our diagnostics. */
export const DIAGNOSTIC_SOURCE = "ackwise";

/** What a diagnostic carries for other tools. */
export interface DiagnosticData {
  readonly rule: string;
  readonly messageId: string;
}

/** A document of any kind with what was found in it. */
export interface Found {
  readonly uri: string;
  readonly documentVersion: number;
  readonly document: { readonly text: string; readonly lines: LineIndex };
  readonly findings: readonly Finding[];
}

/** The findings of a document as diagnostics. */
export function diagnostics(analysis: Found): Diagnostic[] {
  return analysis.findings.map((finding) => diagnosticOf(analysis, finding));
}

/** One finding as a diagnostic. */
export function diagnosticOf({ document, uri }: Found, finding: Finding): Diagnostic {
  const { lines } = document;
  const data: DiagnosticData = { rule: finding.rule, messageId: finding.messageId };
  const related = finding.related.map(({ span, message }) => ({
    location: { uri, range: lines.rangeOf(span) },
    message,
  }));
  return {
    range: lines.rangeOf(finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    codeDescription: { href: rulePageUrl(finding.rule) },
    source: DIAGNOSTIC_SOURCE,
    message: finding.message,
    ...(finding.tag === undefined ? {} : { tags: [TAGS[finding.tag]] }),
    ...(related.length === 0 ? {} : { relatedInformation: related }),
    data,
  };
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TAGS: Readonly<Record<"deprecated" | "unnecessary", DiagnosticTag>> = {
  deprecated: DiagnosticTag.Deprecated,
  unnecessary: DiagnosticTag.Unnecessary,
};
