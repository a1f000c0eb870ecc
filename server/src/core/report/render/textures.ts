import type { Canvas } from "./frame.js";
import { element, type Content, type Markup } from "./markup.js";
import { SURFACE, TEXTURE_OPACITY } from "./palette.js";

/** A texture is a tile of 6 by 6, and how far it is turned. The first one is plain. */
const TILES: readonly { readonly turn: number; readonly path: string; readonly isDots?: boolean }[] = [
  { turn: 0, path: "" },
  { turn: 45, path: "M0 1.5H6" },
  { turn: 0, path: "M1.5 0V3M0 1.5H3", isDots: true },
  { turn: -45, path: "M0 1.5H6" },
  { turn: 45, path: "M0 1.5H6M1.5 0V6" },
  { turn: 0, path: "M0 1.5H6" },
];

/** What an area is filled with: a colour, or a pattern of that colour that must stand in the picture. */
export interface Fill {
  readonly fill: string;
  readonly definition: Markup | undefined;
}

/** The fill of the n-th part of something: the texture tells parts apart without colour. */
export function texturedFill(canvas: Canvas, name: string, index: number, colour: string): Fill {
  const { turn, path, isDots } = TILES[index % TILES.length] ?? { turn: 0, path: "" };
  if (path === "") return { fill: colour, definition: undefined };
  const id = canvas.idOf(`fill-${name}`);
  const strokes = {
    d: path,
    stroke: SURFACE,
    "stroke-width": isDots === true ? 1.2 : 1.6,
    "stroke-opacity": TEXTURE_OPACITY,
    fill: "none",
  };
  const tile = { id, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${turn})` };
  const base = element("rect", { width: 6, height: 6, fill: colour });
  return { fill: `url(#${id})`, definition: element("pattern", tile, [base, element("path", strokes)]) };
}

/** Lines across an area, without a ground: for what is refused, and for spans of time. */
export function hatch(canvas: Canvas, name: string, colour: string, opacity: number): Fill & { definition: Markup } {
  const id = canvas.idOf(`hatch-${name}`);
  const tile = { id, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
  const path = element("path", { d: "M0 0V7", stroke: colour, "stroke-width": 2, "stroke-opacity": opacity });
  return { fill: `url(#${id})`, definition: element("pattern", tile, path) };
}

/** The place for patterns in a picture. */
export function definitions(fills: readonly Fill[]): Content {
  const all = fills.flatMap(({ definition }) => (definition === undefined ? [] : [definition]));
  return all.length === 0 ? [] : element("defs", {}, all);
}
