// The pictures of the walkthrough, drawn from what the product says.
import type { ReportTable } from "../../server/src/core/report/report-model.js";
import { band, box, fileLines, LINE, monoWidth, picture, squiggle, text, WIDTH, wrapped, type Colour } from "./draw.js";
import type { Facts } from "./facts.js";

/** The steps of the walkthrough, in its order. */
export const PICTURES: Readonly<Record<string, (facts: Facts) => string>> = {
  fix: fixPicture,
  hover: hoverPicture,
  choose: choosePicture,
  "what-if": whatIfPicture,
  terminal: terminalPicture,
};

const INNER = WIDTH - 48;

/** A paragraph, and the base line of what comes below. */
function paragraph(x: number, y: number, content: string, width: number, look: Parameters<typeof text>[3] = {}) {
  const lines = wrapped(content, look.bold === true ? width * 0.9 : width, look.mono === true);
  return {
    part: lines.map((line, index) => text(x, y + index * LINE, line, look)).join("\n"),
    next: y + lines.length * LINE,
  };
}

function fixPicture({ broken: { lines, message, fixes } }: Facts): string {
  const shown = lines.slice(-4);
  const wrong = shown.at(-1) ?? "";
  const at = wrong.indexOf("=") + 1;
  const value = wrong.slice(at);
  const parts = [box(0, 0, WIDTH - 1, 319, "background"), fileLines(8, 26, shown, lines.length - 3)];
  parts.push(squiggle(36 + monoWidth(wrong.slice(0, at)), 26 + 3 * LINE + 5, monoWidth(value), "error"));
  const said: string[] = [];
  let y = 124;
  for (const line of message.split("\n")) {
    const { part, next } = paragraph(28, y, line, INNER - 12);
    said.push(part);
    y = next;
  }
  parts.push(box(16, 104, WIDTH - 33, y - 112), ...said);
  const top = y + 6;
  parts.push(box(16, top, WIDTH - 33, fixes.slice(0, 3).length * 24 + 10), band(21, top + 5, WIDTH - 43, 24));
  fixes.slice(0, 3).forEach((fix, index) => {
    parts.push(text(44, top + 21 + index * 24, fix), text(27, top + 21 + index * 24, "✦", { colour: "warning" }));
  });
  return picture(320, parts);
}

/** The first paragraphs of the hover and its table; it goes on. */
function hoverPicture({ hover }: Facts): string {
  const [title = "", about = "", , byDefault = "", here = ""] = hover.split("\n\n");
  const rows = hover.split("\n").filter((line) => line.startsWith("|") && !line.startsWith("|:"));
  const parts = [fileLines(8, 26, ["acks=1"], 10)];
  let y = 62;
  const body = [text(28, y, plain(title), { bold: true })];
  y += 24;
  for (const sentence of [about, byDefault, here]) {
    const { part, next } = paragraph(28, y, plain(sentence), INNER - 12);
    body.push(part);
    y = next + 6;
  }
  y += 6;
  for (const [place, row] of rows.entries()) {
    const cells = row
      .split("|")
      .slice(1, -1)
      .map((cell) => plain(cell.trim()));
    let below = y;
    for (const [column, cell] of cells.entries()) {
      const look = { bold: place === 0, mono: column === 0, colour: colourOf(cell) };
      const { part, next } = paragraph(column === 0 ? 28 : 72 + (column - 1) * 84, y, cell, 78, look);
      body.push(part);
      below = Math.max(below, next);
    }
    y = below + 2;
  }
  return picture(y + 12, [
    box(0, 0, WIDTH - 1, y + 11, "background"),
    ...parts,
    box(16, 42, WIDTH - 33, y - 42),
    ...body,
  ]);
}

function colourOf(cell: string): Colour {
  if (cell.startsWith("↑")) return "good";
  return cell.startsWith("↓") ? "bad" : "text";
}

/** Markdown without its marks. */
function plain(markdown: string): string {
  return markdown.replaceAll(/[*`]/g, "");
}

/** What the braces in the status bar show, and the comments that the choices write. */
function choosePicture({ said }: Facts): string {
  const scenario = "three-zones+leader-crash";
  const file = ["# ackwise-kafka-version: 3.9", `# ackwise-scenario: ${scenario}`, "acks=1"];
  const from = said("from the comment in this file");
  const items = [
    ["Kafka 3.9", from, said("Select Version")],
    [said("Scenario {0}", scenario), from, said("Select Scenario")],
    [said("Findings: {0}", "4"), said("by Ackwise"), said("Show Problems")],
  ] as const;
  const parts = [box(0, 0, WIDTH - 1, 253, "background"), fileLines(8, 26, file, 1)];
  parts.push(box(16, 86, WIDTH - 33, 122));
  items.forEach(([label, detail, command], index) => {
    const y = 108 + index * 38;
    parts.push(text(28, y, label, { bold: true }), text(WIDTH - 28, y, command, { colour: "link", end: true }));
    parts.push(text(28, y + 15, detail, { colour: "muted" }));
  });
  parts.push(band(0, 226, WIDTH, 28), text(WIDTH - 24, 245, "{ } Properties", { end: true }));
  return picture(254, parts);
}

function whatIfPicture({ report, said }: Facts): string {
  const table = report.sections.flatMap(({ blocks }) =>
    blocks.filter((block): block is ReportTable => block.kind === "table"),
  )[0]!;
  const parts: string[] = [];
  const mark = { good: "✓", bad: "✕", warning: "!", neutral: "•" }[report.tone];
  const { part, next } = paragraph(40, 28, report.headline, INNER - 30, { bold: true });
  parts.push(text(20, 28, mark, { colour: report.tone === "good" ? "good" : "bad", bold: true }), part);
  let y = next + 8;
  parts.push(text(20, y + 16, "acks", { mono: true }), box(72, y, 90, 24, "background"), text(82, y + 16, "all"));
  parts.push(text(146, y + 16, "⌄"), box(WIDTH - 150, y, 130, 24, "chosen"));
  parts.push(text(WIDTH - 138, y + 16, said("Apply to File"), { bold: true }));
  y += 56;
  const shown = table.rows.filter((row) => row.some(({ tone }) => tone === "good" || tone === "bad"));
  for (const row of [table.columns.map(({ label }) => ({ text: label })), ...shown]) {
    const [first, ...others] = row;
    parts.push(text(20, y, first?.text ?? "", { colour: "muted" }));
    others.forEach((cell, column) => {
      const colour: Colour = "tone" in cell && (cell.tone === "good" || cell.tone === "bad") ? cell.tone : "text";
      parts.push(text(244 + column * 82, y, cell.text, { end: true, colour }));
    });
    y += LINE + 4;
  }
  return picture(y + 4, [box(0, 0, WIDTH - 1, y + 3, "background"), ...parts]);
}

function terminalPicture({ terminal }: Facts): string {
  const prompt = (y: number, command: string): string =>
    text(16, y, "$", { colour: "good", mono: true }) + text(30, y, command, { mono: true });
  const parts = [prompt(28, "ackwise lint broken-producer.properties")];
  let y = 28 + LINE;
  for (const line of terminal) {
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    for (const [index, one] of wrapped(line.trim(), INNER - indent * 3.6, true).entries()) {
      parts.push(text(16 + (indent + (index > 0 ? 2 : 0)) * 3.6, y, one, { mono: true, colour: "muted" }));
      y += LINE;
    }
  }
  parts.push(prompt(y + 4, "echo $?"), text(16, y + 4 + LINE, "1", { mono: true, colour: "muted" }));
  return picture(y + 40, [box(0, 0, WIDTH - 1, y + 39, "background"), ...parts]);
}
