import type { SayWhatIf } from "../../messages/what-if-texts.js";
import type { Change } from "../../changes/changes.js";
import type { MeasureId } from "../../whatif/measures.js";
import { MEASURES } from "../../whatif/measures.js";
import type { Price, Tuning } from "../../whatif/tune.js";
import { RISKS, type Risk } from "../../whatif/tuning/risks.js";
import { simulatedOnes, variantName, type SimulatedVariant } from "./context.js";
import { meanOf, recordsText } from "./harm.js";
import { changePercent, quantity } from "./quantities.js";
import { underRequirements, type Verdict } from "./verdict.js";

/** What tuning came to in a sentence or two: the change, what it brings, and its price. */
export function tuningHeadline(say: SayWhatIf, tuning: Tuning): Verdict {
  const [baseline, proposal] = simulatedOnes(tuning.outcomes);
  const answer =
    baseline === undefined || proposal === undefined ? nothing(say, tuning) : proposed(say, tuning, baseline, proposal);
  return underRequirements(say, answer, tuning.verdicts);
}

function nothing(say: SayWhatIf, { goal, outcomes, complete }: Tuning): Verdict {
  const isWell = outcomes.every((one) => one.outcome === "simulated" && HARM.every((id) => meanOf(one, id) === 0));
  const headline =
    goal === "no-loss" && isWell && complete
      ? say("headline/nothing-to-mend")
      : say("headline/nothing-to-tune", { goal: say(`goal/${goal}`) });
  return { headline, tone: "neutral" };
}

const HARM = ["lost", "duplicates", "unordered", "failed", "pending"] as const;

function proposed(say: SayWhatIf, tuning: Tuning, baseline: SimulatedVariant, proposal: SimulatedVariant): Verdict {
  const { goal, goalMeasure, prices } = tuning;
  const { changes } = proposal.variant;
  const tone = prices.length === 0 ? "good" : "neutral";
  if (goal === "no-loss") return { headline: mendedText(say, tuning, baseline, changes), tone };
  return { headline: gainText(say, "tuned", goalMeasure, baseline, proposal, prices), tone };
}

/** A set of changes, what it brings, and its price. */
export function gainText(
  say: SayWhatIf,
  kind: "tuned" | "further",
  measure: MeasureId,
  baseline: SimulatedVariant,
  variant: SimulatedVariant,
  prices: readonly Price[],
): string {
  const changes = variantName(say, variant.variant.changes);
  const gain = partText(say, { measure, before: meanOf(baseline, measure), after: meanOf(variant, measure) });
  if (prices.length > 0)
    return say(kind === "tuned" ? "headline/tuned-price" : "headline/further", {
      changes,
      gain,
      prices: pricesText(say, prices),
    });
  return say(kind === "tuned" ? "headline/tuned" : "headline/further-free", { changes, gain });
}

function mendedText(
  say: SayWhatIf,
  { steps, prices }: Tuning,
  baseline: SimulatedVariant,
  changes: readonly Change[],
): string {
  const [before, after] = [steps[0]?.harmBefore ?? 0, steps.at(-1)?.harmAfter ?? 0];
  const risks = RISKS.filter((risk) => steps.some((step) => step.risks.includes(risk)));
  const name = variantName(say, changes);
  const mended =
    before === 0 && after === 0
      ? say("headline/tuned-risk", {
          changes: name,
          risks: risks.map((risk) => riskText(say, risk, baseline)).join("; "),
        })
      : say("headline/tuned-harm", {
          changes: name,
          before: recordsText(say, before),
          after: recordsText(say, after),
        });
  if (prices.length === 0) return mended;
  return `${mended} ${say("headline/harm-price", { prices: pricesText(say, prices) })}`;
}

/** What a configuration allows to happen; how much of it, where that is measured. */
export function riskText(say: SayWhatIf, risk: Risk, baseline: SimulatedVariant): string {
  const most = meanOf(baseline, "unreplicatedMost");
  if (risk !== "acks" || most === 0) return say(`risk/${risk}`);
  const mean = meanOf(baseline, "unreplicated");
  return say("risk/acks-measured", { mean: quantity(mean, "count"), most: recordsText(say, most) });
}

function pricesText(say: SayWhatIf, prices: readonly Price[]): string {
  return prices.map((price) => partText(say, price)).join(", ");
}

function partText(say: SayWhatIf, { measure, before, after }: Price): string {
  const { unit } = MEASURES[measure];
  return say(after < before ? "part/falls" : "part/rises", {
    measure: say(`name/${measure as Named}`),
    before: quantity(before, unit),
    after: quantity(after, unit),
    change: before === 0 ? quantity(after, unit) : changePercent(after / before - 1),
  });
}

/** Measures that goals and prices are about. */
type Named =
  | "lateP99"
  | "lateP50"
  | "records"
  | "requests"
  | "requestsPerRecord"
  | "bytesPerRecord"
  | "memoryLimit"
  | "throughput";
