// Every key of the catalog, alone, with the forms of its type and the edges of its validators; keys that are unknown.
import { line, lines } from "./text.mjs";
import { edgesOf, formsOf } from "./values.mjs";

/** Keys that get every form; the others get the edges and a sample, because one parser serves all keys of a type. */
const EVERY_FORM = new Set([
  ...[
    "acks",
    "batch.size",
    "linger.ms",
    "sasl.login.refresh.buffer.seconds",
    "sasl.login.refresh.window.factor",
    "enable.idempotence",
  ],
  ...[
    "interceptor.classes",
    "metric.reporters",
    "client.id",
    "transactional.id",
    "partitioner.class",
    "key.serializer",
    "ssl.key.password",
  ],
  ...["retries", "compression.type", "security.protocol", "bootstrap.servers", "delivery.timeout.ms"],
]);
const SAMPLE = 9;

export function singleKeys(random, catalog) {
  return Object.entries(catalog.keys).flatMap(([key, definition]) => {
    const types = definition.type.map(({ v }) => v);
    const forms = [...new Set(types.flatMap(formsOf))];
    const edges = definition.validator.flatMap(({ v }) => edgesOf(v, types[0]));
    const defaults = definition.default.map(({ v }) => v.value).filter((value) => typeof value === "string");
    const chosen = EVERY_FORM.has(key) ? forms : random.some(forms, SAMPLE);
    return [...new Set([...defaults, ...edges, ...chosen])].map((value) => line(key, value));
  });
}

export function unknownKeys(random, catalog, foreignKeys) {
  const foreign = Object.values(foreignKeys).flatMap((keys) =>
    keys.map((entry) => (typeof entry === "string" ? entry : entry.key)),
  );
  const known = Object.keys(catalog.keys);
  const misspelled = () => {
    const key = random.pick(known);
    const at = random.below(key.length);
    return random.pick([
      key.slice(0, at) + key.slice(at + 1),
      key.slice(0, at) + random.pick([..."abcxyz.-_"]) + key.slice(at),
      key.replaceAll(".", random.pick(["_", "-", ""])),
      key.toUpperCase(),
      `producer.${key}`,
      `spring.kafka.producer.${key}`,
      ` ${key}`,
      `${key} `,
      `\ufeff${key}`,
    ]);
  };
  const texts = foreign.map((key) => line(key, "1"));
  for (let count = 0; count < 120; count++) {
    const keys = Array.from({ length: random.between(1, 4) }, () =>
      random.chance(0.3) ? random.pick(foreign) : misspelled(),
    );
    texts.push(lines(Object.fromEntries(keys.map((key) => [key, random.pick(["1", "all", "x", ""])]))));
  }
  const odd = [
    "",
    "__proto__",
    "constructor",
    "toString",
    "a b",
    "é",
    "😀",
    "key\u00a0",
    "acks\u0000",
    "Acks",
    "config.providers",
    "ssl.client.auth",
    "client.rack",
  ];
  return [...texts, ...odd.map((key) => line(key, "1"))];
}
