import type { Uri } from "vscode";
import { ConfigurationTarget, l10n, Range, window, workspace, WorkspaceEdit } from "vscode";
import type { VersionEditResult } from "../../server/src/protocol/requests.js";
import { SAMPLE_SCHEME } from "../../server/src/protocol/sample.js";
import { SECTION } from "../../server/src/protocol/settings.js";

/** What a choice may be written as: a comment of the file, or a setting of the workspace. */
export interface Written {
  readonly comment: string;
  readonly setting: string;
}

/** Writes the server's edits as one, so that one undo takes them back; false when the file has changed meanwhile. */
export async function applyEdits(uri: Uri, edits: VersionEditResult["edits"]): Promise<boolean> {
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits) {
    const { start, end } = range;
    edit.replace(uri, new Range(start.line, start.character, end.line, end.character), newText);
  }
  return workspace.applyEdit(edit);
}

/** Asks where a choice is written down; what is said of the sample is said in it. */
export async function pickPlace(uri: Uri, { comment, setting }: Written): Promise<"file" | "workspace" | undefined> {
  if (uri.scheme === SAMPLE_SCHEME) return "file";
  const file = { label: l10n.t("For this file"), description: `# ${comment}`, place: "file" as const };
  const all = { label: l10n.t("For the workspace"), description: `${SECTION}.${setting}`, place: "workspace" as const };
  return (await window.showQuickPick([file, all], { placeHolder: l10n.t("Where is this written down?") }))?.place;
}

/** Writes a setting of the workspace, or of the user where there is none; an empty value takes it out. */
export async function writeSetting(uri: Uri, { setting }: Written, value: string): Promise<void> {
  const target = workspace.workspaceFolders === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  await workspace.getConfiguration(SECTION, uri).update(setting, value === "" ? undefined : value, target);
}
