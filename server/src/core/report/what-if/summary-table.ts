import type { SayWhatIf } from "../../messages/what-if-texts.js";
import { difference, estimate, type Estimate } from "../../whatif/confidence.js";
import type { VariantOutcome } from "../../whatif/experiment.js";
import { MEASURE_IDS, MEASURES, type MeasureId } from "../../whatif/measures.js";
import type { ReportCell, ReportTable } from "../report-model.js";
import { simulatedOnes, variantName, type SimulatedVariant } from "./context.js";
import { HARMS, measureText } from "./harm.js";
import { changePercent, quantity } from "./quantities.js";
import { toneOf } from "./tones.js";
import { valuesOf } from "./variant-values.js";

/** Measures that are shown only when something happened. */
const ONLY_WHEN_SOMETHING: ReadonlySet<MeasureId> = new Set([
  "undelivered",
  "invisible",
  "unreplicated",
  "unreplicatedMost",
  "duplicates",
  "unordered",
  "failed",
  "storedFailed",
  "pending",
  "retried",
  "blocked",
  "blockedP99",
  "blockedMax",
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
  const shown = MEASURE_IDS.filter((id) => isShown(id, simulated));
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

/** Latency from the planned send(), beside that from the call. */
const LATE = { p50: "lateP50", p99: "lateP99", max: "lateMax" } as const;
const BEHIND: ReadonlySet<MeasureId> = new Set([...Object.values(LATE), "late", "lateEndToEnd"]);
/** In the words of {@link Requirement}s only. */
const NEVER_SHOWN: ReadonlySet<MeasureId> = new Set(["lateMean", "lateP999"]);
const PER_RECORD: ReadonlySet<MeasureId> = new Set(["requestsPerRecord", "bytesPerRecord"]);

/** What says nothing that another row does not say is left out. */
function isShown(id: MeasureId, simulated: readonly SimulatedVariant[]): boolean {
  if (NEVER_SHOWN.has(id)) return false;
  if (ONLY_WHEN_SOMETHING.has(id)) return simulated.some((one) => anyOf(one, id));
  if (PER_RECORD.has(id)) return deliverDifferently(simulated);
  if (id === "memoryLimit") return new Set(simulated.flatMap((one) => valuesOf(one, id))).size > 1;
  if (!BEHIND.has(id)) return true;
  return simulated.some((one) => (["p50", "p99", "max"] as const).some((percentile) => isBehind(one, percentile)));
}

/** Some send() was called so much later than planned that it shows. */
function isBehind(one: SimulatedVariant, percentile: "p50" | "p99" | "max"): boolean {
  const [called, planned] = [percentile, LATE[percentile]].map((id) => estimate(valuesOf(one, id)).mean);
  return (planned ?? 0) > 1.02 * (called ?? 0) + 1;
}

/** Costs of variants can be compared as they are only if they deliver the same. */
function deliverDifferently([baseline, ...others]: readonly SimulatedVariant[]): boolean {
  if (baseline === undefined) return false;
  const delivered = estimate(valuesOf(baseline, "records")).mean;
  return others.some((one) => Math.abs(estimate(valuesOf(one, "records")).mean - delivered) > 0.01 * delivered);
}

function anyOf({ measures }: SimulatedVariant, id: MeasureId): boolean {
  return measures.some((one) => one[id] !== 0);
}

/** Measures whose name does not say enough. */
const DETAILED = [
  "mean",
  "lateP99",
  "late",
  "endToEnd",
  "invisible",
  "unreplicated",
  "blocked",
  "commit",
  "keptUp",
  "undelivered",
  "fill",
  "throughput",
  "duplicates",
] as const;

function nameCell(say: SayWhatIf, id: MeasureId): ReportCell {
  const text = say(`measure/${id}`);
  const detail = DETAILED.find((one) => one === id);
  if (detail !== undefined) return { text, detail: say(`detail/measure/${detail}`) };
  return { text };
}

function valueCell(say: SayWhatIf, id: MeasureId, variant: SimulatedVariant): ReportCell {
  const value = estimate(valuesOf(variant, id));
  const cell = {
    text: measureText(say, id, value.mean),
    detail: intervalText(say, value, variant.measures.length, id),
  };
  return BAD_WHEN_ANY.has(id) && value.mean > 0 ? { ...cell, tone: "bad" } : cell;
}

const BAD_WHEN_ANY: ReadonlySet<MeasureId> = new Set([...HARMS, "storedFailed"]);

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
  const amount = `${sign}${measureText(say, id, Math.abs(mean))}`;
  const text = change.relative === undefined || measure.unit === "share" ? amount : changePercent(change.relative);
  const signed = (value: number): string => `${value < 0 ? "−" : "+"}${quantity(Math.abs(value), measure.unit)}`;
  const detail =
    variant.measures.length < 2
      ? say("detail/one-run")
      : say("detail/interval", { low: signed(low), high: signed(high) });
  if (change.direction === "unclear")
    return { text: say("table/unclear"), tone: "neutral", detail: `${text}; ${detail}` };
  return { text, tone: toneOf(id, baseline, variant), detail };
}
