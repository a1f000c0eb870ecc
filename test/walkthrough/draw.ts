// Just enough SVG for the pictures of the walkthrough. Colours are the editor's; VS Code admits no style in them, only attributes.

/** Colours by what they are for, with one for places that know no theme. */
export const COLOUR = {
  text: "var(--vscode-editor-foreground,#333)",
  muted: "var(--vscode-descriptionForeground,#777)",
  background: "var(--vscode-editor-background,#fff)",
  widget: "var(--vscode-editorHoverWidget-background,#f5f5f5)",
  line: "var(--vscode-editorHoverWidget-border,#c8c8c8)",
  chosen: "var(--vscode-list-inactiveSelectionBackground,#e4e6f1)",
  comment: "var(--vscode-charts-green,#388a34)",
  number: "var(--vscode-charts-purple,#652d90)",
  link: "var(--vscode-textLink-foreground,#0066bf)",
  error: "var(--vscode-editorError-foreground,#e51400)",
  warning: "var(--vscode-editorWarning-foreground,#bf8803)",
  good: "var(--vscode-testing-iconPassed,#388a34)",
  bad: "var(--vscode-testing-iconFailed,#e51400)",
} as const;

export type Colour = keyof typeof COLOUR;

export const WIDTH = 420;
export const LINE = 18;
const SIZE = 12;

/** How a text looks. */
export interface Look {
  readonly colour?: Colour;
  readonly mono?: boolean;
  readonly bold?: boolean;
  readonly end?: boolean;
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A line of text on its base line. */
export function text(x: number, y: number, content: string, look: Look = {}): string {
  const attributes = [
    `x="${x}" y="${y}" fill="${COLOUR[look.colour ?? "text"]}"`,
    ...(look.mono === true ? ['font-family="monospace"'] : []),
    ...(look.bold === true ? ['font-weight="600"'] : []),
    ...(look.end === true ? ['text-anchor="end"'] : []),
  ];
  return `<text ${attributes.join(" ")} xml:space="preserve">${escaped(content)}</text>`;
}

/** A box with a border. */
export function box(x: number, y: number, width: number, height: number, fill: Colour = "widget"): string {
  const paint = `fill="${COLOUR[fill]}" stroke="${COLOUR.line}"`;
  return `<rect x="${x}.5" y="${y}.5" width="${width}" height="${height}" rx="5" ${paint}/>`;
}

/** A row that is chosen. */
export function band(x: number, y: number, width: number, height: number): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="${COLOUR.chosen}"/>`;
}

/** The line under what is wrong. */
export function squiggle(x: number, y: number, width: number, colour: Colour): string {
  const waves = Math.round(width / 6);
  return `<path d="M${x} ${y}${"q1.5-3 3 0t3 0".repeat(waves)}" fill="none" stroke="${COLOUR[colour]}" stroke-width="1.2"/>`;
}

/** The width of a text of the editor, all of whose letters are equally wide. */
export function monoWidth(content: string): number {
  return Math.round(widthOf(content, 7.23));
}

/** Breaks a text at blanks so that it fits. */
export function wrapped(content: string, width: number, mono = false): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of content.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer, mono ? 7.23 : 6.2) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Korean letters are wider than others. */
function widthOf(content: string, letter: number): number {
  return Array.from(content).reduce(
    (sum, one) => sum + (one > "\u1100" && one !== "…" && !/[↓↑−–→✓✕]/.test(one) ? 12 : letter),
    0,
  );
}

/** A picture with its name and what it shows, which screen readers say. */
export function picture(height: number, parts: readonly string[]): string {
  const size = `viewBox="0 0 ${WIDTH} ${height}" font-size="${SIZE}" font-family="sans-serif"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n${parts.join("\n")}\n</svg>\n`;
}

/** Lines of a `.properties` file with their numbers, below each other. */
export function fileLines(x: number, y: number, lines: readonly string[], first: number): string {
  return lines.map((line, index) => fileLine(x, y + index * LINE, line, first + index)).join("\n");
}

function fileLine(x: number, y: number, line: string, number: number): string {
  const count = text(x + 16, y, String(number), { colour: "muted", mono: true, end: true });
  if (line.startsWith("#")) return count + text(x + 28, y, line, { colour: "comment", mono: true });
  const at = line.indexOf("=") + 1;
  const value = text(x + 28 + monoWidth(line.slice(0, at)), y, line.slice(at), { colour: "number", mono: true });
  return count + text(x + 28, y, line.slice(0, at), { mono: true }) + value;
}
