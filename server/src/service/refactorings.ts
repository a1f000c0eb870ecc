import { shortVersion } from "../core/catalog/version.js";
import { CodeActionKind, type CodeAction } from "vscode-languageserver-types";
import { historyOf } from "../core/catalog/catalog.js";
import { changedSettings, type Change } from "../core/changes/changes.js";
import { changeEdits } from "../core/changes/write-changes.js";
import { idempotentChanges } from "../core/changes/idempotent-changes.js";
import { PRESET_IDS, type PresetId } from "../core/changes/preset-ids.js";
import { presetChanges } from "../core/changes/presets.js";
import { redundantKeys } from "../core/changes/redundant-keys.js";
import { readDocument } from "../core/dialects/dialects.js";
import { isPropertiesFile } from "../core/dialects/properties-meaning.js";
import { sortProperties } from "../core/dialects/properties-sort.js";
import { editorSpeaker, type SayEditor } from "../core/messages/editor-texts.js";
import { applyEdits, type TextEdit } from "../core/text/span.js";
import type { Analysis } from "./analysis.js";
import { commentEdits } from "./comment-edits.js";
import { difference } from "./fix-all.js";
import { oncePerAnalysis } from "./once.js";
import { isPresetFor, partitionsInUse, presetCommentEdit, presetName } from "./presets.js";
import { workspaceEdit } from "./workspace-edit.js";

/** The kinds of our refactorings; each is one edit. */
export const REFACTOR_KINDS: Readonly<
  Record<"preset" | "idempotent" | "sort" | "removeDefaults" | "addComments", string>
> = {
  preset: `${CodeActionKind.RefactorRewrite}.ackwise.preset`,
  idempotent: `${CodeActionKind.RefactorRewrite}.ackwise.idempotent`,
  sort: `${CodeActionKind.Source}.sort.ackwise`,
  removeDefaults: `${CodeActionKind.Source}.removeDefaults.ackwise`,
  addComments: `${CodeActionKind.Source}.addComments.ackwise`,
};

/** How many changes a title names. */
const NAMED_CHANGES = 3;

/** How much of the end of a text is looked at. */
const LONGEST_END = 200;

/** The topics in the order in which people read a configuration; other keys follow. */
const GROUP_ORDER = [
  "cluster", "plugins", "delivery", "transactions", "batching", "partitioning", "network", "security", "ssl", "sasl", "metrics",
] as const; // prettier-ignore

/** Changes of a whole file. Only those kinds are worked out that are wanted. */
export function refactorings(analysis: Analysis, wants: (kind: string) => boolean): CodeAction[] {
  return [
    ...(wants(REFACTOR_KINDS.idempotent) ? idempotentAction(analysis) : []),
    ...PRESET_IDS.flatMap((id) => (wants(`${REFACTOR_KINDS.preset}.${id}`) ? presetActions[id](analysis) : [])),
    ...(wants(REFACTOR_KINDS.sort) ? sortAction(analysis) : []),
    ...(wants(REFACTOR_KINDS.removeDefaults) ? removeDefaultsAction(analysis) : []),
    ...(wants(REFACTOR_KINDS.addComments) ? commentsAction(analysis) : []),
  ];
}

type WorkOut = (analysis: Analysis) => CodeAction[];

const speakerOf = ({ options }: Analysis): SayEditor => editorSpeaker(options.messages);

const idempotentAction: WorkOut = oncePerAnalysis((analysis) => {
  const say = speakerOf(analysis);
  const changes = idempotentChanges(analysis.context.evaluation);
  const title = say("refactor/idempotent", { changes: changesText(changes, say) });
  return changed(analysis, changes, changeEdits(analysis.document, changes), title, REFACTOR_KINDS.idempotent);
});

const presetActions = Object.fromEntries(PRESET_IDS.map((id) => [id, presetAction(id)])) as Readonly<
  Record<PresetId, WorkOut>
>;

function presetAction(id: PresetId): WorkOut {
  return oncePerAnalysis((analysis) => {
    if (!isPresetFor(analysis, id)) return [];
    const changes =
      presetChanges(id, analysis.context.evaluation, presetName(analysis), partitionsInUse(analysis)) ?? [];
    if (changes.length === 0) return [];
    const say = speakerOf(analysis);
    const title = say("refactor/preset", { preset: say(`preset/${id}`), changes: changesText(changes, say) });
    const edits = [...presetCommentEdit(analysis, id), ...changeEdits(analysis.document, changes)];
    return changed(analysis, changes, edits, title, `${REFACTOR_KINDS.preset}.${id}`);
  });
}

/** `acks=all, without retries and 2 more`. */
function changesText(changes: readonly Change[], say: SayEditor): string {
  const named = changes
    .slice(0, NAMED_CHANGES)
    .map(({ key, value }) => (value === undefined ? say("refactor/without", { key }) : `${key}=${value}`))
    .join(", ");
  const more = changes.length - NAMED_CHANGES;
  return more > 0 ? say("refactor/more", { named, count: more }) : named;
}

/** An action whose edits do what they should. */
function changed(
  analysis: Analysis,
  changes: readonly Change[],
  edits: readonly TextEdit[],
  title: string,
  kind: string,
): CodeAction[] {
  if (changes.length === 0 || !isWritten(analysis, changes, edits)) return [];
  return [{ title, kind, edit: workspaceEdit(analysis, edits) }];
}

/** In a half-written file that ends with a line that goes on, a new line may become part of it: only then is it worth reading again. */
function isWritten({ document, context }: Analysis, changes: readonly Change[], edits: readonly TextEdit[]): boolean {
  if (/[^\\\s]\s*$/.test(document.text.slice(-LONGEST_END))) return true;
  const { byKey } = readDocument(document.dialect, document.fileName, applyEdits(document.text, edits));
  const expected = changedSettings(context.evaluation.given, changes);
  return (
    byKey.size === expected.size &&
    [...expected].every(([key, value]) => byKey.get(key)?.loaded.trim() === value.trim())
  );
}

const sortAction: WorkOut = oncePerAnalysis((analysis) => {
  const { document } = analysis;
  const say = speakerOf(analysis);
  if (!isPropertiesFile(document)) return [];
  const sorted = sortProperties(document.text, placeOf);
  const edits = sorted === undefined ? [] : difference(document.text, sorted);
  return edits.length === 0
    ? []
    : [{ title: say("refactor/sort"), kind: REFACTOR_KINDS.sort, edit: workspaceEdit(analysis, edits) }];
});

/** Keys of the client by name; others stay in the order of the file, behind them. */
function placeOf(key: string): { readonly group: number; readonly name: string } {
  const group = historyOf(key)?.group;
  if (group === undefined) return { group: GROUP_ORDER.length, name: "" };
  const place = (GROUP_ORDER as readonly string[]).indexOf(group);
  return { group: place < 0 ? GROUP_ORDER.length - 1 : place, name: key };
}

const removeDefaultsAction: WorkOut = oncePerAnalysis((analysis) => {
  const say = speakerOf(analysis);
  const { context, document } = analysis;
  const keys = redundantKeys(context.evaluation, context.catalog).filter((key) => !isCommented(analysis, key));
  const changes = keys.map((key) => ({ key, value: undefined }));
  const version = shortVersion(context.catalog.version.text);
  const title = say("refactor/remove-defaults", { count: keys.length, version });
  const edits = changeEdits(analysis.document, changes);
  return isPropertiesFile(document) ? changed(analysis, changes, edits, title, REFACTOR_KINDS.removeDefaults) : [];
});

/** A comment right above says why a line is there; without the line it would speak of the next one. */
function isCommented({ document }: Analysis, key: string): boolean {
  const lines = new Set(document.comments.map(({ line }) => line));
  return document.settings.some((setting) => setting.key === key && lines.has(setting.line - 2));
}

const commentsAction: WorkOut = oncePerAnalysis((analysis) => {
  const say = speakerOf(analysis);
  const edits = commentEdits(analysis);
  if (edits.length === 0) return [];
  const title = say("refactor/add-comments", { count: edits.length });
  return [{ title, kind: REFACTOR_KINDS.addComments, edit: workspaceEdit(analysis, edits) }];
});
