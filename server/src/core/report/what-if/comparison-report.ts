import type { SayWhatIf } from "../../messages/what-if-texts.js";
import { difference, estimate } from "../../whatif/confidence.js";
import type { VariantOutcome } from "../../whatif/experiment.js";
import { MEASURES, type MeasureId } from "../../whatif/measures.js";
import type { RequirementVerdict } from "../../whatif/requirement.js";
import { REPORT_FORMAT, type Report, type ReportBlock, type ReportSection, type Tone } from "../report-model.js";
import { aboutFacts } from "./about.js";
import { simulatedOnes, variantName, type ReportContext, type SimulatedVariant } from "./context.js";
import { changePercent, quantity, short, timeText, whole } from "./quantities.js";
import { chartSections, findingsSections, limitsSection, measuredText, requirementSections } from "./sections.js";
import { summaryTable, toneOf, valuesOf } from "./summary-table.js";
import { transactionSections } from "./transactions.js";
import { whyDifferent, whySentences } from "./why.js";

/**
 * The report of one configuration, or of a baseline and its variants; `outcomes` starts with the file as it is.
 * Refused variants are told in words and left out of the pictures.
 */
export function comparisonReport(
  outcomes: readonly VariantOutcome[],
  context: ReportContext,
  verdicts: readonly RequirementVerdict[] = [],
): Report {
  const { say, complete, reproduce } = context;
  const simulated = simulatedOnes(outcomes);
  const result = simulated[0]?.results[0];
  const changes = outcomes.slice(1).map(({ variant }) => variantName(say, variant.changes));
  const { headline, tone } = headlineOf(say, outcomes, verdicts);
  const sections: ReportSection[] = [
    { id: "summary", title: say("section/summary"), blocks: summaryBlocks(say, outcomes) },
    ...requirementSections(say, verdicts),
    ...whySections(say, simulated),
    ...transactionSections(say, simulated),
    ...(simulated.length === 0 ? [] : chartSections(say, simulated)),
    ...findingsSections(context),
    limitsSection(
      context,
      simulated.flatMap(({ results }) => results.slice(0, 1)),
    ),
  ];
  return {
    format: REPORT_FORMAT,
    kind: outcomes.length > 1 ? "what-if" : "simulate",
    title: changes.length === 0 ? say("title/simulate") : say("title/what-if", { changes: changes.join(" · ") }),
    headline: complete ? headline : `${say("headline/incomplete")} ${headline}`,
    tone: complete ? tone : "warning",
    about: aboutFacts(context, result),
    sections,
    reproduce,
    complete,
  };
}

function summaryBlocks(say: SayWhatIf, outcomes: readonly VariantOutcome[]): readonly ReportBlock[] {
  const refused = outcomes.flatMap((one): ReportBlock[] => {
    if (one.outcome !== "refused") return [];
    const changes = variantName(say, one.variant.changes);
    const text = say("headline/variant-refused", { changes, message: one.error.message });
    return [{ kind: "text", text, tone: "bad" }];
  });
  return simulatedOnes(outcomes).length === 0 ? refused : [...refused, summaryTable(say, outcomes)];
}

function whySections(say: SayWhatIf, simulated: readonly SimulatedVariant[]): readonly ReportSection[] {
  const [baseline, ...others] = simulated.map(({ results }) => results[0]);
  if (baseline === undefined) return [];
  const last = others.at(-1);
  const sentences = [
    ...(last === undefined ? [] : whyDifferent(say, baseline, last)),
    ...whySentences(say, last ?? baseline),
  ];
  const items = [...new Set(sentences)];
  return items.length === 0 ? [] : [{ id: "why", title: say("section/why"), blocks: [{ kind: "list", items }] }];
}

interface Headline {
  readonly headline: string;
  readonly tone: Tone;
}

/** The answer in a sentence: what was required and fails first, then harm, then speed. */
function headlineOf(
  say: SayWhatIf,
  outcomes: readonly VariantOutcome[],
  verdicts: readonly RequirementVerdict[],
): Headline {
  const [baseline, ...others] = outcomes;
  if (baseline === undefined || baseline.outcome === "refused")
    return { headline: say("headline/refused", { message: baseline?.error.message ?? "" }), tone: "bad" };
  const told = others.length === 0 ? single(say, baseline) : compared(say, baseline, others);
  const unmet = verdicts.filter(({ holds }) => !holds);
  if (unmet.length === 0) return told;
  const requirements = unmet.map(
    ({ requirement, measured, because }) =>
      `${requirement.text} (${measuredText(say, requirement, measured, because)})`,
  );
  return {
    headline: `${say("headline/unmet", { requirements: requirements.join(", ") })} ${told.headline}`,
    tone: "bad",
  };
}

const HARMS = ["lost", "duplicates", "unordered", "failed", "pending"] as const;

function single(say: SayWhatIf, variant: SimulatedVariant): Headline {
  const mean = (id: MeasureId): number => estimate(valuesOf(variant, id)).mean;
  const rate = short(mean("records"));
  const p99 = timeText(mean("p99"));
  const harm = harmText(say, variant);
  if (harm === "") return { headline: say("headline/healthy", { rate, p99 }), tone: "good" };
  const sent = whole(estimate(variant.results.map(({ records }) => records.sent)).mean);
  const isBad = HARMS.some((id) => id !== "pending" && mean(id) > 0);
  return { headline: say("headline/harm", { harm, sent, rate, p99 }), tone: isBad ? "bad" : "warning" };
}

/** What happens to records that should not. */
function harmText(say: SayWhatIf, variant: SimulatedVariant): string {
  return HARMS.map((id) => ({ id, count: estimate(valuesOf(variant, id)).mean }))
    .filter(({ count }) => count > 0)
    .map(({ id, count }) => say(`harm/${id}`, { count: whole(count) }))
    .join(", ");
}

/** Of the measures people decide by, those that clearly change; harm to records before speed. */
const DECIDING: readonly MeasureId[] = [...HARMS, "p99", "blockedP99", "commit", "throughput", "requests"];
const MOST_PARTS = 3;

function compared(say: SayWhatIf, baseline: SimulatedVariant, others: readonly VariantOutcome[]): Headline {
  const last = others.at(-1);
  if (last === undefined) return single(say, baseline);
  const changes = variantName(say, last.variant.changes);
  if (last.outcome === "refused")
    return { headline: say("headline/variant-refused", { changes, message: last.error.message }), tone: "bad" };
  const parts = DECIDING.map((id) => ({ id, change: difference(valuesOf(baseline, id), valuesOf(last, id)) }))
    .filter(({ change }) => change.direction === "lower" || change.direction === "higher")
    .filter(({ change }) => change.relative === undefined || Math.abs(change.relative) >= 0.01)
    .slice(0, MOST_PARTS);
  if (parts.length === 0) return { headline: say("headline/same", { changes }), tone: "neutral" };
  const text = parts.map(({ id, change }) => partText(say, id, baseline, last, change)).join("; ");
  const isSafe = harmText(say, baseline) === "" && harmText(say, last) === "";
  const tones = parts.map(({ id }) => toneOf(MEASURES[id], baseline, last));
  return {
    headline: say(isSafe ? "headline/compare-safe" : "headline/compare", { changes, parts: text }),
    tone:
      harmTone(parts) ??
      (tones.every((tone) => tone === "good") ? "good" : tones.includes("good") ? "neutral" : "warning"),
  };
}

/** Harm decides alone: more of it is bad whatever gets faster. */
function harmTone(
  parts: readonly { readonly id: MeasureId; readonly change: ReturnType<typeof difference> }[],
): Tone | undefined {
  const harms = parts.filter(({ id }) => (HARMS as readonly string[]).includes(id));
  if (harms.some(({ change }) => change.direction === "higher")) return "bad";
  return harms.length > 0 ? "good" : undefined;
}

function partText(
  say: SayWhatIf,
  id: MeasureId,
  baseline: SimulatedVariant,
  variant: SimulatedVariant,
  change: ReturnType<typeof difference>,
): string {
  const { unit } = MEASURES[id];
  return say(change.direction === "lower" ? "part/falls" : "part/rises", {
    measure: say(`measure/${id}`),
    before: quantity(estimate(valuesOf(baseline, id)).mean, unit),
    after: quantity(estimate(valuesOf(variant, id)).mean, unit),
    change:
      change.relative === undefined
        ? `${change.absolute.mean > 0 ? "+" : "−"}${quantity(Math.abs(change.absolute.mean), unit)}`
        : changePercent(change.relative),
  });
}
