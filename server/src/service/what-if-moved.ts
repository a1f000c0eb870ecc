import { readDocument } from "../core/dialects/dialects.js";
import { contextOf } from "../core/rules/run.js";
import { changedText } from "../core/changes/write-changes.js";
import type { Change } from "../protocol/what-if.js";
import type { Analysis } from "./analysis.js";
import { settingChanges } from "./what-if-changes.js";
import { valueInEffect } from "./what-if-form.js";
import { FIELD_PLANS } from "./what-if-fields.js";

/**
 * Settings of the form that changes move along with them, with the value then in effect: `acks=all` instead of `acks=0` brings
 * idempotence back. What is changed itself is not among them.
 */
export function movedBy({ document, version, context }: Analysis, changes: readonly Change[]): Record<string, string> {
  if (changes.length === 0) return {};
  const text = changedText(document, settingChanges(changes));
  const changed = contextOf(readDocument(document.dialect, document.fileName, text), version.version);
  const moved = new Map<string, string>();
  for (const { key } of FIELD_PLANS) {
    const value = valueInEffect(changed, key);
    const isOwn = changes.some((change) => change.key === key);
    if (!isOwn && value !== undefined && value !== valueInEffect(context, key)) moved.set(key, value);
  }
  return Object.fromEntries(moved);
}
