import { describe, expect, it } from "vitest";
import { lintText } from "../../server/src/library/index.js";

const STRING = "org.apache.kafka.common.serialization.StringSerializer";
const BASE = `bootstrap.servers=kafka-1:9092,kafka-2:9092\nkey.serializer=${STRING}\nvalue.serializer=${STRING}\n`;

const found = (text: string): readonly string[] =>
  lintText(text).findings.map(({ rule, severity }) => `${rule} ${severity}`);

describe("N1 one finding for one decision about acks", () => {
  it.each([
    ["acks=1\n", ["idempotence-disabled information"]],
    ["acks=1\nretries=0\n", ["idempotence-disabled information"]],
    ["acks=0\n", ["acks-zero information"]],
    ["acks=1\nenable.idempotence=false\n", ["acks-one hint"]],
  ])("N1 %j", (lines, rules) => {
    expect(found(`${BASE}${lines}`)).toEqual(rules);
  });

  it("N1 what is lost, and what idempotence loses, is in the one message", () => {
    const [one] = lintText(`${BASE}acks=1\n`).findings;
    expect(one?.message).toContain("the record is lost although it was reported as sent");
    expect(one?.message).toContain("switches idempotence off");
    const [, ...others] = lintText(`${BASE}acks=1\n`, { profile: "durability" }).findings.filter(
      ({ key }) => key === "acks",
    );
    expect(others).toEqual([]);
  });
});

it("N1 a level that a person sets for acks-one holds, and so it does where the other rule is off", () => {
  const rules = (levels: Record<string, "error" | "off">): readonly string[] =>
    lintText(`${BASE}acks=1\n`, { rules: levels }).findings.map(({ rule, severity }) => `${rule} ${severity}`);
  expect(rules({ "acks-one": "error" })).toContain("acks-one error");
  expect(rules({ "idempotence-disabled": "off" })).toEqual(["acks-one hint"]);
});

it("N2 consumer keys of a file are one finding with one fix", () => {
  const { findings } = lintText(`${BASE}group.id=g\nauto.offset.reset=latest\nkey.deserializer=a.B\n`);
  expect(findings).toMatchObject([{ rule: "consumer-key", related: [{}, {}], fixes: [{ title: "Remove all 3" }] }]);
});

describe("N3 what is missing", () => {
  it("N3 is said of a file with addresses, without a guess of the serializer", () => {
    expect(lintText("bootstrap.servers=kafka-1:9092,kafka-2:9092\n").findings).toMatchObject([
      { rule: "missing-required-setting", severity: "hint", fixes: [] },
    ]);
  });

  it("N3 is said of a part of a configuration in the profile strict only", () => {
    expect(found("linger.ms=5\n")).toEqual([]);
    expect(found(`key.serializer=${STRING}\nvalue.serializer=${STRING}\nlinger.ms=5\n`)).toEqual([]);
    expect(lintText("linger.ms=5\n", { profile: "strict" }).findings.map(({ rule }) => rule)).toContain(
      "missing-required-setting",
    );
  });
});

it("N7 a linger of many seconds is a mistake of the unit", () => {
  expect(found(`${BASE}linger.ms=30000\n`)).toContain("linger-too-long warning");
  expect(found(`${BASE}linger.ms=1500\n`)).toContain("linger-too-long information");
});

describe("N4 keys that are not the producer's", () => {
  it("N4 those far from any key are one hint, and nothing is to be removed", () => {
    const { findings } = lintText(`${BASE}topic=orders\nmode=fast\nworkers=3\n`);
    expect(findings).toMatchObject([{ rule: "unknown-key", severity: "hint", related: [{}, {}], fixes: [] }]);
    expect(findings[0]?.message).toContain("topic, mode, workers");
  });

  it("N4 a misspelled key keeps its own warning and fix", () => {
    expect(found(`${BASE}topic=orders\nlinger.m=5\n`)).toEqual(["unknown-key hint", "unknown-key warning"]);
  });

  it.each([
    ["zookeeper.connect=zk-1:2181", BASE],
    ["zk.connect=zk-1:2181", BASE],
    ["broker.list=0:kafka-1:9092", BASE],
  ])("N4 %s is an old client's, and its address is not taken over", (line, rest) => {
    const { findings } = lintText(`${rest}${line}\n`);
    expect(findings.map(({ rule }) => rule)).toEqual(["old-producer-key"]);
    expect(findings[0]?.message).toContain("bootstrap.servers has taken its place");
    expect(findings[0]?.fixes.map(({ title }) => title)).toEqual([`Remove ${line.slice(0, line.indexOf("="))}`]);
  });

  it("N4 the address of ZooKeeper never becomes a broker's", () => {
    const { findings } = lintText("acks=1\nzookeeper.connect=zk-1:2181\n");
    const written = findings.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits.map(({ newText }) => newText)));
    expect(written.join()).not.toContain("bootstrap.servers");
  });
});

it("N6 message.max.bytes is a broker's setting", () => {
  const { findings } = lintText(`${BASE}message.max.bytes=2000000\n`);
  expect(findings.map(({ rule }) => rule)).toEqual(["cluster-key"]);
  expect(findings[0]?.message).not.toContain("librdkafka");
});
