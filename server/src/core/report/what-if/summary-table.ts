import type { SayWhatIf } from "../../messages/what-if-texts.js";
import { difference, estimate, type Difference, type Estimate } from "../../whatif/confidence.js";
import type { VariantOutcome } from "../../whatif/experiment.js";
import { MEASURE_IDS, MEASURES, type Measure, type MeasureId } from "../../whatif/measures.js";
import type { ReportCell, ReportTable, Tone } from "../report-model.js";
import { simulatedOnes, variantName, type SimulatedVariant } from "./context.js";
import { changePercent, quantity } from "./quantities.js";

/** Measures that are shown only when something happened. */
const ONLY_WHEN_SOMETHING: ReadonlySet<MeasureId> = new Set([
  "duplicates",
  "unordered",
  "failed",
  "pending",
  "retried",
  "blocked",
  "blockedP99",
  "commit",
  "aborted",
]);

/** Before and after: one row per measure, the change of each variant with its direction and whether it is clear. */
export function summaryTable(say: SayWhatIf, outcomes: readonly VariantOutcome[]): ReportTable {
  const simulated = simulatedOnes(outcomes);
  const [baseline] = simulated;
  const columns = [
    { label: say("table/measure"), align: "start" as const },
    ...simulated.flatMap(({ variant }, index) => [
      { label: variantName(say, variant.changes), align: "end" as const },
      ...(index === 0 ? [] : [{ label: say("table/change"), align: "end" as const }]),
    ]),
  ];
  const shown = MEASURE_IDS.filter((id) => !ONLY_WHEN_SOMETHING.has(id) || simulated.some((one) => anyOf(one, id)));
  const rows = shown.map((id) => [
    nameCell(say, id),
    ...simulated.flatMap((one, index) => {
      const cells = [valueCell(say, id, one)];
      if (index > 0 && baseline !== undefined) cells.push(changeCell(say, id, baseline, one));
      return cells;
    }),
  ]);
  return { kind: "table", caption: say("table/summary"), columns, rows };
}

/** A clear change may still be too small to be called better or worse. */
const WORTH_A_WORD = 0.01;

/** Values of a measure by seed. */
export function valuesOf({ measures }: SimulatedVariant, id: MeasureId): readonly number[] {
  return measures.map((one) => one[id]);
}

/** Whether a change of a measure is for the better; `neutral` when it is not clear. */
export function toneOf({ better }: Measure, { direction, relative }: Difference): Tone {
  if (direction === "same" || direction === "unclear") return "neutral";
  if (relative !== undefined && Math.abs(relative) < WORTH_A_WORD) return "neutral";
  return direction === better ? "good" : "bad";
}

function anyOf({ measures }: SimulatedVariant, id: MeasureId): boolean {
  return measures.some((one) => one[id] !== 0);
}

/** Measures whose name does not say enough. */
const DETAILED = ["mean", "endToEnd", "blocked", "commit", "fill", "throughput", "duplicates"] as const;

function nameCell(say: SayWhatIf, id: MeasureId): ReportCell {
  const text = say(`measure/${id}`);
  const detail = DETAILED.find((one) => one === id);
  if (detail !== undefined) return { text, detail: say(`detail/measure/${detail}`) };
  return { text };
}

function valueCell(say: SayWhatIf, id: MeasureId, variant: SimulatedVariant): ReportCell {
  const { unit } = MEASURES[id];
  const value = estimate(valuesOf(variant, id));
  const cell = { text: quantity(value.mean, unit), detail: intervalText(say, value, variant.measures.length, id) };
  return isHarm(id) && value.mean > 0 ? { ...cell, tone: "bad" } : cell;
}

function isHarm(id: MeasureId): boolean {
  return ["lost", "duplicates", "unordered", "failed", "pending"].includes(id);
}

function intervalText(say: SayWhatIf, { low, high }: Estimate, runs: number, id: MeasureId): string {
  const { unit } = MEASURES[id];
  if (runs < 2) return say("detail/one-run");
  return say("detail/interval", { low: quantity(Math.max(0, low), unit), high: quantity(high, unit) });
}

function changeCell(say: SayWhatIf, id: MeasureId, baseline: SimulatedVariant, variant: SimulatedVariant): ReportCell {
  const measure = MEASURES[id];
  const change = difference(valuesOf(baseline, id), valuesOf(variant, id));
  if (change.direction === "same") return { text: say("table/same"), tone: "neutral" };
  const { mean, low, high } = change.absolute;
  const sign = mean > 0 ? "+" : "−";
  const amount = `${sign}${quantity(Math.abs(mean), measure.unit)}`;
  const text = change.relative === undefined || measure.unit === "share" ? amount : changePercent(change.relative);
  const signed = (value: number): string => `${value < 0 ? "−" : "+"}${quantity(Math.abs(value), measure.unit)}`;
  const detail =
    variant.measures.length < 2
      ? say("detail/one-run")
      : say("detail/interval", { low: signed(low), high: signed(high) });
  if (change.direction === "unclear")
    return { text: say("table/unclear"), tone: "neutral", detail: `${text}; ${detail}` };
  return { text, tone: toneOf(measure, change), detail };
}
