import type { UpgradeChange, UpgradeChangeKind, UpgradeReport } from "../../core/report/upgrade.js";
import { NOT_KEPT, shownValue, UPGRADE_SECTIONS } from "../../core/report/upgrade-text.js";
import type { Style } from "./style.js";

/** `upgrade --format json`. */
export function formatUpgradeJson(file: string, report: UpgradeReport): string {
  return `${JSON.stringify({ file, ...report }, undefined, 2)}\n`;
}

/** The comparison for people: the worst first, then the lines that keep the old behaviour. */
export function formatUpgradeText(file: string, report: UpgradeReport, style: Style): string {
  const head = `${style("underline", file)}  Kafka ${report.from} to ${report.to}\n`;
  const sections = UPGRADE_SECTIONS.map(([kind, title]) => sectionOf(report, kind, title, style)).join("");
  const nothing = sections === "" ? `\n${style("green", "Nothing changes for this file.")}\n` : "";
  return head + sections + nothing + keepOf(report, style);
}

function sectionOf(report: UpgradeReport, kind: UpgradeChangeKind, title: string, style: Style): string {
  const changes = report.changes.filter((change) => change.kind === kind);
  if (changes.length === 0) return "";
  const heading = style(kind === "throws" ? "red" : "bold", title);
  return `\n${heading}\n${changes.map((change) => lineOf(change, style)).join("")}`;
}

function lineOf(change: UpgradeChange, style: Style): string {
  const place = change.line === undefined ? "" : style("gray", ` (line ${change.line.toString()})`);
  const values = change.after === undefined ? "" : `: ${shownValue(change.before)} \u2192 ${shownValue(change.after)}`;
  const lost = change.kept === false ? `\n      (${NOT_KEPT})` : "";
  const message = change.message === "" ? "" : `\n      ${change.message}`;
  return `  ${change.key}${values}${place}${message}${lost}\n`;
}

function keepOf(report: UpgradeReport, style: Style): string {
  if (report.keep.length === 0) return "";
  const lines = report.keep.map(({ key, value }) => `  ${key}=${value}\n`);
  return `\n${style("bold", "To keep the old behaviour, write:")}\n${lines.join("")}`;
}
