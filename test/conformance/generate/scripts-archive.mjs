// Writes recorded runs in the form that test/simulation/trace-archive.ts reads: a trace once for all releases that share it.
import { brotliCompressSync, constants } from "node:zlib";

const QUALITY = 11;
const WINDOW_BITS = 24;

/**
 * @param {{ script: object, trace: object }[]} runs
 * @returns {Buffer}
 */
export function packRuns(runs) {
  const lines = [...groupBy(runs, ({ script }) => script.id).values()].map((same) => JSON.stringify(archived(same)));
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS };
  return brotliCompressSync(lines.join("\n"), { params });
}

function archived(runs) {
  const { format, id, topics, sends, rtt, answers, until, ...further } = sharedOf(runs[0].script);
  const rows = sends.map(({ at, topic, partition, key, value }) => [at, topic, partition, key, value]);
  const byTrace = groupBy(runs, ({ trace }) => JSON.stringify(trace));
  return {
    script: { format, id, topics, sends: rows, rtt, answers, until, ...further },
    runs: [...byTrace.values()].map((same) => ({
      configs: Object.fromEntries(same.map(({ script }) => [script.kafkaVersion, script.config])),
      trace: archivedTrace(same[0].trace),
    })),
  };
}

/** The script without what each release has its own of. */
function sharedOf({ kafkaVersion: _release, config: _config, ...shared }) {
  return shared;
}

function archivedTrace({ events, log, end }) {
  let last = 0;
  const rows = events.map((event) => {
    const row = [event.t - last, ...archivedEvent(event)];
    last = event.t;
    return row;
  });
  return { events: rows, log, end };
}

function archivedEvent(event) {
  switch (event.e) {
    case "append":
      return ["a", event.i, (event.newBatch ? 1 : 0) + (event.full ? 2 : 0), ...present(event.partition)];
    case "reject":
      return ["x", event.i, event.error];
    case "done":
      return event.error === null ? ["d", event.i] : ["d", event.i, event.error];
    case "request":
      return event.batches.some(({ ratio }) => ratio !== undefined)
        ? ["c", event.node, event.n, ...event.batches.flatMap((batch) => [...fieldsOf(batch), shortFloat(batch.ratio)])]
        : ["r", event.node, event.n, ...event.batches.flatMap(fieldsOf)];
    default:
      throw new Error(`no such event: ${event.e}`);
  }
}

function present(value) {
  return value === undefined ? [] : [value];
}

const BATCH_FIELDS = ["tp", "records", "bytes", "first", "seq", "epoch"];

function fieldsOf(batch) {
  return BATCH_FIELDS.map((field) => batch[field]);
}

/** Nine digits tell a 32-bit float from all others; Math.fround gives it back. */
function shortFloat(value) {
  return Number(value.toPrecision(9));
}

function groupBy(values, keyOf) {
  const groups = new Map();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}
