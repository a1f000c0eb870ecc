import { describe, expect, test } from "vitest";
import { parseVersion } from "../../server/src/core/catalog/version.js";
import { readDocument } from "../../server/src/core/dialects/dialects.js";
import { changedText } from "../../server/src/core/changes/write-changes.js";
import { compareReleases, type UpgradeReport } from "../../server/src/core/report/upgrade.js";
import { ackwise, GOOD } from "./memory-io.js";

function compare(text: string, from: string, to: string): UpgradeReport {
  return compareReleases(text, parseVersion(from)!, parseVersion(to)!);
}

function brief({ changes }: UpgradeReport): readonly string[] {
  return changes.map(({ kind, key, before, after }) => {
    return `${kind} ${key}${after === undefined ? "" : ` ${before ?? ""} -> ${after}`}`;
  });
}

describe("what changes", () => {
  test("2.8 to 4.1 on a file that sets nothing", () => {
    const report = compare(GOOD, "2.8", "4.1");
    expect(brief(report)).toEqual(
      [
        "value acks 1 -> all",
        "value enable.idempotence false -> true",
        "value enable.metrics.push false -> true",
        "value linger.ms 0 -> 5",
        "value metadata.recovery.strategy none -> rebootstrap",
        "value partitioner.adaptive.partitioning.enable false -> true",
        "value partitioner.class org.apache.kafka.clients.producer.internals.DefaultPartitioner -> ",
        "value retry.backoff.max.ms 100 -> 1000",
        "same metric.reporters  -> org.apache.kafka.common.metrics.JmxReporter",
        "cured delivery.timeout.ms",
      ].sort(bySectionOrder(report)),
    );
    expect(report.verdicts).toEqual({ from: "unknown", to: "unknown" });
  });

  test("what to write keeps every old value that the new client can keep", () => {
    const report = compare(GOOD, "2.8", "4.1");
    expect(report.keep.map(({ key, value }) => `${key}=${value}`)).toEqual([
      "acks=1",
      "enable.idempotence=false",
      "enable.metrics.push=false",
      "linger.ms=0",
      "metadata.recovery.strategy=none",
      "partitioner.adaptive.partitioning.enable=false",
      "retry.backoff.max.ms=100",
    ]);
    expect(report.changes.filter(({ kept }) => kept === false).map(({ key }) => key)).toEqual(["partitioner.class"]);
    const document = readDocument("properties", "p.properties", GOOD);
    const text = changedText(document, report.keep);
    expect(text.startsWith(GOOD)).toBe(true);
    expect(compare(text, "2.8", "4.1").keep).toEqual([]);
    expect(brief(compare(text, "2.8", "4.1")).filter((line) => line.startsWith("throws"))).toEqual([]);
  });

  test("4.3 to 4.4: the client says which cluster and broker it expects, unless it never starts again", () => {
    const report = compare(GOOD, "4.3", "4.4");
    expect(brief(report)).toEqual(["value metadata.cluster.check.enable false -> true"]);
    expect(report.keep).toEqual([{ key: "metadata.cluster.check.enable", value: "false" }]);
    expect(brief(compare(`${GOOD}metadata.recovery.strategy=None\n`, "4.3", "4.4"))).toEqual([]);
  });

  test("2.1 to 2.6: the lookup of addresses", () => {
    const report = compare(GOOD, "2.1", "2.6");
    expect(brief(report)).toEqual(["value client.dns.lookup default -> use_all_dns_ips"]);
    expect(report.keep).toEqual([{ key: "client.dns.lookup", value: "default" }]);
    expect(compare(GOOD, "2.1", "3.0").keep.map(({ key }) => key)).not.toContain("client.dns.lookup");
  });

  test("nothing between equal releases", () => {
    expect(compare(GOOD, "3.9", "3.9").changes).toEqual([]);
  });
});

function bySectionOrder(report: UpgradeReport): (a: string, b: string) => number {
  const order = brief(report);
  return (a, b) => order.indexOf(a) - order.indexOf(b);
}

describe("what throws", () => {
  test.each([
    ["delivery.timeout.ms=30000", "3.9", "4.0", "throws delivery.timeout.ms"],
    ["max.in.flight.requests.per.connection=10", "3.9", "4.0", "throws max.in.flight.requests.per.connection"],
    ["compression.type=none\nclient.dns.lookup=default", "2.8", "3.0", "throws client.dns.lookup"],
    [
      "partitioner.class=org.apache.kafka.clients.producer.UniformStickyPartitioner",
      "3.9",
      "4.0",
      "throws partitioner.class",
    ],
    ["delivery.timeout.ms=30000", "4.0", "3.9", "starts delivery.timeout.ms"],
    ["bootstrap.servers=kafka1:9092,,", "4.1", "4.2", "throws bootstrap.servers"],
  ])("%s: %s to %s", (line, from, to, expected) => {
    expect(brief(compare(`${GOOD}${line}\n`, from, to))).toContain(expected);
  });

  test("a fragment without serializers is nothing new", () => {
    expect(brief(compare("acks=all\n", "3.9", "4.2")).filter((line) => /^(throws|starts)/.test(line))).toEqual([]);
  });
});

describe("what changes without an error", () => {
  test.each([
    ["retry.backoff.ms=2000", "3.6", "3.7", "value retry.backoff.ms 2000 -> 1000"],
    ["request.timeout.ms=120000", "3.9", "4.0", "value delivery.timeout.ms 120000 -> 120005"],
    ["auto.include.jmx.reporter=true", "3.9", "4.0", "ignored auto.include.jmx.reporter"],
    ["metrics.jmx.whitelist=.*", "3.9", "4.0", "ignored metrics.jmx.whitelist"],
    ["compression.zstd.level=9", "3.7", "3.8", "recognised compression.zstd.level"],
    [
      "metric.reporters=com.example.R",
      "3.9",
      "4.0",
      "value metric.reporters com.example.R,org.apache.kafka.common.metrics.JmxReporter -> com.example.R",
    ],
    ["reconnect.backoff.ms=500", "3.6", "3.7", "log reconnect.backoff.max.ms"],
    ["my.own.key=1", "3.4", "3.5", "log my.own.key"],
    ["acks=1", "2.8", "3.9", "log enable.idempotence"],
  ])("%s: %s to %s", (line, from, to, expected) => {
    expect(brief(compare(`${GOOD}${line}\n`, from, to))).toContain(expected);
  });

  test("keeping a longer backoff needs its bound", () => {
    const report = compare(`${GOOD}retry.backoff.ms=2000\n`, "3.6", "3.7");
    expect(report.keep).toContainEqual({ key: "retry.backoff.max.ms", value: "2000" });
    expect(report.changes.find(({ key }) => key === "retry.backoff.ms")).toMatchObject({ line: 5, kept: true });
  });
});

describe("ackwise upgrade", () => {
  test("text", async () => {
    const { stdout, code } = await ackwise(["upgrade", "p.properties", "--from", "3.9", "--to", "4.0"], {
      files: { "p.properties": `${GOOD}delivery.timeout.ms=30000\n` },
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^p\.properties {2}Kafka 3\.9\.2 to 4\.0\.2\n\nThe new client does not start:\n {2}delivery\.timeout\.ms \(line 5\)\n/,
    );
    expect(stdout).toContain("  linger.ms: 0 \u2192 5\n      default changed in 4.0; ");
    expect(stdout).toMatch(/To keep the old behaviour, write:\n(.*\n)* {2}linger\.ms=0\n/);
  });

  test("json", async () => {
    const argv = ["upgrade", "p.properties", "--from", "3.8", "--to", "3.9.1", "--format", "json"];
    const { stdout, code } = await ackwise(argv, { files: { "p.properties": GOOD } });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      file: "p.properties",
      dialect: "properties",
      from: "3.8.1",
      to: "3.9.1",
      verdicts: { from: "unknown", to: "unknown" },
      changes: [],
      keep: [],
    });
  });

  test("nothing changes", async () => {
    const { stdout } = await ackwise(["upgrade", "-", "--from", "3.8", "--to", "3.9.1"], { stdin: GOOD });
    expect(stdout).toBe("<stdin>  Kafka 3.8.1 to 3.9.1\n\nNothing changes for this file.\n");
  });
});
