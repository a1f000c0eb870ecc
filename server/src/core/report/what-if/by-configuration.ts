import type { SayWhatIf } from "../../messages/what-if-texts.js";
import type { SimulatedResult } from "../../simulation/result/result.js";
import type { ReportCell, ReportTable } from "../report-model.js";
import { averaged } from "./average.js";
import { variantName, type SimulatedVariant } from "./context.js";

type Column = ReportTable["columns"][number];

/** What stands beside the name of the configuration. */
export interface ConfigurationRows {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The rows of one configuration, from the mean of its seeds. */
  readonly rowsOf: (result: SimulatedResult) => readonly (readonly ReportCell[])[];
}

/** A table of what each configuration gave, as means over the seeds; its name is a column where there are several. Undefined without rows. */
export function byConfiguration(
  say: SayWhatIf,
  variants: readonly SimulatedVariant[],
  { caption, columns, rowsOf }: ConfigurationRows,
): ReportTable | undefined {
  const areSeveral = variants.length > 1;
  const rows = variants.flatMap(({ variant, results }) => {
    const mean = averaged(results);
    const own = mean === undefined ? [] : rowsOf(mean);
    return areSeveral ? own.map((cells) => [{ text: variantName(say, variant.changes) }, ...cells]) : own;
  });
  if (rows.length === 0) return undefined;
  const name: Column = { label: say("table/configuration"), align: "start" };
  return { kind: "table", caption, columns: areSeveral ? [name, ...columns] : columns, rows };
}

/** A column of words. */
export function wordColumn(label: string): Column {
  return { label, align: "start" };
}

/** A column of numbers. */
export function numberColumn(label: string): Column {
  return { label, align: "end" };
}
