import { expect, test } from "vitest";
import { unusedKeys } from "../../server/src/core/config/unused-keys.js";
import { evaluated } from "./evaluation-tables.js";

test.each([
  ["acks=all", "4.3.1", undefined],
  ["acsk=all", "4.3.1", { level: "INFO", keys: ["acsk"] }],
  ["acsk=all", "3.4.1", { level: "WARN", keys: ["acsk"] }],
  ["ssl.protocol=TLS\nsasl.mechanism=PLAIN", "2.8.2", { level: "WARN", keys: ["ssl.protocol"] }],
  ["ssl.protocol=TLS", "2.7.2", undefined],
  ["compression.type=gzip\ncompression.lz4.level=1", "4.3.1", { level: "INFO", keys: ["compression.lz4.level"] }],
  [
    "config.providers=\nmetrics.context.a=b",
    "4.3.1",
    { level: "INFO", keys: ["config.providers", "metrics.context.a"] },
  ],
  ["serializer.encoding=UTF-8\nmetrics.jmx.include=a", "4.3.1", undefined],
])("%s with %s", (text, version, expected) => {
  const unused = unusedKeys(evaluated(text, version));
  expect(unused && { level: unused.level, keys: unused.keys }).toEqual(expected);
});

test("what a class of the application may read is only perhaps unused", () => {
  const text =
    "value.serializer=io.confluent.kafka.serializers.KafkaAvroSerializer\nschema.registry.url=http://x\nssl.protocol=TLS";
  const unused = unusedKeys(evaluated(text));
  expect(unused?.keys).toEqual(["ssl.protocol"]);
  expect(unused?.perhaps).toEqual(["schema.registry.url"]);
});

test("the lines are those of the release", () => {
  expect(unusedKeys(evaluated("b=1\na=1", "3.2.3"))?.messages).toEqual([
    "The configuration 'a' was supplied but isn't a known config.",
    "The configuration 'b' was supplied but isn't a known config.",
  ]);
  expect(unusedKeys(evaluated("b=1\na=1", "3.3.2"))?.messages).toEqual([
    "These configurations '[a, b]' were supplied but are not used yet.",
  ]);
});
