import type { Uri } from "vscode";
import { ConfigurationTarget, l10n, Range, window, workspace, WorkspaceEdit, type QuickPickItem } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  STATUS_REQUEST,
  VERSION_EDIT_REQUEST,
  type DocumentParams,
  type Status,
  type VersionEditParams,
  type VersionEditResult,
} from "../../server/src/protocol/requests.js";
import { SECTION } from "../../server/src/protocol/settings.js";

interface Choice extends QuickPickItem {
  readonly version: string;
}

/** Lets the user choose the client release, for the file (a comment) or for the workspace (the setting). */
export async function selectKafkaVersion(client: BaseLanguageClient | undefined): Promise<void> {
  const uri = window.activeTextEditor?.document.uri;
  const params: DocumentParams = { uri: uri?.toString() ?? "" };
  const status = await client?.sendRequest<Status | null>(STATUS_REQUEST, params);
  if (client === undefined || uri === undefined || status === undefined || status === null) {
    await window.showInformationMessage(l10n.t("Open a Kafka producer configuration first."));
    return;
  }
  const version = await pickVersion(status);
  if (version === undefined) return;
  const place = await pickPlace();
  if (place === "file") await writeComment(client, uri, version);
  if (place === "workspace") await writeSetting(uri, version);
}

async function pickVersion(status: Status): Promise<string | undefined> {
  const automatic: Choice = {
    label: l10n.t("Automatic"),
    description: l10n.t("from the build files, else the newest release"),
    version: "",
  };
  const choices = status.choices.map((version): Choice => {
    const current = status.kafkaVersion.startsWith(`${version}.`);
    return { label: `Kafka ${version}`, version, ...(current ? { description: l10n.t("in use") } : {}) };
  });
  const placeHolder = l10n.t("Kafka client release of this producer");
  return (await window.showQuickPick([automatic, ...choices], { placeHolder }))?.version;
}

async function pickPlace(): Promise<"file" | "workspace" | undefined> {
  const file = { label: l10n.t("For this file"), description: "# ackwise-kafka-version", place: "file" as const };
  const setting = `${SECTION}.kafkaVersion`;
  const all = { label: l10n.t("For the workspace"), description: setting, place: "workspace" as const };
  return (await window.showQuickPick([file, all], { placeHolder: l10n.t("Where is this written down?") }))?.place;
}

async function writeComment(client: BaseLanguageClient, uri: Uri, kafkaVersion: string): Promise<void> {
  const params: VersionEditParams = { uri: uri.toString(), kafkaVersion };
  const result = await client.sendRequest<VersionEditResult | null>(VERSION_EDIT_REQUEST, params);
  const edit = new WorkspaceEdit();
  for (const { range, newText } of result?.edits ?? []) {
    const { start, end } = range;
    edit.replace(uri, new Range(start.line, start.character, end.line, end.character), newText);
  }
  await workspace.applyEdit(edit);
}

async function writeSetting(uri: Uri, version: string): Promise<void> {
  const target = workspace.workspaceFolders === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  await workspace.getConfiguration(SECTION, uri).update("kafkaVersion", version === "" ? undefined : version, target);
}
