import { editsForChanges, type SettingChange } from "../core/whatif/change.js";
import type { ApplyChangesResult, WhatIfChange } from "../protocol/what-if.js";
import type { Analysis } from "./analysis.js";

/** The edits that write changes into a document; nothing else is touched. */
export function applyChanges(analysis: Analysis, changes: readonly WhatIfChange[]): ApplyChangesResult {
  const { document, documentVersion } = analysis;
  const edits = editsForChanges(document, settingChanges(changes));
  return {
    version: documentVersion,
    edits: edits.map(({ span, newText }) => ({ range: document.lines.rangeOf(span), newText })),
  };
}

/** Changes as they come over the wire, in the core's form. */
export function settingChanges(changes: readonly WhatIfChange[]): readonly SettingChange[] {
  return changes.map(({ key, value }) => ({ key, value: value ?? undefined }));
}
