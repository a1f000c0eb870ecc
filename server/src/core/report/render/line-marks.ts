import type { LineChart } from "../report-model.js";
import { fitText, lineFrom, rectAt, textAt, textWidth, type Canvas } from "./frame.js";
import { group, type Content } from "./markup.js";
import { MARK } from "./palette.js";
import type { Plot } from "./plot.js";
import { definitions, hatch } from "./textures.js";

/** A mark with the row of its words above the plot. */
export interface LaidMark {
  readonly label: string;
  readonly from: number;
  readonly to: number | undefined;
  /** Where its words begin. */
  readonly words: number;
  readonly row: number;
}

const HATCH_OPACITY = 0.28;

/** Gives the words of marks places above the plot, in as many rows as they need not to meet. */
export function layMarks(marks: LineChart["marks"], plot: Plot, { width, fontSize }: Canvas): readonly LaidMark[] {
  const ends: number[] = [];
  return [...marks]
    .sort((a, b) => a.fromX - b.fromX)
    .map(({ fromX, toX, label }) => {
      const from = plot.x.at(fromX);
      const to = toX === undefined || !Number.isFinite(toX) || toX <= fromX ? undefined : plot.x.at(toX);
      const text = fitText(`▾ ${label}`, width - 4, fontSize);
      const length = textWidth(text, fontSize);
      const words = Math.max(0, Math.min(from - fontSize * 0.36, width - length));
      const free = ends.findIndex((end) => end + 10 <= words);
      const row = free === -1 ? ends.length : free;
      ends[row] = words + length;
      return { label: text, from, to, words, row };
    });
}

/** The height that the words of marks take. */
export function marksHeight(marks: readonly LaidMark[], { fontSize }: Canvas): number {
  if (marks.length === 0) return 0;
  return (Math.max(...marks.map(({ row }) => row)) + 1) * (fontSize + 5) + 6;
}

/** Spans are hatched, moments are dashed lines; each has its words above, so that nothing is said by colour alone. */
export function drawMarks(marks: readonly LaidMark[], plot: Plot, canvas: Canvas): Content {
  if (marks.length === 0) return [];
  const { fontSize } = canvas;
  const lines = hatch(canvas, "mark", MARK, HATCH_OPACITY);
  const wordsTop = plot.top - marksHeight(marks, canvas);
  const drawn = marks.map(({ label, from, to, words, row }) => {
    const baseline = wordsTop + row * (fontSize + 5) + fontSize;
    const edge = { stroke: MARK, "stroke-width": 1, "stroke-dasharray": "3 3" };
    const span =
      to === undefined
        ? []
        : rectAt(from, plot.top, Math.max(2, to - from), plot.bottom - plot.top, { fill: lines.fill });
    const end = to === undefined ? [] : lineFrom(to, plot.top, to, plot.bottom, edge);
    return group([
      span,
      lineFrom(from, plot.top, from, plot.bottom, edge),
      end,
      textAt(words, baseline, label, { fill: MARK }),
    ]);
  });
  return [definitions([lines]), drawn];
}
