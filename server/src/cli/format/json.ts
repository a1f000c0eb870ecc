import { reportFinding } from "../../core/report/lint.js";
import { inJson } from "../../core/text/shown.js";
import type { BaselineInUse } from "../input/baselines.js";
import type { LintedFile } from "./linted-file.js";

/** `lint --format json`: the shape is fixed, other programs read it. `baseline` is there when one is in use. */
export function formatJson(
  files: readonly LintedFile[],
  version: string,
  baselines: readonly BaselineInUse[] = [],
): string {
  const report = {
    version,
    ...(baselines.length === 0
      ? {}
      : { baseline: { known: total(baselines, "known"), gone: total(baselines, "gone") } }),
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
  return `${inJson(report, 2)}\n`;
}

function total(baselines: readonly BaselineInUse[], what: "known" | "gone"): number {
  return baselines.reduce((sum, baseline) => sum + baseline[what], 0);
}
