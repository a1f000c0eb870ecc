import { upgradeSpeaker } from "../../core/messages/upgrade-texts.js";
import { messagesOf } from "../language.js";
import { parseVersion } from "../../core/catalog/version.js";
import { compareReleases } from "../../core/report/upgrade.js";
import { styleFor } from "../format/style.js";
import { formatUpgradeJson, formatUpgradeText } from "../format/upgrade.js";
import type { ReadingOptions } from "../input/options.js";
import { versionProblem } from "../input/version-choice.js";
import { EXIT, type CliIo } from "../io.js";
import { refuse } from "./lint.js";
import { readOneFile } from "./one-file.js";

export const UPGRADE_FORMATS = ["text", "json"] as const;

/** The options of `ackwise upgrade`. */
export interface UpgradeCommandOptions extends ReadingOptions {
  readonly from: string;
  readonly to: string;
  readonly format: (typeof UPGRADE_FORMATS)[number];
}

/** `ackwise upgrade`: what becomes of a file when the client is upgraded. Exit code 1 when it would not start any more. */
export async function upgrade(name: string, options: UpgradeCommandOptions, io: CliIo): Promise<number> {
  const from = parseVersion(options.from);
  const to = parseVersion(options.to);
  if (from === undefined) return refuse(io, [versionProblem("--from", options.from)]);
  if (to === undefined) return refuse(io, [versionProblem("--to", options.to)]);
  const read = await readOneFile(io, name, options);
  if (Array.isArray(read)) return refuse(io, read);
  const { input, fileName, dialect } = read;
  const messages = messagesOf(io);
  const report = compareReleases(input.text, from, to, { fileName, dialect, messages, encoding: input.encoding });
  const { file } = input;
  io.stdout(
    options.format === "json"
      ? formatUpgradeJson(file, report)
      : formatUpgradeText(file, report, styleFor(io.isTty, io.env), upgradeSpeaker(messages)),
  );
  return report.changes.some(({ kind }) => kind === "throws") ? EXIT.findings : EXIT.clean;
}
