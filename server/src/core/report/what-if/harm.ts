import type { SayWhatIf } from "../../messages/what-if-texts.js";
import { estimate } from "../../whatif/confidence.js";
import { MEASURES, type MeasureId } from "../../whatif/measures.js";
import type { SimulatedVariant } from "./context.js";
import { quantity, whole } from "./quantities.js";
import { valuesOf } from "./variant-values.js";

/** What may happen to records that should not, the worst first. */
export const HARMS = ["lost", "duplicates", "unordered", "failed", "invisible", "pending"] as const;

const COUNTS_OF_RECORDS: ReadonlySet<MeasureId> = new Set([...HARMS, "storedFailed", "retried", "aborted"]);

/** A mean number of records: there are no halves of records, so "about" says that it is a mean. */
export function recordsText(say: SayWhatIf, mean: number): string {
  if (Number.isInteger(mean)) return whole(mean);
  return mean < 0.95 ? say("count/below-one") : say("count/about", { count: whole(mean) });
}

/** A mean of a measure over the seeds, with its unit. */
export function measureText(say: SayWhatIf, id: MeasureId, mean: number): string {
  return COUNTS_OF_RECORDS.has(id) ? recordsText(say, mean) : quantity(mean, MEASURES[id].unit);
}

/** The mean of a measure over the seeds. */
export function meanOf(variant: SimulatedVariant, id: MeasureId): number {
  return estimate(valuesOf(variant, id)).mean;
}

/** What happens to records of a variant that should not; empty when nothing does. */
export function harmText(say: SayWhatIf, variant: SimulatedVariant): string {
  return HARMS.filter((id) => meanOf(variant, id) > 0)
    .map((id) => {
      const count = recordsText(say, meanOf(variant, id));
      const stored = id === "failed" ? meanOf(variant, "storedFailed") : 0;
      return stored > 0
        ? say("harm/failed-stored", { count, stored: recordsText(say, stored) })
        : say(`harm/${id}`, { count });
    })
    .join(", ");
}
