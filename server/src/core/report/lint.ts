import { versionInUse, type OuterVersion, type VersionInUse } from "../config/version-in-use.js";
import { readDocument, recogniseDialect } from "../dialects/dialects.js";
import { secretsOf, type DocumentSecrets } from "../dialects/document-secrets.js";
import type { ConfigDocument, DialectId } from "../dialects/types.js";
import type { SuppressedFinding } from "../rules/suppressions.js";
import type { Finding, RuleContext } from "../rules/types.js";
import { contextOf, judge, type RunOptions } from "../rules/run.js";
import type { LineIndex, Range } from "../text/line-index.js";
import type { TextEncoding } from "../syntax/latin1.js";
import type { TextEdit } from "../text/span.js";

/** A text with everything that was found in it, whatever kind of text it is. */
export interface LintedText {
  readonly document: {
    readonly text: string;
    readonly lines: LineIndex;
    readonly dialect: DialectId | "scenario" | "project";
  };
  readonly findings: readonly Finding[];
}

/** A document with everything that was found in it. */
export interface LintedDocument extends LintedText {
  readonly document: ConfigDocument;
  readonly version: VersionInUse;
  /** What the rules looked at. */
  readonly context: RuleContext;
  /** What comments switch off. */
  readonly suppressed: readonly SuppressedFinding[];
}

/** A change in line and column. */
export interface ReportedEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A finding with lines and columns, as `ackwise lint --format json` and the library give it. */
export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Finding["severity"];
  readonly message: string;
  readonly key: string | undefined;
  readonly range: Range;
  readonly related: readonly { readonly range: Range; readonly message: string }[];
  readonly fixes: readonly {
    readonly title: string;
    readonly safety: "safe" | "suggestion";
    readonly edits: readonly ReportedEdit[];
  }[];
}

/** How to lint a text. */
export interface LintOptions extends RunOptions {
  readonly fileName?: string | undefined;
  readonly dialect?: DialectId | undefined;
  readonly outerVersion?: OuterVersion | undefined;
  /** What the text was decoded from; UTF-8 unless told otherwise. */
  readonly encoding?: TextEncoding | undefined;
}

/** Which dialect counts for a text: the one asked for, the one that recognises the file name, or plain properties. */
export function dialectFor(fileName: string | undefined, text: string, asked: DialectId | undefined): DialectId {
  return asked ?? (fileName === undefined ? undefined : recogniseDialect(fileName, text)?.id) ?? "properties";
}

/** Reads a text and runs every rule over it. */
export function lintDocument(text: string, options: LintOptions = {}): LintedDocument {
  const document = readDocument(
    dialectFor(options.fileName, text, options.dialect),
    options.fileName ?? "",
    text,
    options.encoding,
  );
  const version = versionInUse(document, options.outerVersion);
  const context = contextOf(document, version.version);
  return { document, version, context, ...judge(context, options) };
}

/** The secrets of what was linted; scenarios and project files have none. */
export function secretsIn(document: LintedText["document"]): DocumentSecrets | undefined {
  return isConfiguration(document) ? secretsOf(document) : undefined;
}

function isConfiguration(document: LintedText["document"]): document is ConfigDocument {
  return document.dialect !== "scenario" && document.dialect !== "project";
}

/** The fixes of a finding that may be printed: one that writes a secret is for the editor and `ackwise fix` only. */
export function printableFixes(document: LintedText["document"], { fixes }: Finding): Finding["fixes"] {
  const secrets = secretsIn(document);
  return secrets === undefined ? fixes : fixes.filter(({ edits }) => !edits.some((edit) => secrets.isWrittenBy(edit)));
}

/** A finding with lines and columns in place of offsets. Fixes that write a secret are left out. */
export function reportFinding(document: LintedText["document"], finding: Finding): ReportedFinding {
  const { lines } = document;
  const edit = ({ span, newText }: TextEdit): ReportedEdit => ({ range: lines.rangeOf(span), newText });
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    key: finding.key,
    range: lines.rangeOf(finding.span),
    related: finding.related.map(({ span, message }) => ({ range: lines.rangeOf(span), message })),
    fixes: printableFixes(document, finding).map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map(edit),
    })),
  };
}
