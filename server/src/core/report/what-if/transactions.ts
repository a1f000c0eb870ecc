import type { SayWhatIf } from "../../messages/what-if-texts.js";
import type { TransactionsResult } from "../../simulation/result/result.js";
import type { ReportCell, ReportSection, ReportTable } from "../report-model.js";
import { variantName, type SimulatedVariant } from "./context.js";
import { timeText, whole } from "./quantities.js";

/** What became of transactions, of the first seed of each configuration; nothing where none has a transactional.id. */
export function transactionSections(say: SayWhatIf, variants: readonly SimulatedVariant[]): readonly ReportSection[] {
  const rows = variants.flatMap(({ variant, results }) => {
    const transactions = results[0]?.transactions;
    return transactions === undefined ? [] : [[{ text: variantName(say, variant.changes) }, ...cellsOf(transactions)]];
  });
  if (rows.length === 0) return [];
  const end = (label: string): ReportTable["columns"][number] => ({ label, align: "end" });
  const columns = [
    { label: say("table/configuration"), align: "start" as const },
    end(say("table/committed")),
    end(say("table/aborted")),
    end(say("table/aborted-records")),
    end(say("table/commit-mean")),
    end(say("table/commit-p99")),
    end(say("table/commit-longest")),
  ];
  const first = variants.length > 1 ? 0 : 1;
  const table: ReportTable = {
    kind: "table",
    caption: say("table/transactions"),
    columns: columns.slice(first),
    rows: rows.map((row) => row.slice(first)),
  };
  return [{ id: "transactions", title: say("section/transactions"), blocks: [table] }];
}

function cellsOf({ committed, aborted, abortedRecords, commitMs }: TransactionsResult): readonly ReportCell[] {
  return [
    { text: whole(committed) },
    aborted > 0 ? { text: whole(aborted), tone: "bad" } : { text: whole(aborted) },
    { text: whole(abortedRecords) },
    { text: timeText(commitMs.mean) },
    { text: timeText(commitMs.p99) },
    { text: timeText(commitMs.max) },
  ];
}
