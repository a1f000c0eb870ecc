import { affects, CLIENT_DEFECTS } from "../catalog/defects.js";
import { textOf } from "./support-advice.js";
import type { RuleContext } from "./types.js";

/** KAFKA-8350: before 4.2 a refused batch is split at batch.size, uncompressed into itself; compressed, the parts are smaller. */
export function splitsIntoItself(context: RuleContext): boolean {
  const defect = CLIENT_DEFECTS.find(({ id }) => id === "KAFKA-8350");
  const isAffected = defect !== undefined && affects(defect, context.catalog.version);
  return isAffected && textOf(context, "compression.type") === "none";
}
