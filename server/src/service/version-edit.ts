import { directivesOf } from "../core/dialects/directives.js";
import type { TextEdit } from "../core/text/span.js";
import type { VersionEditResult } from "../protocol/requests.js";
import type { Analysis } from "./analysis.js";
import { lineEndOf } from "../core/dialects/properties-edits.js";

/** Writes, replaces or (for an empty version) removes the comment that says which client release a file is for. */
export function versionEdit(analysis: Analysis, kafkaVersion: string): VersionEditResult {
  const { document } = analysis;
  const edits = editsFor(analysis, kafkaVersion);
  return {
    version: analysis.documentVersion,
    edits: edits.map(({ span, newText }) => ({ range: document.lines.rangeOf(span), newText })),
  };
}

function editsFor({ document }: Analysis, kafkaVersion: string): readonly TextEdit[] {
  const { lines } = document;
  const comment = `# ackwise-kafka-version: ${kafkaVersion}`;
  const existing = directivesOf(document).find((directive) => directive.name === "kafka-version");
  if (existing === undefined) {
    if (kafkaVersion === "") return [];
    return [{ span: { start: 0, end: 0 }, newText: `${comment}${lineEndOf(document.text)}` }];
  }
  if (kafkaVersion !== "") return [{ span: existing.span, newText: comment }];
  return [{ span: { start: lines.lineStart(existing.line), end: lines.lineStart(existing.line + 1) }, newText: "" }];
}
