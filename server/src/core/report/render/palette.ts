import type { Tone } from "../report-model.js";

// Every colour is a custom property that report-css.ts sets for light, dark, high contrast and forced colours. The fallbacks
// are those of a light page, for a picture that stands alone. Hues keep apart for the common kinds of colour blindness.

/** Text. */
export const INK = "var(--ackwise-ink, #1f2328)";
/** Text of lesser weight: ticks, descriptions. */
export const MUTED = "var(--ackwise-muted, #57606a)";
/** Lines of a grid. */
export const GRID = "var(--ackwise-grid, #d8dee4)";
/** What the picture lies on. */
export const SURFACE = "var(--ackwise-surface, #ffffff)";
/** Text on a coloured area. */
export const ON_COLOUR = "var(--ackwise-on-colour, #ffffff)";
/** What happens on an axis: faults. */
export const MARK = "var(--ackwise-mark, #57606a)";
/** How strongly textures show. */
export const TEXTURE_OPACITY = "var(--ackwise-texture, 0.38)";
/** How strongly areas below lines and confidence bands are filled. */
export const AREA_OPACITY = "var(--ackwise-area, 0.14)";
/** The family of all text. */
export const FONT = "var(--ackwise-font, system-ui, sans-serif)";

const TONES: Readonly<Record<Tone, string>> = {
  good: "var(--ackwise-good, #0a7a5c)",
  bad: "var(--ackwise-bad, #bf3b0b)",
  warning: "var(--ackwise-warning, #8f5f00)",
  neutral: "var(--ackwise-neutral, #4d6784)",
};

const SERIES: readonly string[] = [
  "var(--ackwise-series-1, #0b62c4)",
  "var(--ackwise-series-2, #bc4c00)",
  "var(--ackwise-series-3, #7a44d6)",
  "var(--ackwise-series-4, #14757c)",
  "var(--ackwise-series-5, #b0307f)",
  "var(--ackwise-series-6, #57606a)",
];

/** The colour of a tone. */
export function toneColour(tone: Tone): string {
  return TONES[tone];
}

/** The colour of the n-th line or part. */
export function seriesColour(index: number): string {
  return SERIES[index % SERIES.length] ?? INK;
}

/** How many shades a heat map has; the last one is the best. */
export const HEAT_LEVELS = 7;

const HEAT: readonly string[] = ["#eef4f8", "#d3e5ef", "#aed0e2", "#8abbd5", "#5f9fc3", "#2a719c", "#0b4668"];

/** The colour of a shade of a heat map. */
export function heatColour(level: number): string {
  return `var(--ackwise-heat-${level + 1}, ${HEAT[level] ?? "#ffffff"})`;
}

/** The colour of text on a shade. */
export function heatInk(level: number): string {
  return `var(--ackwise-heat-ink-${level + 1}, ${level < 5 ? "#12212b" : "#ffffff"})`;
}

/** The sign of a tone: what tells it without colour. */
export function toneMark(tone: Tone): string {
  return { good: "✓", bad: "✕", warning: "!", neutral: "•" }[tone];
}
