import type { RenderTexts } from "../../messages/render-texts.js";
import { element, group, type Attributes, type Content, type Markup } from "./markup.js";
import { FONT, INK, MUTED } from "./palette.js";

/** The two layouts of every picture: for about 400 px, and for 680 px and more. */
export type ChartSize = "compact" | "wide";

/** What drawing needs besides the chart. */
export interface Canvas {
  readonly size: ChartSize;
  /** Of the view box; heights follow from what is drawn. */
  readonly width: number;
  readonly fontSize: number;
  /** An id that is unique in the document. */
  readonly idOf: (name: string) => string;
  readonly texts: RenderTexts;
}

/** Something drawn, and how high it is. */
export interface Drawing {
  readonly height: number;
  readonly content: Content;
}

/** A canvas of a size. Text stays above 11 px when a compact picture is 340 px wide and a wide one 650 px. */
export function canvasOf(size: ChartSize, prefix: string, texts: RenderTexts): Canvas {
  const idOf = (name: string): string => `${prefix}-${name}`;
  return size === "wide"
    ? { size, width: 760, fontSize: 13, idOf, texts }
    : { size, width: 360, fontSize: 12, idOf, texts };
}

/** The picture around a drawing: its role, its title and its description. */
export function pictureOf(
  { size, width, fontSize, idOf }: Canvas,
  { title, description }: { readonly title: string; readonly description: string },
  { height, content }: Drawing,
): Markup {
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    class: `ackwise-chart ackwise-${size}`,
    role: "img",
    "aria-labelledby": idOf("title"),
    "aria-describedby": idOf("desc"),
    viewBox: `0 0 ${width} ${px(height)}`,
    "font-family": FONT,
    "font-size": fontSize,
    fill: INK,
  };
  const words = [
    element("title", { id: idOf("title") }, title),
    element("desc", { id: idOf("desc") }, description === "" ? title : description),
  ];
  return element("svg", attributes, [words, content]);
}

/** Text at a place; the baseline is at y. */
export function textAt(x: number, y: number, text: string, attributes: Attributes = {}): Markup {
  return element("text", { x: px(x), y: px(y), ...attributes }, text);
}

/** Lesser text at a place. */
export function mutedAt(x: number, y: number, text: string, attributes: Attributes = {}): Markup {
  return textAt(x, y, text, { fill: MUTED, ...attributes });
}

/** A straight line. */
export function lineFrom(x1: number, y1: number, x2: number, y2: number, attributes: Attributes): Markup {
  return element("line", { x1: px(x1), y1: px(y1), x2: px(x2), y2: px(y2), ...attributes });
}

/** A rectangle; sizes below zero count as zero. */
export function rectAt(x: number, y: number, width: number, height: number, attributes: Attributes): Markup {
  const size = { width: px(Math.max(0, width)), height: px(Math.max(0, height)) };
  return element("rect", { x: px(x), y: px(y), ...size, ...attributes });
}

/** A sentence in place of a picture without data. */
export function emptyDrawing({ texts, fontSize }: Canvas): Drawing {
  return { height: fontSize * 3, content: mutedAt(0, fontSize * 2, texts.noData) };
}

/** A coordinate with one decimal: finer differences cannot be seen, and the text stays short. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** About how wide a text is: fonts differ, so it is measured generously; wide scripts take a whole em. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    ems += code >= 0x1100 ? 1 : /[il.,:;'|! ]/.test(character) ? 0.36 : 0.6;
  }
  return ems * fontSize;
}

/** A text cut to a width, with an ellipsis where something is missing. */
export function fitText(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && textWidth(`${characters.join("")}…`, fontSize) > width) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/** A text in at most two lines of a width, broken between words; the second one is cut. */
export function fitLines(text: string, width: number, fontSize: number): readonly string[] {
  if (textWidth(text, fontSize) <= width) return [text];
  const words = text.split(" ");
  let count = 1;
  while (count < words.length && textWidth(words.slice(0, count + 1).join(" "), fontSize) <= width) count++;
  const rest = words.slice(count).join(" ");
  return [words.slice(0, count).join(" "), rest]
    .filter((line) => line !== "")
    .map((line) => fitText(line, width, fontSize));
}

/** One entry of a legend: a swatch of 24 by 12 around a place, and words. */
export interface LegendItem {
  readonly label: string;
  readonly swatch: (x: number, y: number) => Content;
}

const SWATCH_WIDTH = 24;
const SWATCH_GAP = 7;

/** Entries side by side, in as many rows as they need; `top` is where the first row begins. */
export function legendOf(items: readonly LegendItem[], canvas: Canvas, top: number): Drawing {
  const { width, fontSize } = canvas;
  const rowHeight = fontSize + 9;
  let x = 0;
  let row = 0;
  const content = items.map(({ label, swatch }) => {
    const text = fitText(label, width - SWATCH_WIDTH - SWATCH_GAP, fontSize);
    const needed = SWATCH_WIDTH + SWATCH_GAP + textWidth(text, fontSize);
    if (x > 0 && x + needed > width) {
      x = 0;
      row++;
    }
    const baseline = top + row * rowHeight + fontSize;
    const drawn = [swatch(x, baseline - fontSize * 0.36), textAt(x + SWATCH_WIDTH + SWATCH_GAP, baseline, text)];
    x += needed + 18;
    return group(drawn);
  });
  return { height: items.length === 0 ? 0 : (row + 1) * rowHeight, content };
}
