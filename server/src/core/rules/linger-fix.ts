import { changeEdits } from "../changes/write-changes.js";
import { acceptedChange } from "../changes/changes.js";
import type { Setting } from "../dialects/types.js";
import { numberOf, writeFix } from "./support-advice.js";
import type { Fix, RuleContext } from "./types.js";

const LINGER = "linger.ms";
const DELIVERY = "delivery.timeout.ms";

/** Titles of the fixes that `lingerFixes` makes, beside those of advice. */
export const LINGER_TITLES: Readonly<Record<"lingerAndDelivery", string>> = {
  lingerAndDelivery: "Write linger.ms={linger} and delivery.timeout.ms={delivery}",
};

/** A little linger. Where delivery.timeout.ms of the file leaves no room for it both go up: one alone would throw. */
export function lingerFixes(context: RuleContext, lingerMs: number, after?: Setting): readonly Fix[] {
  const requestMs = numberOf(context, "request.timeout.ms") ?? 0;
  const roomMs = (numberOf(context, DELIVERY) ?? 0) - requestMs;
  if (roomMs >= lingerMs) return [writeFix(context, LINGER, lingerMs.toString(), after)];
  const [linger, delivery] = [lingerMs.toString(), (requestMs + lingerMs).toString()];
  const changes = [
    { key: LINGER, value: linger },
    { key: DELIVERY, value: delivery },
  ];
  if (acceptedChange(context.evaluation, changes, context.catalog) === undefined) return [];
  const edits = changeEdits(context.document, changes);
  return [{ titleId: "lingerAndDelivery", data: { linger, delivery }, safety: "suggestion", edits }];
}
