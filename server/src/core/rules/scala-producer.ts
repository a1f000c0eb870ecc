import type { Setting, WriteStep } from "../dialects/types.js";
import { settingsOfKind, takesValue } from "./key-reports.js";
import type { Fix, RuleContext } from "./types.js";
import { ownOf } from "../text/own.js";

/** Keys that the Scala producer of 0.8 shares with today's (kafka.producer.ProducerConfig). */
const SHARED: ReadonlySet<string> = new Set([
  "client.id",
  "partitioner.class",
  "request.timeout.ms",
  "retry.backoff.ms",
  "send.buffer.bytes",
]);

/** The release that dropped it (KAFKA-6921): kafka_2.11 1.1.1 still has kafka.producer.Producer. */
const GONE_SINCE = "2.0";

const SERIALIZERS = "org.apache.kafka.common.serialization.";

/** The serializers that do what the encoders of kafka.serializer did. */
const ENCODERS: Readonly<Record<string, string>> = {
  "kafka.serializer.DefaultEncoder": `${SERIALIZERS}ByteArraySerializer`,
  "kafka.serializer.StringEncoder": `${SERIALIZERS}StringSerializer`,
  "kafka.serializer.IntegerEncoder": `${SERIALIZERS}IntegerSerializer`,
  "kafka.serializer.LongEncoder": `${SERIALIZERS}LongSerializer`,
};

/** Keys that count records where their successors count bytes. */
const COUNTS_RECORDS: ReadonlySet<string> = new Set(["queue.buffering.max.messages", "batch.num.messages"]);

/** They name ZooKeeper, not brokers; the addresses of 0.7 began with the broker's id (`0:host:9092`). */
const ZOOKEEPER: ReadonlySet<string> = new Set(["zk.connect", "zookeeper.connect"]);
const ADDRESS_OF_0_7 = /(?:^|,)\s*\d+:[^,:]+:\d+/;

/** The keys of a file that is wholly for the Scala producer; undefined when something in it is for today's client. */
export function scalaProducerSettings(context: RuleContext): readonly Setting[] | undefined {
  const old = settingsOfKind(context, "old-producer").filter(({ kind }) => kind.removedIn === GONE_SINCE);
  if (old.length < 2) return undefined;
  const isMixed = context.document.settings.some(({ key }) => context.catalog.keys.has(key) && !SHARED.has(key));
  return isMixed ? undefined : old.map(({ setting }) => setting);
}

/** The key that has taken the place of an old one and takes its value; undefined when the old one can only go. */
export function successorOf(context: RuleContext, setting: Setting, use: string | undefined): string | undefined {
  if (use === undefined || COUNTS_RECORDS.has(setting.key) || context.document.byKey.has(use)) return undefined;
  if (ZOOKEEPER.has(setting.key) || ADDRESS_OF_0_7.test(setting.value)) return undefined;
  return takesValue(context, use, setting.value) ? use : undefined;
}

/** The Scala producer sent as soon as batch.num.messages records were there (200), so that its wait was seldom so long. */
const LONGEST_LINGER_MS = 100;

/** The value that the successor of a key gets. */
export function successorValue(use: string, value: string): string {
  return use === "linger.ms" && Number(value) > LONGEST_LINGER_MS ? LONGEST_LINGER_MS.toString() : value;
}

/** One edit: keys that live on get their new name, encoders become serializers, the others go. */
export function modernised(context: RuleContext): readonly Fix[] {
  const { byKey, edits } = context.document;
  const taken = new Set<string>();
  const steps: WriteStep[] = [];
  for (const { setting, kind } of settingsOfKind(context, "old-producer")) {
    const use = successorOf(context, setting, kind.use);
    if (use === undefined || taken.has(use)) {
      steps.push({ kind: "remove", setting });
      continue;
    }
    taken.add(use);
    steps.push({ kind: "rename", setting, key: use });
    const value = successorValue(use, setting.value);
    if (value !== setting.value) steps.push({ kind: "set", setting, value });
    const serializer = ownOf(ENCODERS, setting.value.trim());
    if (serializer === undefined) continue;
    steps.push({ kind: "set", setting, value: serializer });
    // Without a class of its own a key was encoded as a value.
    if (use === "value.serializer" && !byKey.has("key.serializer.class") && !byKey.has("key.serializer"))
      steps.push({ kind: "insert", key: "key.serializer", value: serializer, after: setting });
  }
  return [{ titleId: "modernise", safety: "suggestion", edits: edits.write(steps) }];
}
