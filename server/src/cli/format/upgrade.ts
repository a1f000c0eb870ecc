import { upgradeSpeaker, type SayUpgrade } from "../../core/messages/upgrade-texts.js";
import type { UpgradeChange, UpgradeChangeKind, UpgradeReport } from "../../core/report/upgrade.js";
import { shownValue, UPGRADE_KINDS } from "../../core/report/upgrade-text.js";
import { inJson, inOneLine, inTerminal } from "../../core/text/shown.js";
import type { Style } from "./style.js";

/** `upgrade --format json`. */
export function formatUpgradeJson(file: string, report: UpgradeReport): string {
  return `${inJson({ file, ...report }, 2)}\n`;
}

/** The comparison for people: the worst first, then the lines that keep the old behaviour. */
export function formatUpgradeText(
  file: string,
  report: UpgradeReport,
  style: Style,
  say: SayUpgrade = upgradeSpeaker(),
): string {
  const head = `${style("underline", inOneLine(file))}  ${say("title-short", { from: report.from, to: report.to })}\n`;
  const sections = UPGRADE_KINDS.map((kind) => sectionOf(report, kind, style, say)).join("");
  const nothing = sections === "" ? `\n${style("green", say("nothing"))}\n` : "";
  return inTerminal(head + sections + nothing + keepOf(report, style, say));
}

function sectionOf(report: UpgradeReport, kind: UpgradeChangeKind, style: Style, say: SayUpgrade): string {
  const changes = report.changes.filter((change) => change.kind === kind);
  if (changes.length === 0) return "";
  const heading = style(kind === "throws" ? "red" : "bold", `${say(`section/${kind}`)}:`);
  return `\n${heading}\n${changes.map((change) => lineOf(change, style, say)).join("")}`;
}

function lineOf(change: UpgradeChange, style: Style, say: SayUpgrade): string {
  const place = change.line === undefined ? "" : style("gray", ` (${say("line", { line: change.line })})`);
  const values =
    change.after === undefined
      ? ""
      : `: ${inOneLine(`${shownValue(change.before, say)} \u2192 ${shownValue(change.after, say)}`)}`;
  const lost = change.kept === false ? `\n      (${say("not-kept")})` : "";
  const message = change.message === "" ? "" : `\n      ${inOneLine(change.message)}`;
  return `  ${inOneLine(change.key)}${values}${place}${message}${lost}\n`;
}

function keepOf(report: UpgradeReport, style: Style, say: SayUpgrade): string {
  if (report.keep.length === 0) return "";
  const lines = report.keep.map(({ key, value }) => `  ${inOneLine(`${key}=${value}`)}\n`);
  return `\n${style("bold", `${say("section/keep")}:`)}\n${lines.join("")}`;
}
