import { PLATFORMS } from "../../server/src/core/catalog/platforms.js";

/** Names and terms of several words that stay English in Korean texts. */
const PHRASES: readonly string[] = [
  ...["byte order mark", "controlled shutdown", "Event Hubs", "Control Center", "Schema Registry", "REST Proxy"],
  ...["Spring Boot", "Spring Cloud Stream", "Apache Camel", "Debezium Server", "Kafka Connect", "Kafka Streams"],
  ...PLATFORMS.map(({ name }) => name),
];

/** Values and names that may stand side by side. */
const NAMES: ReadonlySet<string> = new Set([
  ...["acks", "retries", "all", "none", "gzip", "snappy", "zstd", "true", "false", "rebootstrap"],
  ...["required", "requisite", "sufficient", "optional", "payments", "clickstream", "cdc", "calm", "laptop"],
  ...["username", "password", "Kafka", "Java", "int", "long", "Connect", "Streams", "Python"],
]);

/** What only sentences have: one of them is enough. */
const SMALL = new Set(
  (
    "a an the of to in on at by as is are was be and or not no nor with without from for than that this these it its " +
    "one two both each every any most least more less only between into until when while which who what how such " +
    "line lines missing expected empty nothing items records seconds milliseconds minutes bytes"
  ).split(" "),
);

/** A word of letters that is no part of a name such as `linger.ms`, `--set`, `key=value` or `host:port`. */
const WORD = /(?<![\w.=/$@{:-])[A-Za-z][a-z]*(?![\w=/$@{-]|[.:]\w)/g;

/**
 * Finds English in a Korean text that is no name, value or quotation: two or more English words in a row, or one of the
 * small words that only sentences have. Addresses, what the client says (from `Kafka:` at the start of a line to the end), code and
 * what stands in quotes do not count.
 */
export function englishIn(text: string): readonly string[] {
  const own = text
    .replace(/(?:^|\n)Kafka: [^]*$|주석에 적힌 이유: .*/, "")
    .replace(/https?:\/\/[^\s)]+/g, "·")
    .replace(/```[^]*?```|`[^`]*`|"[^"\n]*"/g, "·")
    .replace(/\]\([^)]*\)/g, "]");
  const rest = PHRASES.reduce((whole, phrase) => whole.replaceAll(phrase, "·"), own);
  const words = [...rest.matchAll(WORD)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  const found: string[] = [...(rest.match(/\(default\b[^)]*\)/g) ?? [])];
  let run: typeof words = [];
  let isSpaced = false; // A list of names with commas between them is no sentence.
  const finish = (): void => {
    const isRun = isSpaced && run.some(({ word }) => !NAMES.has(word));
    const isList = run.length > 1 && !isSpaced;
    if (isRun || (!isList && run.some(({ word }) => SMALL.has(word))))
      found.push(run.map(({ word }) => word).join(" "));
    run = [];
    isSpaced = false;
  };
  for (const word of words) {
    const before = run.at(-1);
    const gap = before === undefined ? "" : rest.slice(before.end, word.start);
    if (before !== undefined && !/^,? $/.test(gap)) finish();
    else if (gap === " ") isSpaced = true;
    run.push(word);
  }
  finish();
  return found;
}
