import type { UpgradeChange, UpgradeChangeKind, UpgradeReport } from "./upgrade.js";

/** What each kind of change is called, worst first. */
export const UPGRADE_SECTIONS: readonly (readonly [UpgradeChangeKind, string])[] = [
  ["throws", "The new client does not start:"],
  ["may-throw", "Whether the new client starts depends on the machine:"],
  ["ignored", "Ignored by the new client:"],
  ["recognised", "Obeyed for the first time:"],
  ["value", "Changes silently:"],
  ["starts", "Refused by the old client, accepted by the new one:"],
  ["same", "Reads differently, means the same:"],
  ["log", "Logged differently:"],
];

/** What can be said of a change that no line in the file can undo. */
export const NOT_KEPT = "the new client cannot do what the old one did";

/** A value as a person reads it. */
export function shownValue(value: string | undefined): string {
  if (value === undefined) return "none";
  return value === "" ? "empty" : value;
}

/** The comparison of two releases as Markdown, for editors. */
export function upgradeMarkdown(name: string, report: UpgradeReport): string {
  const sections = UPGRADE_SECTIONS.flatMap(([kind, title]) => {
    const changes = report.changes.filter((change) => change.kind === kind);
    return changes.length === 0 ? [] : [`## ${title.replace(/:$/, "")}\n\n${changes.map(bullet).join("\n")}`];
  });
  const keep = report.keep.map(({ key, value }) => `${key}=${value}`).join("\n");
  return [
    `# ${name}: Kafka ${report.from} → ${report.to}`,
    ...(sections.length === 0 ? ["Nothing changes for this file."] : sections),
    ...(keep === "" ? [] : [`## To keep the old behaviour, write\n\n\`\`\`properties\n${keep}\n\`\`\``]),
    "",
  ].join("\n\n");
}

function bullet(change: UpgradeChange): string {
  const place = change.line === undefined ? "" : ` (line ${change.line})`;
  const values =
    change.after === undefined ? "" : `: \`${shownValue(change.before)}\` → \`${shownValue(change.after)}\``;
  const lost = change.kept === false ? ` (${NOT_KEPT})` : "";
  const message = change.message === "" ? "" : ` — ${change.message}`;
  return `- \`${change.key}\`${values}${place}${message}${lost}`;
}
