// The recorded traces in a compact form: every event is kept, in far fewer bytes. Four releases did the same with most scripts,
// so a trace is written once and named by the releases that share it; what follows from the script is left out.
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type {
  ProducerScript,
  ProducerTrace,
  TraceBatch,
  TraceEvent,
} from "../../server/src/core/simulation/script/script.js";

/** A script and what the real client of its release did with it. */
export interface RecordedRun {
  readonly script: ProducerScript;
  readonly trace: ProducerTrace;
}

/** One script id in the archive. */
interface ArchivedScript {
  readonly script: Omit<ProducerScript, "kafkaVersion" | "config" | "sends"> & {
    readonly sends: readonly (readonly unknown[])[];
  };
  /** Runs of releases with the same trace; each release with its config. */
  readonly runs: readonly {
    readonly configs: Readonly<Record<string, Record<string, string>>>;
    readonly trace: ArchivedTrace;
  }[];
}

/** Fields of a batch of a request; with compression there is the expected ratio too, in nine digits. */
const WIDTH = 6;
const COMPRESSED_WIDTH = 7;

/** What each run has its own of. */
const OF_A_RELEASE: readonly string[] = ["kafkaVersion", "config"];

interface ArchivedTrace {
  readonly events: readonly (readonly (number | string | null)[])[];
  readonly log: Readonly<Record<string, readonly number[]>>;
  readonly end: number;
}

/** Packs recorded runs; runs of the same script id in several releases are put together. */
export function packTraces(recorded: readonly RecordedRun[], quality: number = 11): Buffer {
  const byId = groupBy(recorded, ({ script }) => script.id);
  const lines = [...byId.values()].map((runs) => JSON.stringify(archive(runs)));
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return brotliCompressSync(lines.join("\n"), { params });
}

/** Unpacks what {@link packTraces} packed, script by script, releases within. */
export function unpackTraces(packed: Buffer): RecordedRun[] {
  const lines = brotliDecompressSync(packed).toString("utf8").split("\n");
  return lines.flatMap((line) => restore(JSON.parse(line) as ArchivedScript));
}

function archive(runs: readonly RecordedRun[]): ArchivedScript {
  const byTrace = groupBy(runs, ({ trace }) => JSON.stringify(trace));
  const { format, id, topics, sends, rtt, answers, until, ...others } = runs[0]!.script;
  const further = Object.fromEntries(Object.entries(others).filter(([name]) => !OF_A_RELEASE.includes(name)));
  const rows = sends.map(({ at, topic, partition, key, value }) => [at, topic, partition, key, value]);
  return {
    script: { format, id, topics, sends: rows, rtt, answers, until, ...further },
    runs: [...byTrace.values()].map((same) => ({
      configs: Object.fromEntries(same.map((run) => [run.script.kafkaVersion, { ...run.script.config }])),
      trace: archiveTrace(same[0]!.trace),
    })),
  };
}

function restore({ script, runs }: ArchivedScript): RecordedRun[] {
  const sends = script.sends.map(([at, topic, partition, key, value]) => ({ at, topic, partition, key, value }));
  return runs.flatMap(({ configs, trace }) =>
    Object.entries(configs).map(([kafkaVersion, config]) => ({
      script: { ...script, sends, kafkaVersion, config } as ProducerScript,
      trace: { format: script.format, id: script.id, ...trace, events: restoreEvents(trace.events) },
    })),
  );
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}

function archiveTrace(trace: ProducerTrace): ArchivedTrace {
  let lastT = 0;
  const events = trace.events.map((event) => {
    const delta = event.t - lastT;
    lastT = event.t;
    return [delta, ...archiveEvent(event)];
  });
  return { events, log: trace.log, end: trace.end };
}

function archiveEvent(event: TraceEvent): (number | string | null)[] {
  switch (event.e) {
    case "append":
      return [
        "a",
        event.i,
        (event.newBatch ? 1 : 0) + (event.full ? 2 : 0),
        ...(event.partition === undefined ? [] : [event.partition]),
      ];
    case "reject":
      return ["x", event.i, event.error];
    case "done":
      return event.error === null ? ["d", event.i] : ["d", event.i, event.error];
    case "request":
      return [
        "r",
        event.node,
        event.n,
        ...event.batches.flatMap(({ tp, records, bytes, first, seq, epoch }) => [
          tp,
          records,
          bytes,
          first,
          seq,
          epoch,
        ]),
      ];
  }
}

function restoreEvents(events: ArchivedTrace["events"]): TraceEvent[] {
  let t = 0;
  return events.map(([delta, kind, ...fields]) => {
    t += delta as number;
    return restoreEvent(t, kind as string, fields);
  });
}

function restoreEvent(t: number, kind: string, fields: readonly (number | string | null)[]): TraceEvent {
  const [first, second, third] = fields as [number, number | string, number | undefined, ...unknown[]];
  if (kind === "a") {
    const chosen = third === undefined ? {} : { partition: third };
    const [newBatch, full] = [((second as number) & 1) !== 0, ((second as number) & 2) !== 0];
    return { t, e: "append", i: first, ...chosen, newBatch, full };
  }
  if (kind === "x") return { t, e: "reject", i: first, error: second as string };
  if (kind === "d") return { t, e: "done", i: first, error: (second as string | undefined) ?? null };
  const isCompressed = kind === "c";
  const width = isCompressed ? COMPRESSED_WIDTH : WIDTH;
  const batches: TraceBatch[] = [];
  for (let at = 2; at < fields.length; at += width) {
    const [tp, ...numbers] = fields.slice(at, at + width) as [string, ...number[]];
    const [records = 0, bytes = 0, firstRecord = 0, seq = 0, epoch = 0, ratio = 0] = numbers;
    const expected = isCompressed ? { ratio: Math.fround(ratio) } : {};
    batches.push({ tp, records, bytes, first: firstRecord, seq, epoch, ...expected });
  }
  return { t, e: "request", node: first, n: second as number, batches };
}
