import type { SayWhatIf } from "../../messages/what-if-texts.js";
import type { VariantOutcome } from "../../whatif/experiment.js";
import type { Tone } from "../report-model.js";
import { simulatedOnes, variantName, type SimulatedVariant } from "./context.js";
import { HARMS, harmText, meanOf } from "./harm.js";
import { cannotKeepUp } from "./keeping-up.js";
import { short, timeText } from "./quantities.js";

/** Latencies that differ by less than about a tenth are as good as each other; then fewer requests are better. */
const STEPS_PER_FACTOR_E = 10;

/** Several variants and the file from best to worst: harmless, in time with the load, fast, cheap. What the client refuses is named. */
export function ranking(
  say: SayWhatIf,
  baseline: SimulatedVariant,
  others: readonly VariantOutcome[],
  toneBesideFile: (variant: SimulatedVariant) => Tone,
): { readonly headline: string; readonly tone: Tone } {
  const refused = others.flatMap((one) => (one.outcome === "refused" ? [one] : []));
  const ranked = [baseline, ...simulatedOnes(others)].sort(
    (a, b) =>
      harmOf(a) - harmOf(b) ||
      Number(cannotKeepUp(a)) - Number(cannotKeepUp(b)) ||
      latencyStep(a) - latencyStep(b) ||
      meanOf(a, "requestsPerRecord") - meanOf(b, "requestsPerRecord"),
  );
  const ranks = ranked.map(
    (one, index) => `${index + 1}. ${variantName(say, one.variant.changes)} (${summary(say, one)})`,
  );
  const refusals = refused.map(({ variant, error }) =>
    say("headline/variant-refused", { changes: variantName(say, variant.changes), message: error.message }),
  );
  const [best] = ranked;
  const tone = best === undefined || best === baseline ? "neutral" : toneBesideFile(best);
  return {
    headline: [say("headline/ranking", { ranks: ranks.join("; ") }), ...refusals].join(" "),
    tone: refusals.length > 0 ? "warning" : tone,
  };
}

function harmOf(variant: SimulatedVariant): number {
  return HARMS.reduce((sum, id) => sum + meanOf(variant, id), 0);
}

function latencyStep(variant: SimulatedVariant): number {
  return Math.round(STEPS_PER_FACTOR_E * Math.log(Math.max(0.01, meanOf(variant, "lateP99"))));
}

function summary(say: SayWhatIf, variant: SimulatedVariant): string {
  const harm = harmText(say, variant);
  const planned = variant.results[0]?.schedule.perSecond ?? 0;
  const [records, p99, requests] = [
    meanOf(variant, "records"),
    meanOf(variant, "lateP99"),
    meanOf(variant, "requests"),
  ];
  const pace = cannotKeepUp(variant)
    ? say("rank/cannot-keep-up", { rate: short(records), planned: short(planned) })
    : say("rank/speed", { p99: timeText(p99), requests: short(requests) });
  return harm === "" ? pace : `${harm}; ${pace}`;
}
