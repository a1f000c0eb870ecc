import type { HeatMap } from "../report-model.js";
import { emptyDrawing, fitText, mutedAt, px, rectAt, textAt, textWidth, type Canvas, type Drawing } from "./frame.js";
import { element, group, type Attributes, type Content, type Markup } from "./markup.js";
import { formatCompact, withUnit } from "./numbers.js";
import { GRID, heatColour, heatInk, HEAT_LEVELS, INK, MUTED, SURFACE } from "./palette.js";
import { extentOf } from "./scales.js";
import { definitions, hatch, type Fill } from "./textures.js";

interface Grid {
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly columns: number;
  readonly rows: number;
}

/** Values that differ by more than this factor are shaded by their logarithm. */
const LOG_FACTOR = 20;
const GAP = 2;

/** Draws a cell per pair of values, with its number where there is room; refused pairs are hatched, the best has a star. */
export function drawHeatMap(chart: HeatMap, canvas: Canvas): Drawing {
  const columns = chart.x.values.length;
  const rows = chart.y.values.length;
  const values = chart.cells.flat().filter((value): value is number => value !== null && Number.isFinite(value));
  if (columns === 0 || rows === 0) return emptyDrawing(canvas);
  const grid = gridOf(chart, canvas);
  const levelOf = shading(values, chart.better);
  const best = values.length === 0 ? undefined : bestOf(values, chart.better);
  const refused = hatch(canvas, "refused", MUTED, 0.5);
  const cells = cellsOf(chart, grid, levelOf, best);
  const axes = drawLabels(chart, grid, canvas);
  const bottom = grid.top + rows * grid.cellHeight;
  const legend = drawLegend(chart, values, bottom + axes.height + 14, canvas, refused);
  const drawn = [...shadesOf(cells, canvas), refusedCells(cells, refused)];
  const content = [definitions([refused]), drawn, currentCell(chart, grid), axes.content, legend.content];
  return { height: bottom + axes.height + 14 + legend.height, content };
}

function gridOf(chart: HeatMap, { width, fontSize, size }: Canvas): Grid {
  const widest = Math.max(...chart.y.values.map((value) => textWidth(value, fontSize)));
  const left = Math.min(width / 4, widest) + 8;
  const columns = chart.x.values.length;
  const rows = chart.y.values.length;
  const cellWidth = Math.min((width - left) / columns, 120);
  const cellHeight = Math.min(Math.max(cellWidth * 0.62, 26), size === "wide" ? 40 : 34);
  return { left, top: fontSize + 12, cellWidth, cellHeight, columns, rows };
}

function placeOf({ left, top, cellWidth, cellHeight }: Grid, column: number, row: number): Place {
  return { x: left + column * cellWidth, y: top + row * cellHeight, width: cellWidth - GAP, height: cellHeight - GAP };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** From a value to its shade: the better, the stronger. */
function shading(values: readonly number[], better: HeatMap["better"]): (value: number) => number {
  const [least, most] = extentOf(values);
  const isLog = least > 0 && most / least > LOG_FACTOR;
  const measure = (value: number): number => (isLog ? Math.log(value) : value);
  const spread = measure(most) - measure(least);
  return (value) => {
    const share = spread > 0 ? (measure(value) - measure(least)) / spread : 0.5;
    const goodness = better === "higher" ? share : 1 - share;
    return Math.min(HEAT_LEVELS - 1, Math.max(0, Math.floor(goodness * HEAT_LEVELS)));
  };
}

function bestOf(values: readonly number[], better: HeatMap["better"]): number {
  const [least, most] = extentOf(values);
  return better === "lower" ? least : most;
}

interface Cell extends Place {
  readonly value: number | undefined;
  readonly level: number;
  readonly isBest: boolean;
}

function cellsOf(
  chart: HeatMap,
  grid: Grid,
  levelOf: (value: number) => number,
  best: number | undefined,
): readonly Cell[] {
  return chart.y.values.flatMap((_, row) =>
    chart.x.values.map((__, column) => {
      const cell = chart.cells[row]?.[column] ?? null;
      const value = cell !== null && Number.isFinite(cell) ? cell : undefined;
      const level = value === undefined ? 0 : levelOf(value);
      return { ...placeOf(grid, column, row), value, level, isBest: value !== undefined && value === best };
    }),
  );
}

/** Cells of a shade stand together, with what they have in common said once: maps of many cells stay small. */
function shadesOf(cells: readonly Cell[], canvas: Canvas): readonly Markup[] {
  const size = Math.max(11, canvas.fontSize - 1);
  return Array.from({ length: HEAT_LEVELS }, (_, level) => {
    const all = cells.filter((cell) => cell.value !== undefined && cell.level === level);
    const ground = all.map(({ x, y, width, height }) => rectAt(x, y, width, height, { rx: 2 }));
    const words = { fill: heatInk(level), "text-anchor": "middle", "font-size": size };
    const numbers = all.map((cell) => numberOf(cell, size));
    return group([element("g", { fill: heatColour(level) }, ground), element("g", words, numbers)]);
  });
}

/** The number of a cell; the best one has a star, or a line below where there is no room for one, or the star alone. */
function numberOf({ x, y, width, height, value, isBest }: Cell, size: number): Content {
  const text = formatCompact(value ?? 0);
  const starred = `★ ${text}`;
  const at = (words: string, attributes: Attributes = {}): Markup =>
    textAt(x + width / 2, y + height / 2 + size * 0.36, words, attributes);
  if (textWidth(text, size) > width + 2) return isBest ? at("★") : [];
  if (!isBest) return at(text);
  const hasRoom = textWidth(starred, size) <= width;
  return at(hasRoom ? starred : text, { "font-weight": 700, "text-decoration": hasRoom ? undefined : "underline" });
}

function refusedCells(cells: readonly Cell[], { fill }: Fill): Markup {
  const refused = cells.filter(({ value }) => value === undefined);
  const boxes = refused.map(({ x, y, width, height }) => rectAt(x, y, width, height, { rx: 2 }));
  return element("g", { fill, stroke: GRID, "stroke-width": 1 }, boxes);
}

/** The cell of the file as it is: a double frame, which shows on every shade. */
function currentCell({ current }: HeatMap, grid: Grid): Content {
  if (current === undefined) return [];
  const [column, row] = current;
  if (column >= grid.columns || row >= grid.rows) return [];
  return frameAt(placeOf(grid, column, row));
}

function frameAt({ x, y, width, height }: Place): Content {
  const frame = { fill: "none", rx: 3 };
  return [
    rectAt(x - 1, y - 1, width + 2, height + 2, { ...frame, stroke: INK, "stroke-width": 2.5 }),
    rectAt(x + 1, y + 1, width - 2, height - 2, { ...frame, stroke: SURFACE, "stroke-width": 1.2 }),
  ];
}

function drawLabels(chart: HeatMap, grid: Grid, { width, fontSize }: Canvas): Drawing {
  const { left, top, cellWidth, cellHeight, rows, columns } = grid;
  const bottom = top + rows * cellHeight;
  const isTurned = chart.x.values.some((value) => textWidth(value, fontSize) > cellWidth - 3);
  const longest = Math.min(90, Math.max(...chart.x.values.map((value) => textWidth(value, fontSize))));
  const xLabels = chart.x.values.map((value, column) => {
    const x = left + (column + 0.5) * cellWidth - GAP / 2;
    if (!isTurned) return mutedAt(x, bottom + fontSize + 4, value, { "text-anchor": "middle" });
    const y = bottom + fontSize * 0.9;
    const turn = { "text-anchor": "end", transform: `rotate(-50 ${px(x)} ${px(y)})` };
    return mutedAt(x + fontSize * 0.3, y, fitText(value, 92, fontSize), turn);
  });
  const yLabels = chart.y.values.map((value, row) => {
    const baseline = top + (row + 0.5) * cellHeight + fontSize * 0.36 - GAP / 2;
    return mutedAt(left - 8, baseline, fitText(value, left - 8, fontSize), { "text-anchor": "end" });
  });
  const labelHeight = isTurned ? longest * 0.77 + fontSize : fontSize + 6;
  const titles = [
    mutedAt(0, fontSize, `↓ ${fitText(chart.y.label, width - 20, fontSize)}`),
    mutedAt(
      left + columns * cellWidth,
      bottom + labelHeight + fontSize,
      `${fitText(chart.x.label, width - 20, fontSize)} →`,
      {
        "text-anchor": "end",
      },
    ),
  ];
  return { height: labelHeight + fontSize + 4, content: [xLabels, yLabels, titles] };
}

/** The shades from the worst to the best value, and the signs. */
function drawLegend(chart: HeatMap, values: readonly number[], top: number, canvas: Canvas, refused: Fill): Drawing {
  const { fontSize, texts, width } = canvas;
  const [least, most] = extentOf(values);
  const write = (value: number): string => withUnit(formatCompact(value), chart.unit);
  const [worst, best] = chart.better === "lower" ? [write(most), write(least)] : [write(least), write(most)];
  const shade = 16;
  const start = textWidth(worst, fontSize) + 8;
  const baseline = top + fontSize;
  const shades = Array.from({ length: HEAT_LEVELS }, (_, level) =>
    rectAt(start + level * shade, top + 1, shade, fontSize + 2, {
      fill: heatColour(level),
      stroke: GRID,
      "stroke-width": 0.5,
    }),
  );
  const end = start + HEAT_LEVELS * shade + 8;
  const scale = values.length === 0 ? [] : [mutedAt(0, baseline, worst), shades, mutedAt(end, baseline, `★ ${best}`)];
  const signs = [
    ...(chart.current === undefined ? [] : [{ text: texts.current, sign: "current" as const }]),
    ...(chart.cells.flat().includes(null) ? [{ text: texts.refused, sign: "refused" as const }] : []),
  ];
  let x = 0;
  const row = top + fontSize + 14;
  const drawn = signs.map(({ text, sign }) => {
    const at = x;
    x += 26 + textWidth(text, fontSize) + 20;
    const place = { x: at + 2, y: row, width: 16, height: fontSize + 1 };
    const box =
      sign === "current"
        ? frameAt(place)
        : rectAt(place.x, place.y, place.width, place.height, { fill: refused.fill, stroke: GRID, "stroke-width": 1 });
    return element("g", {}, [box, mutedAt(at + 26, row + fontSize - 1, fitText(text, width - 26, fontSize))]);
  });
  return { height: fontSize + 8 + (signs.length === 0 ? 0 : fontSize + 14), content: [scale, drawn] };
}
