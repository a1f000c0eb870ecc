import { Messages } from "../messages/messages.js";
import { upgradeSpeaker, type SayUpgrade } from "../messages/upgrade-texts.js";
import { codeSpan, inFence, inMarkdown, inOneLine } from "../text/shown.js";
import type { UpgradeChange, UpgradeChangeKind, UpgradeReport } from "./upgrade.js";

/** The kinds of changes, worst first. */
export const UPGRADE_KINDS: readonly UpgradeChangeKind[] = [
  "throws",
  "may-throw",
  "defect",
  "ignored",
  "recognised",
  "value",
  "starts",
  "cured",
  "same",
  "log",
];

/** A value as a person reads it. */
export function shownValue(value: string | undefined, say: SayUpgrade): string {
  if (value === undefined) return say("value/none");
  return value === "" ? say("value/empty") : value;
}

/** The comparison of two releases as Markdown, for editors. */
export function upgradeMarkdown(file: string, report: UpgradeReport, messages: Messages = new Messages()): string {
  const say = upgradeSpeaker(messages);
  const sections = UPGRADE_KINDS.flatMap((kind) => {
    const changes = report.changes.filter((change) => change.kind === kind);
    if (changes.length === 0) return [];
    return [`## ${say(`section/${kind}`)}\n\n${changes.map((change) => bullet(change, say)).join("\n")}`];
  });
  const keep = report.keep.map(({ key, value }) => inOneLine(`${key}=${value}`)).join("\n");
  return [
    `# ${say("title", { file: inMarkdown(file), from: report.from, to: report.to })}`,
    ...(sections.length === 0 ? [say("nothing")] : sections),
    ...(keep === "" ? [] : [`## ${say("section/keep")}\n\n${inFence(keep, "properties")}`]),
    "",
  ].join("\n\n");
}

function bullet(change: UpgradeChange, say: SayUpgrade): string {
  const place = change.line === undefined ? "" : ` (${say("line", { line: change.line })})`;
  const values =
    change.after === undefined
      ? ""
      : `: ${codeSpan(shownValue(change.before, say))} → ${codeSpan(shownValue(change.after, say))}`;
  const lost = change.kept === false ? ` (${say("not-kept")})` : "";
  const message = change.message === "" ? "" : ` — ${inMarkdown(change.message)}`;
  return `- ${codeSpan(change.key)}${values}${place}${message}${lost}`;
}
