import type { Severity } from "../../core/rules/types.js";
import { inAnnotation, inAnnotationProperty } from "../../core/text/shown.js";
import type { LintedFile } from "./linted-file.js";

/** Workflow commands of GitHub Actions: each finding becomes an annotation of the changed file. */
export function formatGithub(files: readonly LintedFile[]): string {
  return files.flatMap((file) => annotationsOf(file)).join("");
}

function annotationsOf({ file, document, findings }: LintedFile): readonly string[] {
  return findings.map((finding) => {
    const { start, end } = document.lines.rangeOf(finding.span);
    const places = [
      `file=${inAnnotationProperty(file)}`,
      `line=${(start.line + 1).toString()}`,
      `col=${(start.character + 1).toString()}`,
      `endLine=${(end.line + 1).toString()}`,
      `endColumn=${(end.character + 1).toString()}`,
      `title=${inAnnotationProperty(`ackwise ${finding.rule}`)}`,
    ];
    return `::${commandOf(finding.severity)} ${places.join(",")}::${inAnnotation(finding.message)}\n`;
  });
}

function commandOf(severity: Severity): string {
  switch (severity) {
    case "error":
    case "warning":
      return severity;
    case "information":
    case "hint":
      return "notice";
  }
}
