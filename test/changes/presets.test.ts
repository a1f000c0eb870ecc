import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalogFor } from "../../server/src/core/catalog/catalog.js";
import { parseVersion, RELEASE_LINES } from "../../server/src/core/catalog/version.js";
import { changedSettings } from "../../server/src/core/changes/changes.js";
import { evaluate } from "../../server/src/core/config/evaluate.js";
import type { Evaluation } from "../../server/src/core/config/evaluation.js";
import { idempotentChanges } from "../../server/src/core/changes/idempotent-changes.js";
import { PRESET_IDS, type PresetId } from "../../server/src/core/changes/preset-ids.js";
import { PRESETS } from "../../server/src/core/changes/preset-table.js";
import { presetChanges } from "../../server/src/core/changes/presets.js";
import { redundantKeys } from "../../server/src/core/changes/redundant-keys.js";
import { wishText } from "../../server/src/service/presets.js";

const SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";
const START = { "bootstrap.servers": "localhost:9092", "key.serializer": SERIALIZER, "value.serializer": SERIALIZER };
const OWN_ID = [
  "config.providers=env",
  "config.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider",
  "transactional.id=orders-${env:HOSTNAME}",
];
const RELEASES = [...RELEASE_LINES, "3.0.0", "3.1.0", "3.3.0"];

function evaluated(settings: Readonly<Record<string, string>>, release = "4.3"): Evaluation {
  const version = parseVersion(release);
  if (version === undefined) throw new Error(release);
  return evaluate(new Map(Object.entries({ ...START, ...settings })), catalogFor(version));
}

function after(before: Evaluation, changes: readonly { key: string; value: string | undefined }[]): Evaluation {
  return evaluate(changedSettings(before.given, changes), before.catalog);
}

const changesOf = (id: PresetId, settings: Readonly<Record<string, string>>, release?: string): string[] | undefined =>
  presetChanges(id, evaluated(settings, release), "orders")?.map(({ key, value }) => `${key}=${value ?? ""}`);

/** Settings as people write them, good and bad, of everything that presets touch or depend on. */
const someSettings = fc.dictionary(
  fc.constantFrom("acks", "enable.idempotence", "retries", "max.in.flight.requests.per.connection", "delivery.timeout.ms", "linger.ms",
    "request.timeout.ms", "batch.size", "buffer.memory", "compression.type", "transactional.id", "transaction.timeout.ms",
    "transaction.two.phase.commit.enable", "my.key"), // prettier-ignore
  fc.constantFrom(
    "all",
    "-1",
    "0",
    "1",
    "5",
    "10",
    "30000",
    "600000",
    "2147483647",
    "true",
    "false",
    "gzip",
    "x",
    "",
    "${env:A}",
  ),
);

describe("for every release", () => {
  test.each(RELEASES)("%s accepts what presets and the idempotent producer propose", (release) => {
    fc.assert(
      fc.property(someSettings, (settings) => {
        const before = evaluated(settings, release);
        const refused = ({ failures }: Evaluation): string[] =>
          failures.filter(({ certainty }) => certainty === "certain").map(({ code, key }) => `${code} ${key}`);
        const known = refused(before);
        for (const id of PRESET_IDS) {
          const changes = presetChanges(id, before, "orders") ?? [];
          const then = after(before, changes);
          expect(known).toEqual(expect.arrayContaining(refused(then)));
          // What is there needs no second time.
          if (changes.length > 0) expect(presetChanges(id, then, "orders")).toEqual([]);
        }
        const idempotent = idempotentChanges(before);
        if (idempotent.length > 0) expect(after(before, idempotent).idempotent).toBe(true);
        expect(known).toEqual(expect.arrayContaining(refused(after(before, idempotent))));
      }),
      { numRuns: 60 },
    );
  });

  test.each(RELEASES)("%s starts with every preset on a bare file", (release) => {
    for (const id of PRESET_IDS) {
      const before = evaluated({}, release);
      const changes = presetChanges(id, before, "orders");
      const then = after(before, changes ?? []);
      // Releases from 4.0 on have most of it by default.
      if (!["low-latency", "one-at-a-time"].includes(id)) expect(changes, id).not.toEqual([]);
      expect(then.error).toBeUndefined();
      if (id === "durable" || id === "exactly-once") expect(then.idempotent).toBe(true);
    }
  });

  test.each(RELEASES)("%s does the same without what is redundant", (release) => {
    fc.assert(
      fc.property(someSettings, (settings) => {
        const before = evaluated(settings, release);
        const keys = redundantKeys(before, before.catalog);
        const then = after(before, keys.map((key) => ({ key, value: undefined }))); // prettier-ignore
        const values = ({ effective }: Evaluation): unknown =>
          [...effective].map(([key, { value }]) => [key, value]).sort();
        expect(values(then)).toEqual(values(before));
        expect(then.error?.message).toBe(before.error?.message);
      }),
      { numRuns: 20 },
    );
  });
});

describe("presets", () => {
  test.each<[PresetId, Record<string, string>, string, string[] | undefined]>([
    ["durable", {}, "4.3", ["acks=all", "enable.idempotence=true"]],
    ["durable", { acks: "-1", "enable.idempotence": "true" }, "4.3", []],
    ["durable", { acks: "1", retries: "3" }, "2.8", ["acks=all", "enable.idempotence=true", "retries="]],
    ["durable", { acks: "all", "enable.idempotence": "true" }, "3.9", ["metadata.recovery.strategy=rebootstrap"]],
    ["durable", { acks: "all", "enable.idempotence": "true" }, "3.7", []],
    ["durable", { acks: "all", "enable.idempotence": "true", "request.timeout.ms": "200000" }, "4.3", []],
    ["durable", { acks: "all", "enable.idempotence": "true", "delivery.timeout.ms": "60000", "request.timeout.ms": "50000" }, "4.3", ["delivery.timeout.ms=120000"]],
    ["durable", { acks: "${env:ACKS}", "config.providers": "env", "config.providers.env.class": "org.apache.kafka.common.config.provider.EnvVarConfigProvider", "enable.idempotence": "true" }, "4.3", []],
    ["low-latency", {}, "4.3", ["metadata.max.idle.ms=3600000"]],
    ["low-latency", {}, "3.9", ["linger.ms=5", "metadata.max.idle.ms=3600000"]],
    ["low-latency", { "linger.ms": "0", "metadata.max.idle.ms": "3600000" }, "4.3", ["linger.ms=5"]],
    ["low-latency", { "linger.ms": "2", "metadata.max.idle.ms": "3600000", "connections.max.idle.ms": "60000" }, "4.3", ["connections.max.idle.ms="]],
    ["low-latency", { "compression.type": "zstd", "max.in.flight.requests.per.connection": "1" }, "4.3", ["compression.type=lz4", "max.in.flight.requests.per.connection=", "metadata.max.idle.ms=3600000"]],
    ["low-latency", { "max.in.flight.requests.per.connection": "1" }, "2.5", ["linger.ms=5", "metadata.max.idle.ms=3600000"]],
    ["one-at-a-time", {}, "4.3", ["linger.ms=0", "metadata.max.idle.ms=3600000"]],
    ["one-at-a-time", { "compression.type": "snappy" }, "2.4", []],
    ["bounded-blocking", {}, "4.3", ["max.block.ms=1000", "buffer.memory=67108864"]],
    ["bounded-blocking", { "max.block.ms": "500", "buffer.memory": "134217728" }, "4.3", []],
    ["diskless", {}, "4.3", ["linger.ms=50", "batch.size=1000000", "buffer.memory=134217728", "compression.type=lz4"]],
    ["high-throughput", {}, "4.3", ["linger.ms=20", "batch.size=131072", "compression.type=lz4", "buffer.memory=67108864"]],
    ["high-throughput", { "linger.ms": "100", "batch.size": "1000000", "compression.type": "zstd", "buffer.memory": "134217728" }, "4.3", []],
    ["high-throughput", { "linger.ms": "5", "request.timeout.ms": "30000", "delivery.timeout.ms": "30005", "batch.size": "131072", "compression.type": "lz4", "buffer.memory": "67108864" }, "4.3", ["linger.ms=20", "delivery.timeout.ms=30020"]],
    ["exactly-once", {}, "4.3", ["acks=all", "enable.idempotence=true", ...OWN_ID, "delivery.timeout.ms=60000"]],
    ["exactly-once", {}, "3.9.1", ["acks=all", "enable.idempotence=true", "metadata.recovery.strategy=rebootstrap", ...OWN_ID, "transaction.timeout.ms=120000"]],
    ["exactly-once", {}, "2.7", ["acks=all", "enable.idempotence=true"]],
    ["exactly-once", { acks: "all", "enable.idempotence": "true", "transactional.id": "a", "transaction.timeout.ms": "120000" }, "2.5", []],
    ["exactly-once", { acks: "all", "enable.idempotence": "true", "transactional.id": "a", "transaction.timeout.ms": "1000" }, "4.3", ["transaction.timeout.ms=", "delivery.timeout.ms=60000"]],
    ["exactly-once", { acks: "all", "enable.idempotence": "true", "transactional.id": "a", "request.timeout.ms": "90000" }, "4.3", ["transaction.timeout.ms=120000"]],
    ["exactly-once", { "transaction.two.phase.commit.enable": "true" }, "4.3", ["acks=all", "enable.idempotence=true", ...OWN_ID]],
    ["exactly-once", { acks: "all", "enable.idempotence": "true", "config.providers": "file,env", "config.providers.file.class": "org.apache.kafka.common.config.provider.FileConfigProvider", "config.providers.env.class": "org.apache.kafka.common.config.provider.EnvVarConfigProvider", "transaction.timeout.ms": "120000" }, "4.3", ["transactional.id=orders-${env:HOSTNAME}"]],
    ["event-hubs", {}, "4.3", ["security.protocol=SASL_SSL", "sasl.mechanism=PLAIN", 'sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="$ConnectionString" password="${EVENT_HUBS_CONNECTION_STRING}";', "max.request.size=1000000", "connections.max.idle.ms=180000", "metadata.max.age.ms=180000"]],
    ["msk-iam", {}, "4.3", ["security.protocol=SASL_SSL", "sasl.mechanism=AWS_MSK_IAM", "sasl.jaas.config=software.amazon.msk.auth.iam.IAMLoginModule required;", "sasl.client.callback.handler.class=software.amazon.msk.auth.iam.IAMClientCallbackHandler"]],
  ])("%s of %j in %s", (id, settings, release, expected) => {
    expect(changesOf(id, settings, release)).toEqual(expected);
  }); // prettier-ignore

  test.each([
    [0, "67108864"],
    [100, "67108864"],
    [1_000, (2 * 1_000 * 131_072).toString()],
  ])("high-throughput with %i partitions has memory for two batches of each", (partitions, memory) => {
    const changes = presetChanges("high-throughput", evaluated({}), "orders", partitions);
    expect(changes?.find(({ key }) => key === "buffer.memory")?.value).toBe(memory);
  });

  test("docs/presets.md says of each what it wants, and which version it is", () => {
    const page = readFileSync(new URL("../../docs/presets.md", import.meta.url), "utf8");
    const sections = new Map(page.split(/^## /m).slice(1).map((part) => [part.split("\n")[0], part])); // prettier-ignore
    expect([...sections.keys()]).toEqual(PRESET_IDS);
    for (const { id, version, wishes } of Object.values(PRESETS)) {
      const section = sections.get(id) ?? "";
      expect(section).toContain(`Version ${version}.`);
      for (const wish of id === "exactly-once" ? [] : wishes)
        // It points to durable.
        expect(section).toContain(`- \`${wishText(wish)}\``);
    }
  });
});

describe("an idempotent producer", () => {
  test.each<[Record<string, string>, string, string[]]>([
    [{}, "4.3", []],
    [{ acks: "1" }, "4.3", ["acks=all"]],
    [{ acks: "1", retries: "0" }, "4.3", ["acks=all", "retries="]],
    [{ "enable.idempotence": "false" }, "4.3", ["enable.idempotence="]],
    [{ "enable.idempotence": "true", acks: "0" }, "4.3", ["acks=all"]],
    [{ "max.in.flight.requests.per.connection": "10" }, "3.9", ["max.in.flight.requests.per.connection=5"]],
    [{}, "2.8", ["enable.idempotence=true"]],
    [{ acks: "1" }, "2.8", ["acks=all", "enable.idempotence=true"]],
    [{ "enable.idempotence": "false" }, "2.8", ["enable.idempotence=true"]],
    [{ "transactional.id": "a" }, "2.8", []],
    [{}, "3.0.0", ["enable.idempotence=true"]],
    [{ "transactional.id": "a", "enable.idempotence": "false" }, "4.3", ["enable.idempotence="]],
  ])("%j in %s", (settings, release, expected) => {
    const changes = idempotentChanges(evaluated(settings, release));
    expect(changes.map(({ key, value }) => `${key}=${value ?? ""}`)).toEqual(expected);
  });
});

describe("redundant settings", () => {
  test.each<[Record<string, string>, string, string[]]>([
    [{ "linger.ms": "5", "batch.size": "16384" }, "4.3", ["linger.ms", "batch.size"]],
    [{ "linger.ms": "5" }, "3.9", []],
    [{ "delivery.timeout.ms": "120000", "linger.ms": "100000", "request.timeout.ms": "20000" }, "4.3", ["delivery.timeout.ms"]],
    [{ "delivery.timeout.ms": "120000", "request.timeout.ms": "130000" }, "4.3", []],
    [{ "linger.ms": "x", "my.key": "5" }, "4.3", []],
  ])("%j in %s", (settings, release, expected) => {
    const before = evaluated(settings, release);
    expect(redundantKeys(before, before.catalog)).toEqual(expected);
  }); // prettier-ignore
});
