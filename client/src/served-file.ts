import { commands, l10n, Uri, window, workspace, type TextDocument } from "vscode";
import { COMMANDS } from "../../server/src/protocol/commands.js";
import { PROPERTIES_LANGUAGES } from "../../server/src/protocol/languages.js";
import { STATUS_REQUEST, type DocumentParams, type Status } from "../../server/src/protocol/requests.js";
import { SECTION } from "../../server/src/protocol/settings.js";
import type { ServerLink } from "./server-link.js";

/** Opens the settings at one of ours. */
export const OPEN_SETTINGS = "workbench.action.openSettings";

/**
 * The file that a command is about: the one it names, else that of the active editor, else one that is seen, as when the focus is in a
 * panel or in a scenario. Where there is none the user is told why, and what to do.
 */
export async function servedFile(link: ServerLink, target?: Uri): Promise<Status | undefined> {
  const client = await link.settled();
  if (client === undefined) {
    await tellNotRunning();
    return undefined;
  }
  const documents = target === undefined ? seenDocuments() : await opened(target);
  for (const uri of new Set(documents.map((document) => document.uri.toString()))) {
    const params: DocumentParams = { uri };
    const status = await client.sendRequest<Status | null>(STATUS_REQUEST, params);
    if (status !== null) return target === undefined ? inSight(status) : status;
  }
  await tellNothing(documents[0]);
  return undefined;
}

/** What is seen comes first; what is open behind another editor, such as a walkthrough, last opened first. */
function seenDocuments(): readonly TextDocument[] {
  const { activeTextEditor, visibleTextEditors } = window;
  const editors = activeTextEditor === undefined ? visibleTextEditors : [activeTextEditor, ...visibleTextEditors];
  const seen = editors.map(({ document }) => document);
  return isCovered() ? [...seen, ...workspace.textDocuments.filter(isProperties).toReversed()] : seen;
}

/** Whether the editor in front shows something else than a text. */
function isCovered(): boolean {
  const { activeTab } = window.tabGroups.activeTabGroup;
  return activeTab !== undefined && window.activeTextEditor === undefined;
}

/** A file that nobody sees is not changed or shown in parts: it comes to the front. */
async function inSight(status: Status): Promise<Status> {
  const isSeen = window.visibleTextEditors.some(({ document }) => document.uri.toString() === status.uri);
  if (!isSeen) await window.showTextDocument(Uri.parse(status.uri, true), { preview: false });
  return status;
}

/** The server only knows what is open. */
async function opened(uri: Uri): Promise<readonly TextDocument[]> {
  const document = await workspace.openTextDocument(uri).then(undefined, () => undefined);
  return document === undefined ? [] : [document];
}

/** Whether a file looks as if it were meant for Ackwise: then it is worth saying why it is not. */
export function isProperties({ languageId, uri }: TextDocument): boolean {
  return PROPERTIES_LANGUAGES.includes(languageId) || uri.path.endsWith(".properties");
}

/** Why a file is not served, as far as the client knows. */
export function whyNotServed(document: TextDocument): { readonly text: string; readonly setting: string } {
  const name = nameOf(document.uri);
  const isOn = workspace.getConfiguration(SECTION, document.uri).get<unknown>("enable") !== false;
  return isOn
    ? { text: l10n.t("{0} has no producer settings that Ackwise recognises.", name), setting: `${SECTION}.files` }
    : { text: l10n.t("Ackwise is switched off for {0}.", name), setting: `${SECTION}.enable` };
}

/** The last part of a path. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Without a server every command would be silent. */
export async function tellNotRunning(): Promise<void> {
  const output = l10n.t("Show Output");
  const restart = l10n.t("Restart");
  const chosen = await window.showWarningMessage(l10n.t("Ackwise has stopped."), restart, output);
  if (chosen === output) await commands.executeCommand(COMMANDS.showOutput);
  if (chosen === restart) await commands.executeCommand(COMMANDS.restartServer);
}

async function tellNothing(document: TextDocument | undefined): Promise<void> {
  const sample = l10n.t("Open the Sample");
  if (document === undefined || !isProperties(document)) {
    const text = l10n.t(
      "Open a Kafka producer configuration first: producer.properties, or a .properties file with producer settings.",
    );
    if ((await window.showInformationMessage(text, sample)) === sample)
      await commands.executeCommand(COMMANDS.openSample);
    return;
  }
  const { text, setting } = whyNotServed(document);
  const settings = l10n.t("Open Settings");
  const chosen = await window.showInformationMessage(text, settings, sample);
  if (chosen === settings) await commands.executeCommand(OPEN_SETTINGS, setting);
  if (chosen === sample) await commands.executeCommand(COMMANDS.openSample);
}

/** What a view says in place of a file that the server does not know (any more). */
export function nothingText(uri: Uri): string {
  return l10n.t("{0} is closed, or has no producer settings any more.", nameOf(uri));
}
