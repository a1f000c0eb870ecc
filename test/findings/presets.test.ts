// What presets promise: no finding in the profiles that they are for, and a simulation that agrees.
import { describe, expect, it } from "vitest";
import { catalogFor } from "../../server/src/core/catalog/catalog.js";
import { parseVersion, RELEASE_LINES } from "../../server/src/core/catalog/version.js";
import { PRESET_IDS, type PresetId } from "../../server/src/core/changes/preset-ids.js";
import { presetChanges } from "../../server/src/core/changes/presets.js";
import { changedText } from "../../server/src/core/changes/write-changes.js";
import { readDocument } from "../../server/src/core/dialects/dialects.js";
import { contextOf } from "../../server/src/core/rules/run.js";
import type { Profile } from "../../server/src/core/rules/profiles.js";
import { simulateText } from "../../server/src/core/report/simulate.js";
import type { SimulatedResult } from "../../server/src/core/simulation/result/result.js";
import { lintFindings } from "../support/lint-findings.js";

const SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";

const HOSTS: Readonly<Partial<Record<PresetId, string>>> = {
  "event-hubs": "ns.servicebus.windows.net:9093",
  "msk-iam": "b-1.shop.x.c2.kafka.eu-west-1.amazonaws.com:9098,b-2.shop.x.c2.kafka.eu-west-1.amazonaws.com:9098",
  "confluent-cloud": "pkc-1.eu-west-1.aws.confluent.cloud:9092",
  aiven: "kafka-1.demo.aivencloud.com:16480",
  "oci-streaming": "cell-1.streaming.eu-frankfurt-1.oci.oraclecloud.com:9092",
  "redpanda-cloud": "seed-1.abc.byoc.prd.cloud.redpanda.com:9092",
};

const PROFILES: Readonly<Partial<Record<PresetId, readonly Profile[]>>> = {
  durable: ["default", "durability"],
  "low-latency": ["default", "latency"],
  "one-at-a-time": ["default", "latency"],
  "high-throughput": ["default", "throughput"],
  "exactly-once": ["default", "durability"],
};

/** Files as people have them: bare, with their own values, and with what a preset has to mend. */
const FILES: readonly string[] = [
  "",
  "client.id=orders\nacks=all\nenable.idempotence=true\ndelivery.timeout.ms=120000\n",
  "acks=1\nretries=3\nlinger.ms=0\ncompression.type=gzip\n",
  "linger.ms=50\nbatch.size=65536\ncompression.type=zstd\nbuffer.memory=134217728\n",
];

/** What belongs to the release or is there to be filled in. */
const EXPECTED: ReadonlySet<string> = new Set(["client-defect", "unresolved-placeholder"]);

function withPreset(id: PresetId, lines: string, release: string): { before: string; after: string } {
  const before = `bootstrap.servers=${HOSTS[id] ?? "k1:9092,k2:9092"}\nkey.serializer=${SERIALIZER}\nvalue.serializer=${SERIALIZER}\n${lines}`;
  const document = readDocument("properties", "orders.properties", before);
  const version = parseVersion(release);
  if (version === undefined) throw new Error(release);
  const context = contextOf(document, version);
  const changes = presetChanges(id, context.evaluation, "orders");
  expect(catalogFor(version)).toBe(context.catalog);
  return { before, after: changedText(document, changes ?? []) };
}

describe("P1 to P5: the result of a preset", () => {
  it.each(PRESET_IDS)("%s has no finding on a bare file, whatever the release", (id) => {
    for (const release of [...RELEASE_LINES, "3.9.2", "4.1.2"])
      for (const profile of PROFILES[id] ?? ["default"]) {
        const { after } = withPreset(id, "", release);
        const told = lintFindings(after, release, profile).filter(({ rule }) => !EXPECTED.has(rule));
        expect(told.map(({ rule, message }) => `${release} ${profile} ${rule}: ${message}`)).toEqual([]);
      }
  });

  it.each(PRESET_IDS)("%s brings no finding of a warning or more into any file", (id) => {
    for (const release of ["2.1", "2.8", "3.4", "3.9", "4.1", "4.4"])
      for (const lines of FILES) {
        const { before, after } = withPreset(id, lines, release);
        const rules = new Set(lintFindings(before, release).map(({ rule }) => rule));
        const told = lintFindings(after, release).filter(
          ({ rule, severity }) =>
            !rules.has(rule) && !EXPECTED.has(rule) && (severity === "warning" || severity === "error"),
        );
        expect(told.map(({ rule, message }) => `${release} ${rule}: ${message}\n${after}`)).toEqual([]);
      }
  });

  it("P2 exactly-once gives each instance an id of its own, in profile strict too", () => {
    const { after } = withPreset("exactly-once", "", "4.4");
    expect(after).toContain("transactional.id=orders-${env:HOSTNAME}");
    expect(lintFindings(after, "4.4", "strict").map(({ rule }) => rule)).not.toContain("shared-transactional-id");
    expect(withPreset("exactly-once", "", "3.4").after).not.toContain("transactional.id");
  });

  it("P3 durable takes a small retries out and writes no retries", () => {
    expect(withPreset("durable", "retries=3\n", "4.4").after).not.toContain("retries");
  });
});

function simulated(text: string, scenario: object): SimulatedResult {
  const result = simulateText(text, { extends: "three-zones", durationMs: 5_000, ...scenario }, { seed: 1 });
  if (result.outcome !== "simulated") throw new Error(JSON.stringify(result));
  return result;
}

describe("P1, P4: the simulation agrees", () => {
  const steady = { workload: { arrivals: { kind: "constant", perSecond: 5_000 } }, topic: { partitions: 12 } };

  it("P1 low-latency is no slower than linger.ms=0 under a steady load, with far fewer requests", () => {
    const { before, after } = withPreset("low-latency", "linger.ms=0\n", "4.4");
    const [old, now] = [simulated(before, steady), simulated(after, steady)];
    expect(now.latencyMs.mean).toBeLessThan(old.latencyMs.mean);
    expect(now.requests.count).toBeLessThan(old.requests.count / 2);
  });

  it("P1 one-at-a-time is faster than the default for a thread that waits for each answer", () => {
    const sync = { workload: { sending: "sync", arrivals: { kind: "constant", perSecond: 50 } } };
    const { before, after } = withPreset("one-at-a-time", "", "4.4");
    expect(simulated(after, sync).latencyMs.mean).toBeLessThan(simulated(before, sync).latencyMs.mean - 4);
  });

  it("P4 high-throughput sends fewer bytes in fewer requests", () => {
    const { before, after } = withPreset("high-throughput", "", "4.4");
    const [old, now] = [simulated(before, steady), simulated(after, steady)];
    expect(now.requests.count).toBeLessThan(old.requests.count);
    expect(now.requests.bytes).toBeLessThan(old.requests.bytes);
  });

  it("P5 bounded-blocking lets send() wait no longer than a second while no broker answers", () => {
    const down = [0, 1, 2].map((broker) => ({
      kind: "cut", between: ["producer 0", `broker ${broker}`], atMs: 0, forMs: 20_000,
    })); // prettier-ignore
    const cold = {
      workload: { start: "cold", sending: "sync", arrivals: { kind: "constant", perSecond: 1 } },
      faults: down,
    };
    expect(simulated(withPreset("bounded-blocking", "", "4.4").after, cold).blockedMs.max).toBeLessThan(1_100);
  });
});
