import { describe, expect, test } from "vitest";
import { hovered, hoverText, START } from "./harness.js";
import { NEWEST_LINE } from "../support/newest.js";

describe("on a key", () => {
  test("what it does, its type, range and default, and how the default changed", () => {
    const text = hoverText(`${START}li|nger.ms=100\n`);
    expect(text).toContain("**linger.ms**");
    expect(text).toContain("long · ≥ 0\n");
    expect(text).toContain(`Default in Kafka ${NEWEST_LINE}: \`5\``);
    expect(text).toContain("`0` before 4.0");
    expect(text).toContain("The producer works with `100` (line 4).");
  });

  test("the default of the version in use", () => {
    expect(hoverText("# ackwise-kafka-version: 3.9\nli|nger.ms=100\n")).toContain("Default in Kafka 3.9: `0`");
  });

  test("a value that a later line overrides", () => {
    const text = hoverText(`${START}ac|ks=1\nacks=all\n`);
    expect(text).toContain("Line 5 sets it again and wins.");
    expect(text).toContain("(line 5");
  });

  test("sizes and times in units", () => {
    expect(hoverText("buffer.me|mory=33554432\n")).toContain("`33554432` (32 MiB)");
    expect(hoverText("delivery.timeout|.ms=120000\n")).toContain("`120000` (2 min)");
  });

  test.each([
    ["group.id=a", "consumer"],
    ["schema.registry.url=http://a", "Schema Registry"],
    ["metadata.broker.list=a:1", "bootstrap.servers"],
    ["my.own.key=1", "No setting of the client"],
  ])("%s: says what it is", (line, expected) => {
    expect(hoverText(`|${line}\n`)).toContain(expected);
  });
});

describe("on a value", () => {
  test("the amount in units", () => {
    expect(hoverText("delivery.timeout.ms=12|0000\n")).toContain("**delivery.timeout.ms** = 2 min");
    expect(hoverText("batch.size=1|6384\n")).toContain("16 KiB");
  });

  test("a value over several lines is one value", () => {
    expect(hovered("bootstrap.servers=a:1,\\\n  b|:2\n")).toBe("a:1,\\\n  b:2");
  });
});

test.each([
  'sasl.jaas.config=PlainLoginModule required password="hun|ter2";',
  "ssl.key.pass|word=hunter2",
  "ssl.keystore.password=hun|ter2",
  "schema.registry.basic.auth.user.in|fo=me:hunter2",
  "basic.auth.user.info=me:hun|ter2",
])("a secret is never shown: %s", (line) => {
  expect(hoverText(`${line}\n`)).not.toContain("hunter2");
});

test.each(["# com|ment\n", "|\nacks=1", "acks|\n".replace("acks", "  "), "acks |= all\n"])("nothing at %j", (text) => {
  expect(hoverText(text)).toBeUndefined();
});
