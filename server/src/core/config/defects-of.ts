import { affects, CLIENT_DEFECTS, type ClientDefect, type DefectCondition } from "../catalog/defects.js";
import type { Evaluation } from "./evaluation.js";

/** A defect of the release that a configuration can meet; `likely` when the configuration invites it. */
export interface DefectAtHand {
  readonly defect: ClientDefect;
  readonly likely: boolean;
  /** The setting of the file that invites it, or the first that it has to do with. */
  readonly key: string;
}

/** The known defects that a configuration can meet with its release. What a value cannot be known of does not count. */
export function defectsOf(evaluation: Evaluation): readonly DefectAtHand[] {
  return CLIENT_DEFECTS.flatMap((defect): readonly DefectAtHand[] => {
    if (!affects(defect, evaluation.catalog.version)) return [];
    if (!defect.needs.every((condition) => holds(condition, evaluation))) return [];
    const invited = defect.likely.find((condition) => holds(condition, evaluation));
    const key = invited !== undefined && "key" in invited ? invited.key : (defect.keys[0] ?? "");
    return [{ defect, likely: invited !== undefined, key }];
  });
}

function holds(condition: DefectCondition, { given, idempotent, values }: Evaluation): boolean {
  if ("idempotent" in condition) return idempotent === condition.idempotent;
  const { key, below, above, is, contains, written } = condition;
  if (written !== undefined && given.has(key) !== written) return false;
  if (below === undefined && above === undefined && is === undefined && contains === undefined) return true;
  const value = values.get(key)?.value;
  if (value === undefined) return false;
  const text = String(value);
  if (is !== undefined && !is.includes(text)) return false;
  if (contains !== undefined && !text.includes(contains)) return false;
  return (below === undefined || Number(value) < below) && (above === undefined || Number(value) > above);
}
