import type { Change } from "../core/changes/changes.js";
import { changeEdits } from "../core/changes/write-changes.js";
import type { ApplyChangesResult } from "../protocol/what-if.js";
import type { Analysis } from "./analysis.js";

/** The edits that write changes into a document; nothing else is touched. */
export function applyChanges(analysis: Analysis, changes: readonly Change[]): ApplyChangesResult {
  const { document, documentVersion } = analysis;
  const edits = changeEdits(document, settingChanges(changes));
  return {
    version: documentVersion,
    edits: edits.map(({ span, newText }) => ({ range: document.lines.rangeOf(span), newText })),
  };
}

/** Changes as they come over the wire: `null` for no value is what JSON writes of it. */
export function settingChanges(changes: readonly Change[]): readonly Change[] {
  return changes.map(({ key, value }) => ({ key, value: value ?? undefined }));
}
