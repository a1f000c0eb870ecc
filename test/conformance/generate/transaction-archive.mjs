// Writes recorded runs of format 3 in the form that test/simulation/transaction-archive.ts reads.
import { brotliCompressSync, constants } from "node:zlib";

const QUALITY = 11;
const WINDOW_BITS = 24;

/**
 * One line per script; a trace stands once for all releases that share it. What a release's script leaves out of the newest's
 * (answers that it does not know) is kept with its configuration.
 * @param {{ script: object, trace: object }[]} runs
 * @returns {Buffer}
 */
export function packTransactionRuns(runs) {
  const lines = [...groupBy(runs, ({ script }) => script.id).values()].map((same) => JSON.stringify(archived(same)));
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS };
  return brotliCompressSync(lines.join("\n"), { params });
}

function archived(runs) {
  const { script } = runs.at(-1);
  const { kafkaVersion, config, ...shared } = script;
  const byTrace = groupBy(runs, ({ trace }) => JSON.stringify(trace));
  return {
    script: shared,
    runs: [...byTrace.values()].map((same) => ({
      of: Object.fromEntries(same.map((run) => [run.script.kafkaVersion, ofRelease(run.script, shared)])),
      trace: same[0].trace,
    })),
  };
}

function ofRelease({ config, answers, coordinator }, shared) {
  return {
    config,
    ...(answers.length !== shared.answers.length && { answers }),
    ...(coordinator.length !== shared.coordinator.length && { coordinator }),
  };
}

function groupBy(values, keyOf) {
  const groups = new Map();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}
