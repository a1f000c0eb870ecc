import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
} from "vscode-languageserver-types";
import { serviceSpeaker } from "../core/messages/service-texts.js";
import type { Finding } from "../core/rules/types.js";
import type { Range } from "../core/text/line-index.js";
import type { Analysis } from "./analysis.js";
import { diagnosticOf, type Found } from "./diagnostics.js";
import { fixAll } from "./fix-all.js";
import { refactorings } from "./refactorings.js";
import { suppressions } from "./suppressions.js";
import { KEEP_KIND, keepAction } from "./upgrade.js";
import { workspaceEdit } from "./workspace-edit.js";

/** The kind of the action that applies every safe fix, for `editor.codeActionsOnSave`. */
export const FIX_ALL_KIND: string = `${CodeActionKind.SourceFixAll}.ackwise`;

/** Quick fixes for the findings at a range, comments that switch their rules off, and the action that fixes everything. */
export function codeActions(analysis: Analysis, range: Range, asked: CodeActionContext): CodeAction[] {
  const wants = (kind: string): boolean => isWanted(kind, asked);
  const actions: CodeAction[] = [...quickFixesAt(analysis, range, asked)];
  if (wants(CodeActionKind.QuickFix)) {
    const touched = analysis.findings.filter((finding) => touches(analysis, finding, range));
    actions.push(...suppressions(analysis, touched));
  }
  if (wants(FIX_ALL_KIND) && !isJustMoving(asked)) actions.push(...fixAllAction(analysis));
  if (asked.only !== undefined && wants(KEEP_KIND)) actions.push(...keepAction(analysis));
  if (isForWholeFiles(asked)) actions.push(...refactorings(analysis, (kind) => wants(kind) && isTimely(kind, asked)));
  return withoutRepetition(actions);
}

/** Not while the cursor just moves: the light bulb would be on every line. */
function isForWholeFiles({ only, triggerKind }: CodeActionContext): boolean {
  return only !== undefined || triggerKind === CodeActionTriggerKind.Invoked;
}

/** Editors that do not say why they ask want to show what there is. */
function isJustMoving({ only, triggerKind }: CodeActionContext): boolean {
  return only === undefined && triggerKind === CodeActionTriggerKind.Automatic;
}

/** Editors show source actions in a menu of their own, and ask for them then. */
function isTimely(kind: string, { only }: CodeActionContext): boolean {
  return only !== undefined || !isWithin(kind, CodeActionKind.Source);
}

/** Quick fixes for the findings of any document at a range. */
export function quickFixesAt(analysis: Found, range: Range, asked: CodeActionContext): CodeAction[] {
  if (!isWanted(CodeActionKind.QuickFix, asked)) return [];
  const touched = analysis.findings.filter((finding) => touches(analysis, finding, range));
  return touched.flatMap((finding) => quickFixes(analysis, finding, asked.diagnostics));
}

function isWanted(kind: string, { only }: CodeActionContext): boolean {
  return only === undefined || only.some((wanted) => isWithin(kind, wanted));
}

/** `source.fixAll` asks for `source.fixAll.ackwise` as well. */
function isWithin(kind: string, asked: string): boolean {
  return asked === "" || kind === asked || kind.startsWith(`${asked}.`);
}

function touches({ document }: Found, finding: Finding, range: Range): boolean {
  const start = document.lines.offsetAt(range.start);
  const end = document.lines.offsetAt(range.end);
  return finding.span.start <= end && start <= finding.span.end;
}

/** The fixes of a finding; the first safe one, or else the first one, is preferred. */
function quickFixes(analysis: Found, finding: Finding, known: readonly Diagnostic[]): CodeAction[] {
  const firstSafe = finding.fixes.findIndex((fix) => fix.safety === "safe");
  const preferred = Math.max(0, firstSafe);
  const diagnostic = sentDiagnostic(diagnosticOf(analysis, finding), known);
  return finding.fixes.map((fix, index) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(index === preferred ? { isPreferred: true } : {}),
    edit: workspaceEdit(analysis, fix.edits),
  }));
}

/** Editors tie an action to a diagnostic by the object they sent. */
function sentDiagnostic(own: Diagnostic, known: readonly Diagnostic[]): Diagnostic {
  const same = known.find(
    (other) => other.code === own.code && other.source === own.source && sameStart(other.range, own.range),
  );
  return same ?? own;
}

function sameStart(one: Range, other: Range): boolean {
  return one.start.line === other.start.line && one.start.character === other.start.character;
}

function fixAllAction(analysis: Analysis): CodeAction[] {
  const edits = fixAll(analysis);
  if (edits.length === 0) return [];
  return [
    {
      title: serviceSpeaker(analysis.messages)("action/fix-all"),
      kind: FIX_ALL_KIND,
      edit: workspaceEdit(analysis, edits),
    },
  ];
}

/** Two findings may offer the same change. */
function withoutRepetition(actions: readonly CodeAction[]): CodeAction[] {
  const seen = new Set<string>();
  return actions.filter(({ title, edit }) => {
    const id = JSON.stringify([title, edit]);
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
