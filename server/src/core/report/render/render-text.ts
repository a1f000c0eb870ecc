import { ENGLISH_RENDER_TEXTS, type RenderTexts } from "../../messages/render-texts.js";
import type { Report, ReportBlock, ReportSection } from "../report-model.js";
import { columnsOf, padTo, wrapped } from "./columns.js";
import { withoutControls } from "../../text/shown.js";
import { toneMark } from "./palette.js";
import { chartText, type TextCanvas } from "./text-charts.js";
import { tableText } from "./text-table.js";
import { plainStyle, toneLook, type TextStyle } from "./text-style.js";
import { answerWord } from "./tone-words.js";

/** How to render a report for a terminal. */
export interface TextOptions {
  readonly texts?: RenderTexts | undefined;
  /** Columns of the terminal; 100 when it is not known. */
  readonly width?: number | undefined;
  /** Colours; none by default. */
  readonly style?: TextStyle | undefined;
}

const DEFAULT_WIDTH = 100;
const MIN_WIDTH = 60;
/** Longer lines are hard to read. */
const MAX_TEXT_WIDTH = 96;

/** A report for a terminal: lines of at most `width` columns but for code, with nothing that could steer the terminal. */
export function renderReportText(given: Report, options: TextOptions = {}): string {
  const report = cleaned(given);
  const { texts = ENGLISH_RENDER_TEXTS, width = DEFAULT_WIDTH, style = plainStyle } = options;
  const canvas: TextCanvas = { texts, width: Math.max(MIN_WIDTH, width), style };
  const { reproduce } = report;
  const blocks = [
    headText(report, canvas),
    ...report.sections.map((section) => sectionText(section, canvas)),
    ...(reproduce === "" ? [] : [[style("bold", texts.reproduce), ...indented(reproduce.split("\n"))]]),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function headText(report: Report, { texts, width, style }: TextCanvas): readonly string[] {
  const { tone, title, headline, about, complete } = report;
  const verdict = style(toneLook(tone), `${toneMark(tone)} ${answerWord(tone, texts)}`);
  const lines = wrapped(headline, Math.min(width, MAX_TEXT_WIDTH)).map((line) => style("bold", line));
  const labels = Math.max(0, ...about.map(({ label }) => columnsOf(label)));
  const facts = about.map(({ label, value }) => `${style("gray", padTo(label, labels))}  ${value}`);
  const stopped = complete ? [] : ["", style("yellow", `! ${texts.incomplete}`)];
  return [`${verdict}  ${style("gray", title)}`, ...lines, ...stopped, ...(facts.length === 0 ? [] : ["", ...facts])];
}

function sectionText({ title, blocks }: ReportSection, canvas: TextCanvas): readonly string[] {
  const heading = canvas.style("bold", title.toUpperCase());
  const drawn = blocks.flatMap((block, index) => [...(index === 0 ? [] : [""]), ...blockText(block, canvas)]);
  return [heading, ...drawn];
}

function blockText(block: ReportBlock, canvas: TextCanvas): readonly string[] {
  const { texts, style, width } = canvas;
  const room = Math.min(width, MAX_TEXT_WIDTH) - 4;
  switch (block.kind) {
    case "text": {
      const { tone } = block;
      const lines = wrapped(block.text, room);
      if (tone === undefined || tone === "neutral") return indented(lines);
      return lines.map((line, index) => `${index === 0 ? `${style(toneLook(tone), toneMark(tone))} ` : "  "}${line}`);
    }
    case "list":
      return block.items.flatMap((item) =>
        wrapped(item, room).map((line, index) => `${index === 0 ? "  - " : "    "}${line}`),
      );
    case "code":
      return block.text.split("\n").map((line) => `    ${style("cyan", line)}`);
    case "table":
      return [
        ...indented(tableText(block, width - 2, texts, style)),
        ...indented(wrapped(block.caption, room)).map((line) => style("gray", line)),
      ];
    case "chart": {
      const { title, description } = block.chart;
      const says = indented(wrapped(description, room)).map((line) => style("gray", line));
      return [`  ${style("bold", title)}`, ...(description === "" ? [] : says), ...chartText(block.chart, canvas)];
    }
  }
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

/** All text of a value on one line and without characters that steer a terminal; only code keeps its line feeds. */
function cleaned<T>(value: T): T {
  if (typeof value === "string") return withoutControls(value).replace(/\s+/g, " ") as T;
  if (Array.isArray(value)) return value.map((part: unknown) => cleaned(part)) as T;
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value).map(([name, part]: [string, unknown]) => [name, cleaned(part)]);
  const whole = Object.fromEntries(parts) as T;
  return isCode(value) ? { ...whole, text: withoutControls(value.text).replace(/\t/g, "  ") } : whole;
}

function isCode(value: object): value is { readonly kind: "code"; readonly text: string } {
  return "kind" in value && value.kind === "code";
}
