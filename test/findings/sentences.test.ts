// False sentences of the expert reviews, each with what is right. A text is looked for where a person reads it.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lintText } from "../../server/src/library/index.js";
import { ackwise } from "../cli/memory-io.js";

const flat = (text: string): string => text.replace(/\s+/g, " ");

async function explained(key: string): Promise<string> {
  return flat((await ackwise(["explain", key])).stdout);
}

function page(path: string): string {
  return flat(readFileSync(`docs/${path}.md`, "utf8"));
}

function finding(rule: string, kafkaVersion: string, ...lines: readonly string[]) {
  return lintText(`${lines.join("\n")}\n`, { fileName: "producer.properties", kafkaVersion }).findings.find(
    (found) => found.rule === rule,
  );
}

describe("in the guide to the settings", () => {
  it.each<readonly [id: string, key: string, right: string, wrong: string]>([
    [
      "F1",
      "metrics.recording.level",
      "All metrics of the producer itself are recorded at INFO.",
      "Also the costly ones",
    ],
    ["F2", "acks", "With acks=0 a written batch is never retried.", "no answer that could be retried"],
    ["F2", "retries", "what was not yet written when the connection broke is sent again", "have no effect"],
    ["F3", "connections.max.idle.ms", "0 closes connections even while requests wait", "between batches"],
    ["F4", "metadata.max.age.ms", "wait until each metadata request has been sent", "wait while it is fetched"],
    ["F5", "client.id", "From 2.4 on it becomes part of the generated name.", "From 2.5 on it becomes"],
    ["F7", "partitioner.class", "fixed in 3.9.2 and 4.0", "3.9.x"],
    ["F8", "connections.max.idle.ms", "60 to 6000 s can be set for TCP listeners", "forgets"],
    [
      "V1",
      "max.block.ms",
      "commitTransaction and abortTransaction wait without limit up to 2.2",
      "calls of transactions",
    ],
    ["V1", "transactional.id", "sendOffsetsToTransaction from 2.7 on", "the other calls of transactions"],
    ["V2", "delivery.timeout.ms", "up to 9 s with KRaft, 18 s with ZooKeeper (6 s before broker 2.5)", "30 s or more"],
    ["V3", "request.timeout.ms", "30000, or 10000 in brokers before 2.5", "Stay at or above it (30000)"],
    ["V4", "max.request.size", "1048588 by default, 1000012 before broker 2.5", "1048588 by default; a topic"],
    [
      "V5",
      "acks",
      "from broker 3.7 on consumers see such records only when enough replicas are in sync again",
      "nowhere",
    ],
    ["V5", "acks", "From broker 3.7 on the number of replicas caps it.", "nowhere"],
    ["V6", "buffer.memory", "from 3.9.2, 4.0.2, 4.1.2 and 4.2 on it keeps it until the request ends", "whole life"],
    ["V10", "sasl.oauthbearer.token.endpoint.url", "3.9.1 and 3.9.2 obey that property, too", "nowhere"],
    ["V11", "linger.ms", "at high load down", "and only at low load"],
    ["K8", "batch.size", "that gives the same batch, up to 4.1 until delivery.timeout.ms ends it", "sends the parts"],
    ["K10", "request.timeout.ms", "is then never given up", "nowhere"],
    ["K11b", "acks", "or hands over leadership in a restart or move", "nowhere"],
    ["silent", "acks", "switches the default off with a line at INFO in the log", "silently"],
    ["silent", "enable.idempotence", "INFO in the log for acks and retries, WARN for in flight", "silently"],
    ["own", "enable.idempotence", "the client's retries neither duplicate nor reorder", "broker-side retries"],
  ])("%s %s: %s", async (_id, key, right, wrong) => {
    const text = await explained(key);
    expect(text).toContain(right);
    expect(text).not.toContain(wrong);
  });
});

describe("in findings", () => {
  it.each<
    readonly [id: string, rule: string, release: string, lines: readonly string[], severity: string, text: string]
  >([
    ["F1", "verbose-metrics", "4.3", ["metrics.recording.level=DEBUG"], "hint", "changes nothing in a producer"],
    ["F2", "retries-without-acks", "2.8", ["acks=0", "retries=3"], "information", "what was written is never retried"],
    [
      "F3 M7",
      "idle-connections-too-short",
      "4.3",
      ["connections.max.idle.ms=0"],
      "warning",
      "even while requests wait",
    ],
    [
      "F3 M7",
      "idle-connections-too-short",
      "4.3",
      ["connections.max.idle.ms=50"],
      "warning",
      "even while requests wait",
    ],
    [
      "F3",
      "idle-connections-too-short",
      "4.3",
      ["connections.max.idle.ms=5000"],
      "information",
      "pauses between batches",
    ],
    [
      "F8 K12",
      "idle-timeout-too-long",
      "4.3",
      ["bootstrap.servers=a.elb.eu-west-1.amazonaws.com:9092"],
      "information",
      "with a reset",
    ],
    [
      "V2",
      "delivery-timeout-brief",
      "4.3",
      ["delivery.timeout.ms=20000", "request.timeout.ms=5000"],
      "hint",
      "18 s with ZooKeeper",
    ],
    [
      "V4",
      "request-above-broker-limit",
      "4.3",
      ["max.request.size=2000000"],
      "information",
      "1000012 before broker 2.5",
    ],
    [
      "V8",
      "event-hubs-limits",
      "4.3",
      ["bootstrap.servers=a.servicebus.usgovcloudapi.net:9093"],
      "information",
      "Premium and Dedicated",
    ],
    [
      "K8",
      "batch-above-broker-limit",
      "3.9",
      ["batch.size=2097152", "max.request.size=2097152"],
      "warning",
      "KAFKA-8350",
    ],
    [
      "K8",
      "batch-above-broker-limit",
      "4.2",
      ["batch.size=2097152", "max.request.size=2097152"],
      "information",
      "split and sent again",
    ],
    [
      "K8",
      "batch-above-request-size",
      "3.9",
      ["batch.size=2097152", "max.request.size=1000000"],
      "warning",
      "into the same batch again",
    ],
    [
      "K8",
      "batch-above-request-size",
      "4.2",
      ["batch.size=2097152", "max.request.size=1000000"],
      "warning",
      "split and sent again",
    ],
    [
      "K10",
      "request-timeout-too-long",
      "2.7",
      ["request.timeout.ms=2147483647", "delivery.timeout.ms=2147483647"],
      "warning",
      "never gives up",
    ],
    [
      "K11a",
      "client-defect",
      "3.3",
      ["partitioner.class=org.apache.kafka.clients.producer.RoundRobinPartitioner"],
      "warning",
      "KAFKA-9965",
    ],
    ["silent", "delivery-timeout-raised", "4.3", ["request.timeout.ms=120000"], "warning", "logs it at WARN"],
    [
      "own",
      "old-producer-key",
      "4.3",
      ["metadata.broker.list=a:1", "producer.type=async"],
      "warning",
      "gone since 2.0",
    ],
  ])("%s %s %s", (_id, rule, release, lines, severity, text) => {
    const found = finding(rule, release, ...lines);
    expect(found?.message).toContain(text);
    expect(found?.severity).toBe(severity);
  });

  it("F2 the neutral fix of retries comes first", () => {
    const fixes = finding("retries-without-acks", "2.8", "acks=0", "retries=3")?.fixes;
    expect(fixes?.[0]?.title).toMatch(/^Remove retries/);
  });

  it("V8 10 s are enough for a producer on Event Hubs", () => {
    const others = ["max.request.size=1000000", "connections.max.idle.ms=180000", "metadata.max.age.ms=180000"];
    const hub = ["bootstrap.servers=a.servicebus.windows.net:9093", ...others];
    expect(finding("event-hubs-limits", "4.3", ...hub, "request.timeout.ms=10000")).toBeUndefined();
    expect(finding("event-hubs-limits", "4.3", ...hub, "compression.type=lz4")?.severity).toBe("warning");
  });

  it("K10 an endless request timeout is one mistake, not a lack of time for retries", () => {
    const lines = ["request.timeout.ms=2147483647", "delivery.timeout.ms=2147483647"];
    expect(finding("no-time-for-retry", "2.7", ...lines)).toBeUndefined();
  });
});

describe("in guides and rule pages", () => {
  it.each<readonly [id: string, path: string, right: string]>([
    ["F7", "rules/keys-ignored", "From 2.4 to 3.9.1 `RoundRobinPartitioner` also skips a partition"],
    [
      "F8",
      "rules/idle-timeout-too-long",
      "NAT gateways, firewalls and the load balancers of Azure may drop a connection without a reset",
    ],
    [
      "V2",
      "rules/delivery-timeout-brief",
      "up to 18 s with ZooKeeper (`zookeeper.session.timeout.ms`; 6 s before broker 2.5)",
    ],
    ["V2", "guides/timeout-expiring-records", "`zookeeper.session.timeout.ms`: 18 s, 6 s in brokers before 2.5"],
    ["V2", "guides/buffer-exhausted", "bytes per second × 10 s with KRaft, × 20 s with ZooKeeper"],
    ["V2", "guides/min-insync-replicas", "7 to 9 s (KRaft) or up to 18 s (ZooKeeper)"],
    ["V3", "rules/request-timeout-below-replica-lag", "10000 in brokers before 2.5"],
    ["V5", "guides/min-insync-replicas", "KAFKA-15583"],
    ["V7", "guides/idempotence-in-flight", "releases from 3.0.1 (and 3.1.1) to 3.9 turn it off with a WARN"],
    ["V10", "rules/oauth-url-permission", "allow every URL while it is unset"],
    ["K11b", "rules/acks-one", "KAFKA-20554"],
    [
      "own",
      "guides/acks-1-leader-crash",
      "With `acks=all` and `min.insync.replicas` of 2 or more no acknowledged record is lost",
    ],
  ])("%s docs/%s", (_id, path, right) => {
    expect(page(path)).toContain(right);
  });

  it("silently is said nowhere of what the client logs", () => {
    const pages = ["rules", "guides"].flatMap((folder) =>
      readdirSync(`docs/${folder}`).map((name) => `docs/${folder}/${name}`),
    );
    const texts = [...pages, "README.md", "docs/presets.md", "package.nls.json", "schemas/setting-guide.json"];
    expect(texts.filter((path) => /\bsilently\b/i.test(readFileSync(path, "utf8")))).toEqual([]);
  });
});
