import { directivesOf } from "../core/dialects/directives.js";
import type { TextEdit } from "../core/text/span.js";
import type { VersionEditResult } from "../protocol/requests.js";
import type { Analysis } from "./analysis.js";
import type { Directive } from "../core/dialects/directives.js";
import { lineEndOf } from "../core/dialects/properties-spelling.js";

/** Writes, replaces or (for an empty version) removes the comment that says which client release a file is for. */
export function versionEdit(analysis: Analysis, kafkaVersion: string): VersionEditResult {
  return commentEdit(analysis, "kafka-version", kafkaVersion);
}

/** The same for the comment that says in which scenario a file is simulated. */
export function scenarioEdit(analysis: Analysis, scenario: string): VersionEditResult {
  return commentEdit(analysis, "scenario", scenario);
}

function commentEdit(analysis: Analysis, name: Directive["name"], value: string): VersionEditResult {
  const { document } = analysis;
  const edits = editsFor(analysis, name, value);
  return {
    version: analysis.documentVersion,
    edits: edits.map(({ span, newText }) => ({ range: document.lines.rangeOf(span), newText })),
  };
}

function editsFor({ document }: Analysis, name: Directive["name"], value: string): readonly TextEdit[] {
  const { lines } = document;
  const comment = `# ackwise-${name}: ${value}`;
  const existing = directivesOf(document).find((directive) => directive.name === name);
  if (existing === undefined) {
    if (value === "") return [];
    return [{ span: { start: 0, end: 0 }, newText: `${comment}${lineEndOf(document.text)}` }];
  }
  if (value !== "") return [{ span: existing.span, newText: comment }];
  return [{ span: { start: lines.lineStart(existing.line), end: lines.lineStart(existing.line + 1) }, newText: "" }];
}
