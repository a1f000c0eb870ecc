import { describe, expect, test } from "vitest";
import * as library from "../../server/src/library/index.js";
import { NEWEST, NEWEST_LINE } from "../support/newest.js";

const { effectiveConfig, lintText } = library;

const TEXT = [
  "bootstrap.servers=kafka1:9092,kafka2:9092",
  "key.serializer=org.apache.kafka.common.serialization.StringSerializer",
  "value.serializer=org.apache.kafka.common.serialization.StringSerializer",
  "delivery.timeout.ms=30000",
  "",
].join("\n");

describe("lintText", () => {
  test("the newest client unless told otherwise", () => {
    expect(lintText(TEXT)).toMatchObject({ dialect: "properties", kafkaVersion: NEWEST });
    expect(lintText(TEXT).findings.map(({ rule }) => rule)).toContain("delivery-timeout-too-short");
    const older = lintText(TEXT, { kafkaVersion: "3.9" });
    expect(older.kafkaVersion).toBe("3.9.2");
    expect(older.findings.map(({ rule }) => rule)).not.toContain("delivery-timeout-too-short");
  });

  test("the comment in the text is stronger than the option", () => {
    expect(lintText(`# ackwise-kafka-version: 2.8\n${TEXT}`, { kafkaVersion: "3.9" }).kafkaVersion).toBe("2.8.2");
  });

  test("a profile changes severities, a rule's own level is stronger, an unknown profile is refused", () => {
    const severities = (options: library.LintTextOptions): string[] =>
      lintText("acks=1\n", options).findings.flatMap((it) => (it.rule === "idempotence-disabled" ? it.severity : []));
    expect(severities({})).toEqual(["information"]);
    expect(severities({ profile: "durability" })).toEqual(["warning"]);
    expect(severities({ profile: "durability", rules: { "idempotence-disabled": "hint" } })).toEqual(["hint"]);
    expect(() => lintText("", { profile: "loud" as library.Profile })).toThrow(/expected default, strict/);
  });

  test("findings are plain data", () => {
    const { findings } = lintText(TEXT);
    expect(JSON.parse(JSON.stringify(findings))).toEqual(findings);
    const [finding] = findings.filter(({ severity }) => severity === "error");
    expect(finding).toMatchObject({
      key: "delivery.timeout.ms",
      range: { start: { line: 3, character: 20 }, end: { line: 3, character: 25 } },
    });
    expect(finding!.fixes[0]!.edits[0]).toEqual({
      range: { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } },
      newText: "",
    });
  });

  test("a release nobody knows is a RangeError that names what is expected", () => {
    expect(() => lintText("", { kafkaVersion: "9.9" })).toThrow(RangeError);
    expect(() => lintText("", { kafkaVersion: "latest" })).toThrow(`expected 2.1 to ${NEWEST_LINE}`);
  });
});

describe("effectiveConfig", () => {
  test("verdict, first cause, values with their source, the text as Properties loads it", () => {
    const config = effectiveConfig(TEXT);
    expect(config.verdict).toBe("throws");
    expect(config.error).toMatchObject({ key: "delivery.timeout.ms" });
    expect(config.error!.exception[0]).toBe("KafkaException: Failed to construct kafka producer");
    expect(config.settings["delivery.timeout.ms"]).toEqual({ value: "30000", source: "file", line: 4 });
    expect(config.settings["linger.ms"]).toEqual({ value: "5", source: "default" });
    expect(Object.keys(config.raw)).toEqual([
      "bootstrap.servers",
      "key.serializer",
      "value.serializer",
      "delivery.timeout.ms",
    ]);
  });

  test("unknown where the machine decides, with what it depends on", () => {
    const own = TEXT.replace(/^delivery.*$/m, "partitioner.class=com.example.Own");
    const config = effectiveConfig(own);
    expect(config.verdict).toBe("unknown");
    expect(config.dependsOn.map(({ key }) => key)).toContain("partitioner.class");
  });

  test("a text that does not load", () => {
    const { verdict, error } = effectiveConfig("client.id=\\u12\n");
    expect(verdict).toBe("throws");
    expect(error!.exception).toEqual(["IllegalArgumentException: Malformed \\uxxxx encoding."]);
  });
});

test.each([
  "",
  "\uFEFF",
  "\0",
  "=",
  "\\",
  "a\\",
  "\r\n\r\n",
  "\uD800=\uDFFF",
  "[section]\nkey",
  "- a: 1\n  b: [",
  "{}",
])("no text makes it throw: %j", (text) => {
  expect(() => lintText(text)).not.toThrow();
  expect(() => effectiveConfig(text, { kafkaVersion: "2.1" })).not.toThrow();
});
