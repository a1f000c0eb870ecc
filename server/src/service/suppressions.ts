import { CodeActionKind, type CodeAction } from "vscode-languageserver-types";
import { directivesOf, type Directive } from "../core/dialects/directives.js";
import { isSupported } from "../core/catalog/version.js";
import { unusedSuppression } from "../core/rules/all/unused-suppression.js";
import { serviceSpeaker } from "../core/messages/service-texts.js";
import type { Finding } from "../core/rules/types.js";
import type { TextEdit } from "../core/text/span.js";
import type { Analysis } from "./analysis.js";
import { diagnosticOf } from "./diagnostics.js";
import { lineEndOf } from "../core/dialects/properties-spelling.js";
import { workspaceEdit } from "./workspace-edit.js";

/** Actions that write a comment which switches a rule off for a line or a file. */
export function suppressions(analysis: Analysis, findings: readonly Finding[]): CodeAction[] {
  const say = serviceSpeaker(analysis.messages);
  // What a release that Ackwise does not know means, and what comments switch off, no comment switches off.
  if (!isSupported(analysis.context.catalog.version)) return [];
  return findings.flatMap((finding) => {
    if (finding.rule === unusedSuppression.meta.id) return [];
    const diagnostics = [diagnosticOf(analysis, finding)];
    const action = (place: "line" | "file", edits: readonly TextEdit[]): CodeAction => ({
      title: say(`action/disable-${place}`, { rule: finding.rule }),
      kind: CodeActionKind.QuickFix,
      diagnostics,
      edit: workspaceEdit(analysis, edits),
    });
    const line = lineEdits(analysis, finding);
    return [...(line === undefined ? [] : [action("line", line)]), action("file", fileEdits(analysis, finding.rule))];
  });
}

/** Adds the rule to a comment right above, else writes one; only a setting can have a comment above it that counts. */
function lineEdits({ document }: Analysis, finding: Finding): readonly TextEdit[] | undefined {
  const { lines, text } = document;
  const line = lines.lineAt(finding.span.start);
  if (!document.settings.some((setting) => setting.line - 1 === line)) return undefined;
  const above = directivesOf(document).find(({ name, line: at }) => name === "disable-next-line" && at === line - 1);
  if (above !== undefined && takesMore(above)) return [appended(above.span.end, finding.rule)];
  const at = lines.lineStart(line);
  const indent = /^[ \t]*/.exec(text.slice(at, at + 200))?.[0] ?? "";
  return [insertion(at, `${indent}# ackwise-disable-next-line ${finding.rule}`, text)];
}

function fileEdits({ document }: Analysis, rule: string): readonly TextEdit[] {
  const existing = directivesOf(document).find((it) => it.name === "disable-file" && takesMore(it));
  if (existing !== undefined) return [appended(existing.span.end, rule)];
  return [insertion(0, `# ackwise-disable-file ${rule}`, document.text)];
}

/** A reason was given for the rules that stand there, and the end of the comment belongs to it. */
function takesMore({ words, reason }: Directive): boolean {
  return words.length > 0 && reason === undefined;
}

function appended(at: number, rule: string): TextEdit {
  return { span: { start: at, end: at }, newText: `, ${rule}` };
}

function insertion(at: number, comment: string, text: string): TextEdit {
  return { span: { start: at, end: at }, newText: `${comment}${lineEndOf(text)}` };
}
