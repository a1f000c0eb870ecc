import { ENGLISH_RENDER_TEXTS, type RenderTexts } from "../../messages/render-texts.js";
import type { Chart } from "../report-model.js";
import { canvasOf, pictureOf, type Canvas, type ChartSize, type Drawing } from "./frame.js";
import { drawHeatMap } from "./heat-map.js";
import { drawLineChart } from "./line-chart.js";
import type { Markup } from "./markup.js";
import { drawScatter } from "./scatter.js";
import { drawStackedBars } from "./stacked-bars.js";

/** How to draw a chart. */
export interface SvgOptions {
  readonly size: ChartSize;
  /** Begins every id in the picture: two pictures of a document need two. */
  readonly idPrefix: string;
  readonly texts?: RenderTexts | undefined;
}

/** Draws a chart as accessible SVG: `role="img"` with title and description, real text, colours as custom properties. */
export function renderChart(chart: Chart, options: SvgOptions): string {
  return chartMarkup(chart, options).toString();
}

/** The same as markup, for pages. */
export function chartMarkup(chart: Chart, { size, idPrefix, texts = ENGLISH_RENDER_TEXTS }: SvgOptions): Markup {
  const canvas = canvasOf(size, idPrefix, texts);
  return pictureOf(canvas, chart, drawChart(chart, canvas));
}

function drawChart(chart: Chart, canvas: Canvas): Drawing {
  switch (chart.kind) {
    case "stacked-bars":
      return drawStackedBars(chart, canvas);
    case "lines":
      return drawLineChart(chart, canvas);
    case "heat-map":
      return drawHeatMap(chart, canvas);
    case "scatter":
      return drawScatter(chart, canvas);
  }
}
