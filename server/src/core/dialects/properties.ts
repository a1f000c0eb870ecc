import { placesInValue } from "../syntax/decode.js";
import { asLatin1, isOutsideAscii, type TextEncoding } from "../syntax/latin1.js";
import { parseProperties } from "../syntax/parse-properties.js";
import type { PropertiesDocument, PropertiesEntry } from "../syntax/properties.js";
import { LineIndex } from "../text/line-index.js";
import { propertiesEdits } from "./properties-edits.js";
import { isWorkerFile, WORKER_PREFIX, workerEdits } from "./connect-worker.js";
import type { Comment, ConfigDocument, Dialect, Recognition, Setting } from "./types.js";

/** Plain producer configuration: the text that `java.util.Properties.load` reads and `new KafkaProducer(props)` gets. */
export const propertiesDialect: Dialect = { id: "properties", recognise, read };

const PRODUCER_FILE = /(^|[\\/])[^\\/]*producer[^\\/]*\.properties$/i;
const PROPERTIES_FILE = /\.properties$/i;

/** Keys that only a producer has. */
const PRODUCER_KEYS: ReadonlySet<string> = new Set([
  "key.serializer",
  "value.serializer",
  "acks",
  "linger.ms",
  "batch.size",
  "buffer.memory",
  "delivery.timeout.ms",
  "enable.idempotence",
  "max.block.ms",
  "max.in.flight.requests.per.connection",
  "max.request.size",
  "partitioner.class",
  "retries",
  "transactional.id",
]);

/** Keys that say the file is for something else: a broker, a consumer, a Connect worker, a Streams application, ZooKeeper. */
const OTHER_ROLE =
  /^(broker\.id|node\.id|process\.roles|zookeeper\.connect|log\.dirs?|listeners|group\.id|application\.id|key\.converter|connector\.class|clientPort|(key|value)\.deserializer)$/;

/** How many producer keys a file must hold when its name says nothing; an address list counts as one. */
const ENOUGH_KEYS = 2;

function recognise(fileName: string, text: string): Recognition {
  if (PRODUCER_FILE.test(fileName)) return "by-name";
  if (!PROPERTIES_FILE.test(fileName)) return "no";
  const { entries } = parseProperties(text);
  const keys = new Set(entries.map((entry) => entry.key));
  if (isWorkerFile(entries)) return [...keys].some((key) => key.startsWith(WORKER_PREFIX)) ? "by-content" : "no";
  let found = keys.has("bootstrap.servers") ? 1 : 0;
  let producerKeys = 0;
  for (const key of keys) {
    if (OTHER_ROLE.test(key) && !(keys.has("key.serializer") && keys.has("value.serializer"))) return "no";
    if (PRODUCER_KEYS.has(key)) producerKeys++;
  }
  found += producerKeys;
  return producerKeys > 0 && found >= ENOUGH_KEYS ? "by-content" : "no";
}

function read(fileName: string, text: string, encoding: TextEncoding = "utf-8"): ConfigDocument {
  const parsed = parseProperties(text);
  const lines = new LineIndex(text);
  const last = new Map<string, PropertiesEntry>();
  for (const entry of parsed.entries) last.set(entry.key, entry);
  const all = parsed.entries.map((entry) => ({
    ...settingOf(text, lines, entry, last.get(entry.key) !== entry),
    loaded: encoding === "utf-8" ? loadedValue(text, entry) : entry.value,
  }));
  const isWorker = isWorkerFile(parsed.entries);
  const settings = isWorker ? all.flatMap(passedOn) : all;
  const byKey = new Map<string, Setting>();
  for (const setting of settings) if (!setting.overridden) byKey.set(setting.key, setting);
  const edits = propertiesEdits(parsed);
  return {
    dialect: "properties",
    fileName,
    text,
    lines,
    settings,
    byKey,
    comments: commentsOf(parsed, lines),
    problems: parsed.problems,
    ...(isWorker ? { worker: ownSettings(all), edits: workerEdits(edits) } : { edits }),
    readAgain: (changed) => read(fileName, changed, encoding),
  };
}

/** What a worker gives to producers, under the names by which they get it. */
function passedOn(setting: Setting): readonly Setting[] {
  const { key } = setting;
  return key.startsWith(WORKER_PREFIX) ? [{ ...setting, key: key.slice(WORKER_PREFIX.length) }] : [];
}

function ownSettings(settings: readonly Setting[]): ReadonlyMap<string, string> {
  return new Map(settings.flatMap(({ key, loaded }) => (key.startsWith(WORKER_PREFIX) ? [] : [[key, loaded]])));
}

function settingOf(
  text: string,
  lines: LineIndex,
  entry: PropertiesEntry,
  overridden: boolean,
): Omit<Setting, "loaded"> {
  return {
    key: entry.key,
    value: entry.value,
    span: entry.span,
    keySpan: entry.keySpan,
    valueSpan: entry.valueSpan,
    line: lines.lineAt(entry.keySpan.start) + 1,
    overridden,
    spanOf: placesInValue(text, entry),
  };
}

/** Escapes load what they name; only what is written as such is read byte by byte. */
function loadedValue(text: string, { value, valueSpan }: PropertiesEntry): string {
  if (!isOutsideAscii(value)) return value;
  const written = asLatin1(text.slice(valueSpan.start, valueSpan.end));
  return parseProperties(`value=${written}`).entries[0]?.value ?? value;
}

function commentsOf(parsed: PropertiesDocument, lines: LineIndex): readonly Comment[] {
  const comments: Comment[] = [];
  for (const node of parsed.nodes) {
    if (node.kind !== "comment") continue;
    const text = parsed.text.slice(node.contentSpan.start + 1, node.contentSpan.end);
    comments.push({ span: node.contentSpan, text, line: lines.lineAt(node.contentSpan.start) });
  }
  return comments;
}
