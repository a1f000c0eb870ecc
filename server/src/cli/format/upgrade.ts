import type { UpgradeChange, UpgradeChangeKind, UpgradeReport } from "../../core/report/upgrade.js";
import type { Style } from "./style.js";

/** `upgrade --format json`. */
export function formatUpgradeJson(file: string, report: UpgradeReport): string {
  return `${JSON.stringify({ file, ...report }, undefined, 2)}\n`;
}

/** What each kind of change is called, worst first. */
const SECTIONS: readonly (readonly [UpgradeChangeKind, string])[] = [
  ["throws", "The new client does not start:"],
  ["may-throw", "Whether the new client starts depends on the machine:"],
  ["ignored", "Ignored by the new client:"],
  ["recognised", "Obeyed for the first time:"],
  ["value", "Changes silently:"],
  ["starts", "Refused by the old client, accepted by the new one:"],
  ["same", "Reads differently, means the same:"],
  ["log", "Logged differently:"],
];

/** The comparison for people: the worst first, then the lines that keep the old behaviour. */
export function formatUpgradeText(file: string, report: UpgradeReport, style: Style): string {
  const head = `${style("underline", file)}  Kafka ${report.from} to ${report.to}\n`;
  const sections = SECTIONS.map(([kind, title]) => sectionOf(report, kind, title, style)).join("");
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
  const values = change.after === undefined ? "" : `: ${shown(change.before)} \u2192 ${shown(change.after)}`;
  const lost = change.kept === false ? "\n      (the new client cannot do what the old one did)" : "";
  const message = change.message === "" ? "" : `\n      ${change.message}`;
  return `  ${change.key}${values}${place}${message}${lost}\n`;
}

function keepOf(report: UpgradeReport, style: Style): string {
  if (report.keep.length === 0) return "";
  const lines = report.keep.map(({ key, value }) => `  ${key}=${value}\n`);
  return `\n${style("bold", "To keep the old behaviour, write:")}\n${lines.join("")}`;
}

function shown(value: string | undefined): string {
  if (value === undefined) return "none";
  return value === "" ? "empty" : value;
}
