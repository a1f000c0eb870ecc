import { difference, type Difference } from "../../whatif/confidence.js";
import { MEASURES, type MeasureId, type MeasureUnit } from "../../whatif/measures.js";
import type { Tone } from "../report-model.js";
import type { SimulatedVariant } from "./context.js";
import { valuesOf } from "./variant-values.js";

/** A clear change may still be too small to be called better or worse. */
const WORTH_A_WORD = 0.01;

/** Nobody decides by less. */
const TRIFLES: Readonly<Record<MeasureUnit, number>> = {
  ms: 0.05,
  "MiB/s": 0.005,
  "1/s": 0.5,
  share: 0.002,
  count: 0,
  bytes: 0,
};

/** A change that is clear and still means nothing, such as 0.01 ms less in send(). */
export function isTrifle(id: MeasureId, { absolute }: Difference): boolean {
  const least = id === "memory" ? 65_536 : TRIFLES[MEASURES[id].unit];
  return Math.abs(absolute.mean) < least;
}

/** Whether a change of a measure is for the better; costs are judged per delivered record. `neutral` when it is not clear, or no end in itself. */
export function toneOf(id: MeasureId, baseline: SimulatedVariant, variant: SimulatedVariant): Tone {
  const { judgedBy = id } = MEASURES[id];
  if (judgedBy === "none") return "neutral";
  return toneOfChange(judgedBy, difference(valuesOf(baseline, judgedBy), valuesOf(variant, judgedBy)));
}

/** The same of a change that is known. What gets better must do so beyond chance: no interval across 0 is an improvement. */
export function toneOfChange(id: MeasureId, change: Difference): Tone {
  const { direction, relative, isCertain } = change;
  if (direction === "same" || direction === "unclear" || isTrifle(id, change)) return "neutral";
  if (relative !== undefined && Math.abs(relative) < WORTH_A_WORD) return "neutral";
  if (direction !== MEASURES[id].better) return "bad";
  return isCertain ? "good" : "neutral";
}
