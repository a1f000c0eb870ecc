import type { SayWhatIf } from "../../messages/what-if-texts.js";
import { difference, type Difference } from "../../whatif/confidence.js";
import type { VariantOutcome } from "../../whatif/experiment.js";
import { MEASURES, type MeasureId } from "../../whatif/measures.js";
import type { RequirementVerdict } from "../../whatif/requirement.js";
import type { Tone } from "../report-model.js";
import { variantName, type SimulatedVariant } from "./context.js";
import { HARMS, harmText, meanOf, measureText } from "./harm.js";
import { cannotKeepUp, isInTime, paceSentences } from "./keeping-up.js";
import { changePercent, short, timeText, whole } from "./quantities.js";
import { ranking } from "./ranking.js";
import { measuredText } from "./sections.js";
import { isTrifle, toneOfChange } from "./tones.js";
import { valuesOf } from "./variant-values.js";

/** The answer in a few sentences, and how good it is. */
export interface Verdict {
  readonly headline: string;
  readonly tone: Tone;
}

/** What was required and fails first, then whether the load is kept up with, harm, and what gets better at what price. */
export function verdictOf(
  say: SayWhatIf,
  outcomes: readonly VariantOutcome[],
  verdicts: readonly RequirementVerdict[],
): Verdict {
  const [baseline, ...others] = outcomes;
  if (baseline === undefined || baseline.outcome === "refused")
    return { headline: say("headline/refused", { message: baseline?.error.message ?? "" }), tone: "bad" };
  const isBounded = verdicts.some(({ requirement }) => BOUNDS_TAIL.has(requirement.measure));
  const answer = answerOf(say, baseline, others, isBounded);
  return underRequirements(say, answer, verdicts);
}

/** An answer, behind what was required and fails. */
export function underRequirements(say: SayWhatIf, answer: Verdict, verdicts: readonly RequirementVerdict[]): Verdict {
  const unmet = verdicts.filter(({ holds }) => !holds);
  if (unmet.length === 0) return answer;
  const requirements = unmet.map(
    ({ requirement, measured, because }) =>
      `${requirement.text} (${measuredText(say, requirement, measured, because)})`,
  );
  const headline = `${say("headline/unmet", { requirements: requirements.join(", ") })} ${answer.headline}`;
  return { headline, tone: "bad" };
}

/** Whoever requires one of these has said how late is too late. */
const BOUNDS_TAIL: ReadonlySet<MeasureId> = new Set(["p99", "p999", "max", "lateP99", "lateP999", "lateMax", "late"]);

/** `isBounded`: somebody has said what is required; then nothing else is too slow. */
function answerOf(
  say: SayWhatIf,
  baseline: SimulatedVariant,
  others: readonly VariantOutcome[],
  isBounded: boolean,
): Verdict {
  const [only] = others;
  if (only === undefined) return single(say, baseline, isBounded);
  if (others.length > 1) return ranking(say, baseline, others, (one) => compared(say, baseline, one, isBounded).tone);
  if (only.outcome === "simulated") return compared(say, baseline, only, isBounded);
  const changes = variantName(say, only.variant.changes);
  return { headline: say("headline/variant-refused", { changes, message: only.error.message }), tone: "bad" };
}

function single(say: SayWhatIf, variant: SimulatedVariant, isBounded: boolean): Verdict {
  const pace = paceSentences(say, variant);
  const speed = { rate: short(meanOf(variant, "records")), p99: timeText(meanOf(variant, "p99")) };
  const harm = harmText(say, variant);
  if (harm === "" && pace.length === 0) {
    const tone = isBounded || isInTime(variant) ? "good" : "warning";
    return { headline: say("headline/healthy", speed), tone };
  }
  const sent = whole(variant.results.reduce((sum, { records }) => sum + records.sent, 0) / variant.results.length);
  const fate = harm === "" ? say("headline/none-harmed") : say("headline/harmed", { harm, sent });
  const isBad = cannotKeepUp(variant) || HARMS.some((id) => id !== "pending" && meanOf(variant, id) > 0);
  const latency = say(cannotKeepUp(variant) ? "headline/latency" : "headline/speed", speed);
  return { headline: [...pace, fate, latency].join(" "), tone: isBad ? "bad" : "warning" };
}

/** A clear change of something people decide by. */
interface Part {
  readonly id: Deciding;
  readonly change: Difference;
  readonly isGain: boolean;
  /** How much it matters beside the others. */
  readonly weight: number;
}

type Deciding =
  | (typeof HARMS)[number]
  | "records"
  | "lateP99"
  | "p50"
  | "lateEndToEnd"
  | "blockedMax"
  | "commit"
  | "requestsPerRecord"
  | "bytesPerRecord"
  | "memory";

/** What people decide by, and how much a change by a factor matters. Harm to records comes before everything. */
const WEIGHTS: Readonly<Record<Deciding, number>> = {
  lost: 1_006,
  duplicates: 1_005,
  unordered: 1_004,
  failed: 1_003,
  invisible: 1_002,
  pending: 1_001,
  records: 3,
  lateP99: 1,
  p50: 0.9,
  lateEndToEnd: 0.5,
  blockedMax: 0.8,
  commit: 1,
  requestsPerRecord: 0.6,
  bytesPerRecord: 0.5,
  memory: 0.15,
};
/** A smaller share of change is no reason for anything. */
const LEAST_SHARE = 0.05;
const MOST_PARTS = 2;

function partsOf(baseline: SimulatedVariant, variant: SimulatedVariant): readonly Part[] {
  const ids = Object.keys(WEIGHTS) as Deciding[];
  const parts = ids.flatMap((id): Part[] => {
    const change = difference(valuesOf(baseline, id), valuesOf(variant, id));
    if (change.direction === "same" || change.direction === "unclear" || isTrifle(id, change)) return [];
    if (!isHarm(id) && change.relative !== undefined && Math.abs(change.relative) < LEAST_SHARE) return [];
    const isGain = toneOfChange(id, change) === "good";
    // Less harm that may be chance is no gain; more of it is told whatever the interval says.
    if (!isGain && change.direction === MEASURES[id].better) return [];
    const ratio =
      (meanOf(variant, id) + SMALLEST[MEASURES[id].unit]) / (meanOf(baseline, id) + SMALLEST[MEASURES[id].unit]);
    return [{ id, change, isGain, weight: WEIGHTS[id] * (isHarm(id) ? 1 : Math.abs(Math.log(ratio))) }];
  });
  return parts.sort((a, b) => b.weight - a.weight);
}

/** So that what was nothing before is no infinite change. */
const SMALLEST = { ms: 0.5, "MiB/s": 0.01, "1/s": 1, share: 0.01, count: 1, bytes: 65_536 } as const;

function isHarm(id: MeasureId): boolean {
  return (HARMS as readonly MeasureId[]).includes(id);
}

function compared(say: SayWhatIf, baseline: SimulatedVariant, variant: SimulatedVariant, isBounded: boolean): Verdict {
  const changes = variantName(say, variant.variant.changes);
  const parts = partsOf(baseline, variant);
  const told = (isGain: boolean): string =>
    parts
      .filter((part) => part.isGain === isGain)
      .slice(0, MOST_PARTS)
      .map((part) => partText(say, part, baseline, variant))
      .join(", ");
  const [gains, prices] = [told(true), told(false)];
  const change =
    gains === "" && prices === ""
      ? say("headline/same", { changes })
      : gains === "" || prices === ""
        ? say("headline/compare", { changes, parts: gains + prices })
        : say("headline/trade-off", { changes, gains, prices });
  if (parts.length === 0 && harmText(say, variant) === "")
    return { headline: [...paceSentences(say, variant), change].join(" "), tone: "neutral" };
  return {
    headline: [...paceSentences(say, variant), change, ...fateSentences(say, baseline, variant, parts)].join(" "),
    tone: toneOfParts(baseline, variant, parts, isBounded),
  };
}

/** What becomes of the records, where the changes do not say it. */
function fateSentences(
  say: SayWhatIf,
  baseline: SimulatedVariant,
  variant: SimulatedVariant,
  parts: readonly Part[],
): readonly string[] {
  const harm = harmText(say, variant);
  if (harm === "") return harmText(say, baseline) === "" ? [say("headline/safe-either-way")] : [];
  return parts.some(({ id }) => isHarm(id)) ? [] : [say("headline/still-harmed", { harm })];
}

function toneOfParts(
  baseline: SimulatedVariant,
  variant: SimulatedVariant,
  parts: readonly Part[],
  isBounded: boolean,
): Tone {
  if (parts.some(({ id, isGain }) => isHarm(id) && !isGain)) return "bad";
  if (cannotKeepUp(variant) && !cannotKeepUp(baseline)) return "bad";
  const gains = parts.some(({ isGain }) => isGain);
  if (parts.some(({ isGain }) => !isGain)) return gains ? "neutral" : "warning";
  if (!gains) return "neutral";
  const isWell = HARMS.every((id) => meanOf(variant, id) === 0) && !cannotKeepUp(variant);
  return isWell && (isBounded || isInTime(variant)) ? "good" : "neutral";
}

function partText(say: SayWhatIf, { id, change }: Part, baseline: SimulatedVariant, variant: SimulatedVariant): string {
  const { mean } = change.absolute;
  const sign = mean > 0 ? "+" : "−";
  const amount = Math.abs(mean);
  const byAmount = `${sign}${isHarm(id) ? (amount < 1 ? short(amount) : whole(amount)) : measureText(say, id, amount)}`;
  return say(mean < 0 ? "part/falls" : "part/rises", {
    measure: say(`name/${id}`),
    before: measureText(say, id, meanOf(baseline, id)),
    after: measureText(say, id, meanOf(variant, id)),
    change: change.relative === undefined || isHarm(id) ? byAmount : changePercent(change.relative),
  });
}
