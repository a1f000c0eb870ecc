import type { MeasureId } from "../../whatif/measures.js";
import type { SimulatedVariant } from "./context.js";

/** Values of a measure by seed. */
export function valuesOf({ measures }: SimulatedVariant, id: MeasureId): readonly number[] {
  return measures.map((one) => one[id]);
}
