// The part of a command's data that a guide shows, as Markdown. The numbers are the report's own texts.
import type { SimulatedResult } from "../../server/src/core/simulation/result/result.js";
import type { Report, ReportTable } from "../../server/src/core/report/report-model.js";
import type { MeasureValues } from "../../server/src/core/whatif/measures.js";

/** What `--format json` prints: of `simulate` a result, of `what-if` and `sweep` a report with the measures behind it. */
export type CommandResult = Partial<SimulatedResult> & {
  readonly report?: Report;
  /** Of `what-if`: the file as it is, then every variant; measures by seed. */
  readonly variants?: readonly { readonly outcome: string; readonly measures?: readonly MeasureValues[] }[];
  /** Of `sweep`: every value, measures by seed; none when the client refuses it. */
  readonly sweep?: { readonly cells: readonly { readonly measures: readonly MeasureValues[] }[] };
};

/**
 * Markdown of what was selected: `headline`, `why`, `failures`, `stages`, `cells: label|label` (columns of a sweep), else rows of the table
 * of measures by their label, or of the client's metrics by their name.
 */
export function resultBlock(result: CommandResult, selections: readonly string[]): string {
  const blocks: string[] = [];
  const rows: string[] = [];
  for (const selection of selections) {
    if (selection === "headline") blocks.push(`> ${result.report?.headline ?? ""}`);
    else if (selection === "why") blocks.push(whyOf(result));
    else if (selection === "failures") blocks.push(failuresOf(result));
    else if (selection === "stages") blocks.push(stagesOf(result));
    else if (selection.startsWith("cells: ")) blocks.push(cellsOf(result, selection.slice(7).split("|")));
    else rows.push(selection);
  }
  if (rows.length > 0) blocks.push(result.report === undefined ? metricsOf(result, rows) : measuresOf(result, rows));
  return blocks.join("\n\n");
}

function tablesOf({ report }: CommandResult): readonly ReportTable[] {
  return (report?.sections ?? []).flatMap(({ blocks }) => blocks.filter((block) => block.kind === "table"));
}

function whyOf({ report }: CommandResult): string {
  const section = report?.sections.find(({ id }) => id === "why");
  return (section?.blocks ?? [])
    .flatMap((block) => (block.kind === "list" ? block.items : []))
    .map((item) => `- ${item}`)
    .join("\n");
}

function failuresOf({ failures = [] }: CommandResult): string {
  const rows = failures.map(({ exception, seenIn, records, stored, neverSent }) =>
    [exception, seenIn, records, stored, neverSent].map(String),
  );
  return table(["Exception", "Seen in", "Records", "Stored nevertheless", "Never sent"], rows, 2);
}

function stagesOf({ stagesMs }: CommandResult): string {
  const rows = Object.entries(stagesMs ?? {}).filter(([, { mean }]) => mean > 0);
  return table(
    ["Stage", "Mean, ms"],
    rows.map(([stage, { mean }]) => [`\`${stage}\``, mean.toFixed(2)]),
    1,
  );
}

function metricsOf({ metrics = {} }: CommandResult, names: readonly string[]): string {
  const rows = names.map((name) => {
    if (metrics[name] === undefined) throw new Error(`no metric ${name}`);
    return [`\`${name}\``, String(metrics[name])];
  });
  return table(["Metric of the client", "Value"], rows, 1);
}

function measuresOf(result: CommandResult, labels: readonly string[]): string {
  const [summary] = tablesOf(result);
  const rows = labels.map((label) => {
    const row = summary?.rows.find(([name]) => name?.text === label);
    if (row === undefined) throw new Error(`no row ${label}`);
    return row.map(({ text }) => text);
  });
  return table(summary?.columns.map(({ label }) => label) ?? [], rows, 1);
}

function cellsOf(result: CommandResult, labels: readonly string[]): string {
  const cells = tablesOf(result).at(-1);
  const columns = cells?.columns.map(({ label }) => label) ?? [];
  const chosen = labels.map((label) => {
    if (!columns.includes(label)) throw new Error(`no column ${label}: ${columns.join(", ")}`);
    return columns.indexOf(label);
  });
  const rows = cells?.rows.map((row) => chosen.map((index) => row[index]?.text ?? "")) ?? [];
  return table(labels, rows, 0);
}

/** Columns from `right` on hold numbers. */
function table(columns: readonly string[], rows: readonly (readonly string[])[], right: number): string {
  const lines = [columns, columns.map((_, index) => (index < right ? "---" : "---:")), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
