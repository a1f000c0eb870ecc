import { CodeActionKind, type CodeAction } from "vscode-languageserver-types";
import { isSupported, latestVersion, parseVersion, shortVersion } from "../core/catalog/version.js";
import { changeEdits } from "../core/changes/write-changes.js";
import { compareDocument } from "../core/report/upgrade.js";
import { upgradeMarkdown } from "../core/report/upgrade-text.js";
import { serviceSpeaker } from "../core/messages/service-texts.js";
import type { UpgradeResult } from "../protocol/requests.js";
import type { Analysis } from "./analysis.js";
import { workspaceEdit } from "./workspace-edit.js";

/** The kind of the action that writes what keeps today's behaviour under the newest release. */
export const KEEP_KIND: string = `${CodeActionKind.Source}.ackwise.keepBehaviour`;

/** What becomes of a document under another release; undefined when there is no such release. */
export function upgrade(analysis: Analysis, kafkaVersion: string): UpgradeResult | undefined {
  const to = parseVersion(kafkaVersion);
  if (to === undefined || !isSupported(analysis.version.version)) return undefined;
  const { document, version } = analysis;
  const report = compareDocument(document, version.version, to, analysis.messages);
  const name = document.fileName.slice(document.fileName.lastIndexOf("/") + 1);
  return {
    text: upgradeMarkdown(name, report, analysis.messages),
    version: analysis.documentVersion,
    edits: changeEdits(document, report.keep).map(({ span, newText }) => ({
      range: document.lines.rangeOf(span),
      newText,
    })),
  };
}

/** A source action for files of an older release: the lines that make the newest one behave the same. */
export function keepAction(analysis: Analysis): CodeAction[] {
  const { document, version } = analysis;
  const newest = latestVersion();
  if (version.version.order >= newest.order || !isSupported(version.version)) return [];
  const { keep } = compareDocument(document, version.version, newest);
  if (keep.length === 0) return [];
  const names = { from: shortVersion(version.version.text), to: shortVersion(newest.text) };
  const title = serviceSpeaker(analysis.messages)("action/keep", names);
  return [{ title, kind: KEEP_KIND, edit: workspaceEdit(analysis, changeEdits(document, keep)) }];
}
