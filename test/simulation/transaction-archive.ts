// Reads what test/conformance/generate/transaction-archive.mjs wrote: one line per script, a trace once for the releases that share it.
import { brotliDecompressSync } from "node:zlib";
import type {
  TransactionScript,
  TransactionTrace,
} from "../../server/src/core/simulation/script/transaction-script.js";

/** A script with transactions and what the real client of its release did with it. */
export interface RecordedTransactions {
  readonly script: TransactionScript;
  readonly trace: TransactionTrace;
}

interface Archived {
  readonly script: Omit<TransactionScript, "kafkaVersion" | "config">;
  readonly runs: readonly {
    /** By release: its configuration, and what else differs from the script. */
    readonly of: Readonly<Record<string, Partial<TransactionScript>>>;
    readonly trace: TransactionTrace;
  }[];
}

/** Unpacks recorded runs, script by script, releases within. */
export function unpackTransactions(packed: Buffer): RecordedTransactions[] {
  const lines = brotliDecompressSync(packed).toString("utf8").split("\n");
  return lines.flatMap((line) => {
    const { script, runs } = JSON.parse(line) as Archived;
    return runs.flatMap(({ of, trace }) =>
      Object.entries(of).map(([kafkaVersion, own]) => ({
        script: { ...script, kafkaVersion, config: {}, ...own },
        trace,
      })),
    );
  });
}
