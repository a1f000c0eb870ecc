import { l10n, Uri, window, type QuickPickItem } from "vscode";
import {
  VERSION_EDIT_REQUEST,
  type Status,
  type VersionEditParams,
  type VersionEditResult,
} from "../../server/src/protocol/requests.js";
import { servedFile } from "./served-file.js";
import type { ServerLink } from "./server-link.js";
import { applyEdits, pickPlace, writeSetting, type Written } from "./write-down.js";

const WRITTEN: Written = { comment: "ackwise-kafka-version", setting: "kafkaVersion" };

interface Choice extends QuickPickItem {
  readonly version: string;
}

/** Lets the user choose the client release, for the file (a comment) or for the workspace (the setting). */
export async function selectKafkaVersion(link: ServerLink): Promise<void> {
  const status = await servedFile(link);
  if (status === undefined) return;
  const uri = Uri.parse(status.uri, true);
  const version = await pickVersion(status);
  if (version === undefined) return;
  const place = await pickPlace(uri, WRITTEN);
  if (place === "file") await writeComment(link, uri, version);
  if (place === "workspace") await writeSetting(uri, WRITTEN, version);
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

async function writeComment(link: ServerLink, uri: Uri, kafkaVersion: string): Promise<void> {
  const params: VersionEditParams = { uri: uri.toString(), kafkaVersion };
  const result = await link.running?.sendRequest<VersionEditResult | null>(VERSION_EDIT_REQUEST, params);
  await applyEdits(uri, result?.edits ?? []);
}
