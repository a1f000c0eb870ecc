import { describe, expect, test } from "vitest";
import { catalogFor } from "../../server/src/core/catalog/catalog.js";
import { latestVersion, parseVersion } from "../../server/src/core/catalog/version.js";
import { isAccepted } from "../../server/src/core/rules/support-values.js";
import { candidatesFor } from "../../server/src/service/value-candidates.js";
import { accepted, complete, labels, START } from "./harness.js";

describe("keys", () => {
  test("on an empty line: those that the file does not hold, required ones first", () => {
    const keys = labels("bootstrap.servers=a:1\n|");
    expect(keys).not.toContain("bootstrap.servers");
    expect(keys.slice(0, 2)).toEqual(["key.serializer", "value.serializer"]);
    expect(keys.indexOf("acks")).toBeLessThan(keys.indexOf("send.buffer.bytes"));
  });

  test("the version decides", () => {
    expect(labels("# ackwise-kafka-version: 3.7\n|")).not.toContain("compression.gzip.level");
    expect(labels("# ackwise-kafka-version: 3.8\n|")).toContain("compression.gzip.level");
  });

  test.each([
    ["|", "linger.ms="],
    ["lin|", "linger.ms="],
    ["lin|\nacks=all", "linger.ms=\nacks=all"],
    ["  lin|\r\nacks=all", "  linger.ms=\r\nacks=all"],
    ["acks = all\nlin|", "acks = all\nlinger.ms = "],
    ["acks: all\nlin|", "acks: all\nlinger.ms: "],
    ["lin|=5", "linger.ms=5"],
    ["lin|ger=5", "linger.ms=5"],
    ["|linger = 5", "linger.ms = 5"],
    ["acks=all\n\n|\n\nretries=1", "acks=all\n\nlinger.ms=\n\nretries=1"],
  ])("%j becomes %j", (before, after) => {
    expect(accepted(before, "linger.ms")).toBe(after);
  });

  test("the key itself is offered while it is edited", () => {
    expect(labels("ack|s=all")).toContain("acks");
  });

  test("with documentation and default", () => {
    const item = complete("|").find(({ label }) => label === "linger.ms");
    expect(item?.detail).toBe("default 5");
    expect(JSON.stringify(item?.documentation)).toContain("non-full batch");
  });

  test("nothing in front of other text, which would become the value", () => {
    expect(labels(" | acks=all")).toEqual([]);
  });
});

describe("values", () => {
  test("booleans, fixed values and defaults", () => {
    expect(labels("enable.idempotence=|")).toEqual(["true", "false"]);
    expect(labels("acks=|")).toEqual(expect.arrayContaining(["all", "1", "0"]));
    expect(labels("compression.type=z|")).toContain("zstd");
    expect(labels("# ackwise-kafka-version: 2.8\ncompression.type=|")).toContain("zstd");
    expect(labels("linger.ms=|")).toContain("5");
    expect(labels("max.request.size=|")).toContain("1048576");
    expect(labels("sasl.mechanism=|")).toContain("SCRAM-SHA-512");
  });

  test("the default is marked", () => {
    expect(complete("acks=|").find(({ label }) => label === "all")?.detail).toBe("default");
  });

  test("classes by role, by simple name", () => {
    expect(labels("key.serializer=|")).toContain("StringSerializer");
    expect(labels("partitioner.class=|")).toEqual(["RoundRobinPartitioner"]);
    expect(accepted("key.serializer=Str|", "StringSerializer")).toBe(
      "key.serializer=org.apache.kafka.common.serialization.StringSerializer",
    );
  });

  test.each([
    ["acks=|", "acks=all"],
    ["acks = o|ne  \nretries=1", "acks = all  \nretries=1"],
    ["acks |", "acks all"],
    ["acks=\\\n  |\nretries=1", "acks=\\\n  all\nretries=1"],
  ])("%j becomes %j", (before, after) => {
    expect(accepted(before, "all")).toBe(after);
  });

  test("of a list, the element at the cursor, each once", () => {
    expect(labels("ssl.enabled.protocols=TLSv1.3,|")).toEqual(["TLSv1.2"]);
    expect(accepted("ssl.enabled.protocols=TLSv1.3, T|", "TLSv1.2")).toBe("ssl.enabled.protocols=TLSv1.3, TLSv1.2");
    expect(accepted("ssl.enabled.protocols=|,TLSv1.3", "TLSv1.2")).toBe("ssl.enabled.protocols=TLSv1.2,TLSv1.3");
  });

  test("of an unknown key nothing", () => {
    expect(labels("my.key=|")).toEqual([]);
  });
});

describe("comments", () => {
  test.each([
    ["#|", "ackwise-kafka-version", "# ackwise-kafka-version: "],
    ["# |", "ackwise-kafka-version", "# ackwise-kafka-version: "],
    ["# ackwise-k|", "ackwise-kafka-version", "# ackwise-kafka-version: "],
    ["# ackwise-kafka-version: |", "3.9", "# ackwise-kafka-version: 3.9"],
    ["# ackwise-kafka-version: 3|", "3.9", "# ackwise-kafka-version: 3.9"],
    ["# ackwise-disable-file |", "duplicate-key", "# ackwise-disable-file duplicate-key"],
    ["# ackwise-disable-file unknown-key, dup|", "duplicate-key", "# ackwise-disable-file unknown-key, duplicate-key"],
  ])("%j with %s becomes %j", (before, label, after) => {
    expect(accepted(before, label)).toBe(after);
  });

  test("rules that found something come first", () => {
    expect(labels(`# ackwise-disable-next-line |\n${START}acks=some\n`)[0]).toBe("invalid-choice");
  });

  test("nothing in other comments", () => {
    expect(labels("# The acks setting: |")).toEqual([]);
  });
});

test("sensible numbers for keys that no slider has, with their units", () => {
  const details = (text: string): readonly (readonly [string, string | undefined])[] =>
    complete(text).map(({ label, detail }) => [label, detail]);
  expect(details("transaction.timeout.ms=|")).toContainEqual(["900000", "15 min"]);
  expect(details("send.buffer.bytes=|")).toContainEqual(["-1", undefined]);
  expect(details("send.buffer.bytes=|")).toContainEqual(["1048576", "1 MiB"]);
  expect(details("sasl.login.refresh.buffer.seconds=|")).toEqual([["300", "default · 5 min"]]);
  expect(labels("partitioner.availability.timeout.ms=|")).toEqual(["0", "5000", "30000"]);
  expect(labels("max.block.ms=|")).not.toContain("0");
});

test("every number that is offered is one that the client takes, whatever the release", () => {
  for (const version of ["2.1", "3.9", "4.3"]) {
    const catalog = catalogFor(parseVersion(version) ?? latestVersion());
    for (const [key, spec] of catalog.keys) {
      for (const { value } of candidatesFor(key, catalog)) {
        if (["int", "long", "short", "double"].includes(spec.type))
          expect(isAccepted(spec, value), `${key}=${value}`).toBe(true);
      }
    }
  }
});
