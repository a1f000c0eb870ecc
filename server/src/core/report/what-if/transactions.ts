import type { SayWhatIf } from "../../messages/what-if-texts.js";
import type { TransactionsResult } from "../../simulation/result/result.js";
import type { ReportCell, ReportSection } from "../report-model.js";
import { byConfiguration, numberColumn } from "./by-configuration.js";
import type { SimulatedVariant } from "./context.js";
import { timeText, whole } from "./quantities.js";

/** What became of transactions, means over the seeds; nothing where none has a transactional.id. */
export function transactionSections(say: SayWhatIf, variants: readonly SimulatedVariant[]): readonly ReportSection[] {
  const table = byConfiguration(say, variants, {
    caption: say("table/transactions"),
    columns: [
      numberColumn(say("table/committed")),
      numberColumn(say("table/aborted")),
      numberColumn(say("table/aborted-records")),
      numberColumn(say("table/commit-mean")),
      numberColumn(say("table/commit-p99")),
      numberColumn(say("table/commit-longest")),
    ],
    rowsOf: ({ transactions }) => (transactions === undefined ? [] : [cellsOf(transactions)]),
  });
  if (table === undefined) return [];
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
