import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it, test } from "vitest";
import { catalogData, catalogFor } from "../../server/src/core/catalog/catalog.js";
import { affects, CLIENT_DEFECTS } from "../../server/src/core/catalog/defects.js";
import { latestVersion, parseVersion } from "../../server/src/core/catalog/version.js";
import { defectsOf } from "../../server/src/core/config/defects-of.js";
import { evaluate } from "../../server/src/core/config/evaluate.js";
import { compareReleases } from "../../server/src/core/report/upgrade.js";
import { RULES } from "../../server/src/core/rules/registry.js";
import { ackwise } from "../cli/memory-io.js";
import { actions, applied } from "../service/harness.js";

const RELEASES =
  "2.1.1 2.2.2 2.3.0 2.4.1 2.7.2 2.8.0 3.0.0 3.0.1 3.0.2 3.1.0 3.1.1 3.2.3 3.3.1 3.3.2 3.4.0 3.9.0 3.9.1 3.9.2 4.0.1 4.0.2 4.1.1 4.1.2 4.2.0".split(
    " ",
  );

/** First and last of the releases above that have each defect, as the sources of kafka-clients show it. */
const HAVING: Readonly<Record<string, string>> = {
  "KAFKA-19012": "2.8.0 3.0.0 3.0.1 3.0.2 3.1.0 3.1.1 3.2.3 3.3.1 3.3.2 3.4.0 3.9.0 3.9.1 4.0.1 4.1.1",
  "KAFKA-13794": "2.3.0 2.4.1 2.7.2 2.8.0 3.0.0 3.0.1 3.1.0",
  "KAFKA-9965": "2.4.1 2.7.2 2.8.0 3.0.0 3.0.1 3.0.2 3.1.0 3.1.1 3.2.3 3.3.1 3.3.2 3.4.0 3.9.0 3.9.1",
  "KAFKA-8350":
    "2.1.1 2.2.2 2.3.0 2.4.1 2.7.2 2.8.0 3.0.0 3.0.1 3.0.2 3.1.0 3.1.1 3.2.3 3.3.1 3.3.2 3.4.0 3.9.0 3.9.1 3.9.2 4.0.1 4.0.2 4.1.1 4.1.2",
  "KAFKA-13598": "3.0.0 3.1.0",
  "KAFKA-14303": "3.3.1",
  "CVE-2023-25194": "2.3.0 2.4.1 2.7.2 2.8.0 3.0.0 3.0.1 3.0.2 3.1.0 3.1.1 3.2.3 3.3.1 3.3.2",
  "CVE-2025-27818": "2.3.0 2.4.1 2.7.2 2.8.0 3.0.0 3.0.1 3.0.2 3.1.0 3.1.1 3.2.3 3.3.1 3.3.2 3.4.0 3.9.0",
  "CVE-2025-27817": "3.1.0 3.1.1 3.2.3 3.3.1 3.3.2 3.4.0 3.9.0",
};

const text = readFileSync("schemas/client-defects.json", "utf8");

describe("schemas/client-defects.json", () => {
  it("fits its schema", () => {
    const ajv = new Ajv({ allErrors: true });
    ajv.validate(JSON.parse(readFileSync("schemas/client-defects.schema.json", "utf8")) as object, JSON.parse(text));
    expect(ajv.errors).toBeNull();
  });

  it("names settings of the producer and rules that exist", () => {
    const conditions = CLIENT_DEFECTS.flatMap(({ needs, likely }) => [...needs, ...likely]);
    const keys = [
      ...CLIENT_DEFECTS.flatMap((defect) => defect.keys),
      ...conditions.flatMap((c) => ("key" in c ? c.key : [])),
    ];
    expect(keys.filter((key) => !Object.hasOwn(catalogData.keys, key))).toEqual([]);
    const ids = RULES.map(({ meta }) => meta.id);
    expect(CLIENT_DEFECTS.flatMap(({ reportedBy = [] }) => reportedBy).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("has every defect and release of the table", () => {
    const found = CLIENT_DEFECTS.map((defect) => {
      return [defect.id, RELEASES.filter((release) => affects(defect, parseVersion(release)!)).join(" ")];
    });
    expect(Object.fromEntries(found)).toEqual(HAVING);
  });

  it("leaves the newest release without a defect", () => {
    expect(CLIENT_DEFECTS.filter((defect) => affects(defect, latestVersion()))).toEqual([]);
  });
});

function defects(release: string, ...settings: readonly string[]): readonly string[] {
  const given = new Map(settings.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
  const found = defectsOf(evaluate(given, catalogFor(parseVersion(release)!)));
  return found.map(({ defect, likely, key }) => `${defect.id}${likely ? ` by ${key}` : ""}`);
}

const RANDOM = "partitioner.class=org.apache.kafka.clients.producer.RoundRobinPartitioner";

test.each<readonly [name: string, release: string, settings: readonly string[], expected: readonly string[]]>([
  ["KAFKA-19012 in a plain file", "3.9.1", ["acks=all"], ["KAFKA-19012"]],
  ["KAFKA-19012 with a short timeout", "4.1.1", ["delivery.timeout.ms=35005"], ["KAFKA-19012 by delivery.timeout.ms"]],
  ["KAFKA-19012 not with a minute", "4.1.1", ["delivery.timeout.ms=60000"], ["KAFKA-19012"]],
  ["KAFKA-19012 not fixed by an endless timeout, but without trigger", "4.1.1", ["delivery.timeout.ms=2147483647"], []],
  ["KAFKA-13794 needs idempotence", "2.7.2", ["acks=1"], []],
  ["KAFKA-13794 with idempotence", "2.7.2", ["enable.idempotence=true", "acks=all"], ["KAFKA-13794"]],
  ["KAFKA-13794 and 19012 by default", "3.0.1", ["acks=all"], ["KAFKA-19012", "KAFKA-13794"]],
  ["KAFKA-9965", "3.3", [RANDOM], ["KAFKA-19012", "KAFKA-9965 by partitioner.class"]],
  ["KAFKA-9965 not before KIP-480", "2.3", [RANDOM], []],
  ["KAFKA-8350", "4.0.2", ["batch.size=2097152"], ["KAFKA-8350 by batch.size"]],
  ["KAFKA-8350 not with compression", "4.0.2", ["batch.size=2097152", "compression.type=lz4"], []],
  ["KAFKA-13598 left to the default", "3.1.0", ["acks=all"], ["KAFKA-19012", "KAFKA-13598"]],
  ["KAFKA-13598 not when written", "3.1.0", ["enable.idempotence=true"], ["KAFKA-19012", "KAFKA-13794"]],
  ["KAFKA-14303", "3.3.0", ["batch.size=0"], ["KAFKA-19012", "KAFKA-14303 by batch.size"]],
  [
    "CVE-2023-25194",
    "2.7",
    ["sasl.jaas.config=com.sun.security.auth.module.JndiLoginModule required;"],
    ["CVE-2023-25194 by sasl.jaas.config"],
  ],
  [
    "CVE-2025-27817",
    "3.9.0",
    ["sasl.mechanism=OAUTHBEARER", "sasl.oauthbearer.token.endpoint.url=https://idp/token"],
    ["KAFKA-19012", "CVE-2025-27817"],
  ],
  ["nothing in 4.3", "4.3", ["delivery.timeout.ms=35005", RANDOM], []],
])("%s", (_name, release, settings, expected) => {
  expect(defects(release, ...settings)).toEqual(expected);
});

describe("upgrade", () => {
  const defectsBetween = (from: string, to: string, text = "acks=all\n"): readonly string[] =>
    compareReleases(text, parseVersion(from)!, parseVersion(to)!)
      .changes.filter(({ kind }) => kind === "defect" || kind === "cured")
      .map(({ kind, key, message }) => `${kind} ${key} ${/^[A-Z]+-[\d-]+/.exec(message)?.[0] ?? ""}`);

  it("KAFKA-19012 comes with 3.9.1, and not with 3.9.2", () => {
    expect(defectsBetween("2.7", "3.9.1")).toEqual(["defect delivery.timeout.ms KAFKA-19012"]);
    expect(defectsBetween("2.7", "3.9.2")).toEqual([]);
    expect(defectsBetween("3.9.2", "4.1.1")).toEqual(["defect delivery.timeout.ms KAFKA-19012"]);
  });

  it("KAFKA-19012 goes with 3.9.2 and 4.1.2", () => {
    expect(defectsBetween("3.9.1", "3.9.2")).toEqual(["cured delivery.timeout.ms KAFKA-19012"]);
    expect(defectsBetween("4.1.1", "4.1.2")).toEqual(["cured delivery.timeout.ms KAFKA-19012"]);
    expect(defectsBetween("3.8", "4.1.1")).toEqual([]);
  });

  it("tells of what the settings of the file make possible", () => {
    expect(defectsBetween("2.3", "2.4", `${RANDOM}\n`)).toEqual(["defect partitioner.class KAFKA-9965"]);
    expect(defectsBetween("3.9.1", "4.0.0", `${RANDOM}\n`)).toEqual(["cured partitioner.class KAFKA-9965"]);
    expect(defectsBetween("3.2", "3.3.1", "batch.size=0\n")).toEqual(["defect batch.size KAFKA-14303"]);
  });

  it("is what the command prints", async () => {
    const files = { "p.properties": "delivery.timeout.ms=40000\n" };
    const { stdout } = await ackwise(["upgrade", "p.properties", "--from", "2.7", "--to", "3.9.1"], { files });
    expect(stdout).toContain("Known defects that come with the new client:\n  delivery.timeout.ms (line 1)\n");
    expect(stdout).toContain("KAFKA-19012 / CVE-2026-35554, which this file makes likely: A batch that expires while");
  });
});

describe("presets", () => {
  const presetText = (version: string, id: string): string => {
    const text = `# ackwise-kafka-version: ${version}\nacks=1\nlinger.ms=0\n`;
    const kind = `refactor.rewrite.ackwise.preset.${id}`;
    return applied(text, actions(text, [kind])[0]!.title, [kind]);
  };

  it("KAFKA-19012 durable says that the release corrupts, once", () => {
    const text = presetText("3.9.1", "durable");
    expect(text).toMatch(
      /^# ackwise-preset: durable \d+\n# The topic needs .*\n# KAFKA-19012 in Kafka 3\.9\.1: A batch that expires .* Upgrade to 3\.9\.2/,
    );
    expect(presetText("3.9.2", "durable")).not.toContain("KAFKA-19012");
    expect(presetText("3.9.1", "high-throughput")).not.toContain("KAFKA-19012");
  });
});
