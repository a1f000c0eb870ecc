import { reportFinding } from "../../core/report/lint.js";
import type { LintedFile } from "./linted-file.js";

/** `lint --format json`: the shape is fixed, other programs read it. */
export function formatJson(files: readonly LintedFile[], version: string): string {
  const report = {
    version,
    files: files.map((linted) => ({
      file: linted.file,
      dialect: linted.document.dialect,
      kafkaVersion: linted.client?.version.version.text ?? null,
      findings: linted.findings.map((finding) => {
        const { rule, severity, message, key, range, related, fixes } = reportFinding(linted.document, finding);
        return { rule, severity, message, key: key ?? null, range, related, fixes };
      }),
    })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
