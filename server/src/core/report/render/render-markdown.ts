import { inFence, inMarkdown } from "../../text/shown.js";
import { ENGLISH_RENDER_TEXTS, type RenderTexts } from "../../messages/render-texts.js";
import type { Report, ReportBlock, ReportCell, ReportTable, Tone } from "../report-model.js";
import { chartMarkdown } from "./markdown-charts.js";
import { answerWord, changeWord, directionOf } from "./tone-words.js";

/** How to render a report as Markdown. */
export interface MarkdownOptions {
  readonly texts?: RenderTexts | undefined;
}

const MARKS: Readonly<Record<Tone, string>> = { good: "✅", bad: "❌", warning: "⚠️", neutral: "ℹ️" };

/** A report as Markdown of GitHub's kind: for comments and summaries of checks. Text cannot turn into markup. */
export function renderReportMarkdown(report: Report, { texts = ENGLISH_RENDER_TEXTS }: MarkdownOptions = {}): string {
  const { title, tone, headline, complete, about, sections, reproduce } = report;
  const facts = about.map(({ label, value }) => `${inMarkdown(label)}: **${inMarkdown(value)}**`).join(" · ");
  const parts = [
    `## ${MARKS[tone]} ${inMarkdown(title)}`,
    `**${inMarkdown(answerWord(tone, texts))}.** ${inMarkdown(headline)}`,
    complete ? "" : `> ${MARKS.warning} ${inMarkdown(texts.incomplete)}`,
    facts,
    ...sections.flatMap((section) => [
      `### ${inMarkdown(section.title)}`,
      ...section.blocks.map((block) => blockMarkdown(block, texts)),
    ]),
    ...(reproduce === "" ? [] : [`### ${inMarkdown(texts.reproduce)}`, inFence(reproduce, "shell")]),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function blockMarkdown(block: ReportBlock, texts: RenderTexts): string {
  switch (block.kind) {
    case "text":
      return block.tone === undefined || block.tone === "neutral"
        ? inMarkdown(block.text)
        : `> ${MARKS[block.tone]} **${inMarkdown(answerWord(block.tone, texts))}.** ${inMarkdown(block.text)}`;
    case "list":
      return block.items.map((item) => `- ${inMarkdown(item)}`).join("\n");
    case "code":
      return inFence(block.text, block.language);
    case "table":
      return `${inMarkdown(block.caption)}\n\n${tableMarkdown(block, texts)}`;
    case "chart":
      return chartMarkdown(block.chart, texts, (table) => tableMarkdown(table, texts));
  }
}

function tableMarkdown({ columns, rows }: ReportTable, texts: RenderTexts): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const heads = columns.map(({ label }) => inMarkdown(label));
  const rules = columns.map(({ align }) => (align === "end" ? "---:" : "---"));
  return [line(heads), line(rules), ...rows.map((row) => line(row.map((cell) => cellMarkdown(cell, texts))))].join(
    "\n",
  );
}

function cellMarkdown(cell: ReportCell, texts: RenderTexts): string {
  const words = [directionOf(cell), inMarkdown(cell.text), inMarkdown(changeWord(cell, texts) ?? "")];
  return words.filter((word) => word !== undefined && word !== "").join(" ");
}
