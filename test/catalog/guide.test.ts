import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { catalogData, catalogFor } from "../../server/src/core/catalog/catalog.js";
import { classGuideOf, guideOf, valueGuideOf, type Interaction } from "../../server/src/core/catalog/guide.js";
import { parseVersion, RELEASE_LINES } from "../../server/src/core/catalog/version.js";

const text = readFileSync("schemas/setting-guide.json", "utf8");
const guide = JSON.parse(text) as {
  settings: Record<string, Record<string, unknown>>;
  classes: Record<string, string>;
};
const keys = Object.keys(catalogData.keys);
const guides = keys.map((key) => ({ key, group: catalogData.keys[key]!.group, guide: guideOf(key)! }));
const FULL_GROUPS = ["delivery", "batching", "partitioning", "cluster", "network", "transactions", "plugins"];

describe("the data of the setting guide", () => {
  it("fits its schema: whole sentences of at most 240 characters", () => {
    const schema = JSON.parse(readFileSync("schemas/setting-guide.schema.json", "utf8")) as object;
    const ajv = new Ajv({ allErrors: true });
    ajv.validate(schema, guide);
    expect(ajv.errors).toBeNull();
  });

  it("has an entry for every key of the catalog, in its order, and no other", () => {
    expect(Object.keys(guide.settings)).toEqual(keys);
  });

  it("is small and indented by single spaces", () => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(100_000);
    expect(text.split("\n").filter((line) => /^ {6}|\t|\s$/.test(line))).toEqual([]);
  });

  it("shows no secrets", () => {
    expect(text).not.toMatch(/(password|secret|passphrase)\\*"?\s*=\s*[^\s.,;]/i);
  });

  it("is full for the settings of the producer proper", () => {
    const thin = guides.filter(
      ({ group, guide: { details, interactsWith, values, mistakes } }) =>
        FULL_GROUPS.includes(group) &&
        (details === undefined || interactsWith.length + Object.keys(values).length + mistakes.length === 0),
    );
    expect(thin.map(({ key }) => key)).toEqual([]);
    expect(guides.filter(({ guide: { tradeOffs } }) => Object.keys(tradeOffs).length > 0).length).toBeGreaterThan(40);
  });
});

describe("values", () => {
  it.each(keys)("of %s are explained when the catalog enumerates them", (key) => {
    const { validator } = catalogData.keys[key]!;
    const values = validator.flatMap(({ v }) => (v?.kind === "oneOf" ? v.values : []));
    expect(values.filter((value) => value !== "" && valueGuideOf(key, value) === undefined)).toEqual([]);
  });

  it("true and false are explained in the groups that are full", () => {
    const booleans = guides.filter(
      ({ key, group }) => FULL_GROUPS.includes(group) && catalogData.keys[key]!.type.at(-1)?.v === "boolean",
    );
    expect(booleans.length).toBeGreaterThan(5);
    for (const { key, guide } of booleans) expect([key, ...Object.keys(guide.values)]).toEqual([key, "true", "false"]);
  });

  it("every class of the client is explained, but for Serdes", () => {
    for (const [role, classes] of Object.entries(catalogData.instantiableClasses)) {
      if (role.endsWith(".Serde")) continue;
      const key = role.endsWith(".Partitioner") ? "partitioner.class" : "key.serializer";
      for (const name of Object.keys(classes)) expect([name, typeof valueGuideOf(key, name)]).toEqual([name, "string"]);
    }
  });

  it("trade-offs are told for raising, setting or a known value", () => {
    for (const { key, guide } of guides) {
      const unknown = Object.keys(guide.tradeOffs).filter((when) => !["raised", "set"].includes(when));
      expect([key, ...unknown.filter((when) => guide.values[when] === undefined)]).toEqual([key]);
    }
  });
});

describe("relations", () => {
  it.each(guides.filter(({ guide }) => guide.interactsWith.length > 0))("of $key name other settings", (entry) => {
    const { key, guide } = entry;
    for (const { keys: others, inequality } of guide.interactsWith) {
      expect(others.filter((other) => other === key || !keys.includes(other))).toEqual([]);
      const sides = inequality === undefined ? [] : [inequality.left, ...inequality.right];
      expect(sides.filter((side) => typeof side === "string" && ![key, ...others].includes(side))).toEqual([]);
    }
  });

  it("stand with every setting of an inequality", () => {
    const of = (key: string) => guideOf(key)!.interactsWith.map(({ inequality }) => JSON.stringify(inequality));
    for (const inequality of inequalities()) {
      for (const side of keysOf(inequality)) expect([side, ...of(side)]).toContain(JSON.stringify(inequality));
    }
  });

  it.each(RELEASE_LINES)("hold for the defaults of %s", (release) => {
    const catalog = catalogFor(parseVersion(release)!);
    const numberOf = (side: string | number) =>
      typeof side === "number" ? side : Number(catalog.keys.get(side)!.defaultText);
    for (const inequality of inequalities()) {
      if (keysOf(inequality).some((key) => !catalog.keys.has(key))) continue;
      const { left, operator, right } = inequality;
      const difference = numberOf(left) - right.reduce<number>((sum, side) => sum + numberOf(side), 0);
      expect([left, operator === "<=" ? difference <= 0 : difference >= 0]).toEqual([left, true]);
    }
  });
});

describe("guideOf", () => {
  it("gives every part, empty where there is nothing to say", () => {
    expect(guideOf("sasl.kerberos.ticket.renew.jitter")).toEqual({
      details: undefined,
      tradeOffs: {},
      values: {},
      interactsWith: [],
      dependsOnBroker: [],
      mistakes: [],
      kips: [],
      anchor: "producerconfigs_sasl.kerberos.ticket.renew.jitter",
    });
  });

  it("has no anchor for internal settings", () => {
    expect(guideOf("buffer.memory.allocation.strategy")?.anchor).toBeUndefined();
  });

  it.each(["ack", "group.id", "constructor", ""])("knows no setting %j", (key) => {
    expect(guideOf(key)).toBeUndefined();
    expect(valueGuideOf(key, "constructor")).toBeUndefined();
  });
});

describe("valueGuideOf", () => {
  it.each([
    ["acks", "1", /leader confirms/],
    ["acks", " all ", /in-sync/],
    ["security.protocol", "sasl_ssl", /inside TLS/],
    ["enable.idempotence", "FALSE", /twice/],
    ["metadata.recovery.strategy", "Rebootstrap", /bootstrap\.servers/],
    ["key.serializer", "org.apache.kafka.common.serialization.VoidSerializer", /never set/],
    ["value.serializer", "org.apache.kafka.common.serialization.VoidSerializer", /tombstone/],
  ])("explains %s=%s", (key, value, expected) => {
    expect(valueGuideOf(key, value)).toMatch(expected);
  });

  it.each([
    ["acks", "ALL"],
    ["compression.type", "LZ4"],
    ["linger.ms", "5"],
    ["key.serializer", "StringSerializer"],
  ])("says nothing about %s=%s", (key, value) => {
    expect(valueGuideOf(key, value)).toBeUndefined();
  });
});

it("classGuideOf knows the login modules", () => {
  expect(classGuideOf("org.apache.kafka.common.security.plain.PlainLoginModule")).toMatch(/PLAIN/);
});

type Inequality = NonNullable<Interaction["inequality"]>;

function inequalities(): Inequality[] {
  return guides.flatMap(({ guide }) => guide.interactsWith.flatMap(({ inequality }) => inequality ?? []));
}

function keysOf({ left, right }: Inequality): string[] {
  return [left, ...right].filter((side) => typeof side === "string");
}
