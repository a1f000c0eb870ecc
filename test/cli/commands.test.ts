import { describe, expect, test } from "vitest";
import { ackwise, BAD, GOOD } from "./memory-io.js";
import { NEWEST } from "../support/newest.js";

const files = {
  "good.properties": GOOD,
  "bad.properties": BAD,
  "own.properties": GOOD.replace("org.apache.kafka.common.serialization.StringSerializer", "com.example.OwnSerializer"),
  "tls.properties": `${GOOD}ssl.truststore.password=hunter2\nacks=0\nclient.id=a\\tb\\\\c\n`,
};

describe("effective", () => {
  test("json has the fixed shape", async () => {
    const { stdout, code } = await ackwise(["effective", "good.properties", "--format", "json"], { files });
    expect(code).toBe(0);
    const report = JSON.parse(stdout) as { settings: Record<string, object> };
    expect(report).toMatchObject({ file: "good.properties", dialect: "properties", kafkaVersion: NEWEST });
    expect(report.settings["client.id"]).toEqual({ value: "test", source: "file", line: 4 });
    expect(report.settings["linger.ms"]).toEqual({ value: "5", source: "default" });
    expect(report.settings["acks"]).toMatchObject({ value: "-1" });
  });

  test("table: the verdict comes first, then what the file says", async () => {
    const { stdout } = await ackwise(["effective", "bad.properties"], { files });
    const lines = stdout.split("\n");
    expect(lines.slice(0, 4)).toEqual([
      `bad.properties  Kafka ${NEWEST} (newest; --kafka-version sets another)`,
      "The producer does not start:",
      "  KafkaException: Failed to construct kafka producer",
      "    ConfigException: delivery.timeout.ms should be equal to or larger than linger.ms + request.timeout.ms",
    ]);
    expect(lines[5]).toMatch(/^KEY +VALUE +SOURCE +NOTE$/);
    expect(lines[6]).toMatch(/^bootstrap.servers +kafka1:9092,kafka2:9092 +file \(line 1\)$/);
  });

  test("a verdict that depends on the machine says on what", async () => {
    const { stdout } = await ackwise(["effective", "own.properties"], { files });
    expect(stdout).toContain("Whether the producer starts depends on what the file does not say:\n");
    expect(stdout).toMatch(/\n {2}key\.serializer: the class must be on the application's class path\n/);
  });

  test("properties: a file that loads again; secrets do not appear", async () => {
    const { stdout } = await ackwise(["effective", "tls.properties", "--format", "properties"], { files });
    expect(stdout).not.toMatch(/^ssl\.truststore\.password/m);
    expect(stdout).not.toContain("hunter2");
    expect(stdout).toContain("client.id=a\\tb\\\\c\n");
    expect(stdout).toMatch(/# changed by the client \(.*acks is 0\)\nenable\.idempotence=false\n/);
  });
});

describe("explain", () => {
  test("a key with its history", async () => {
    const { stdout } = await ackwise(["explain", "linger.ms"]);
    expect(stdout).toContain(`linger.ms  long, default 5 in Kafka ${NEWEST}`);
    expect(stdout).toContain("int; since 2.2.1: long");
    expect(stdout).toContain("0; since 4.0: 5");
    expect((await ackwise(["explain", "linger.ms", "--kafka-version", "3.9"])).stdout).toContain(
      "default 0 in Kafka 3.9.2",
    );
  });

  test.each([
    ["auto.include.jmx.reporter", /since 3\.4, removed in 4\.0/],
    ["client.dns.lookup", /deprecated +default: since 2\.6, gone in 3\.0/],
    ["ssl.key.password", /secret +yes/],
    ["group.id", /^group\.id is a setting of the consumer/],
    ["metadata.broker.list", /Use bootstrap\.servers\.$/m],
    ["schema.registry.url", /read by a plugin: Confluent/],
    ["sasl.username", /librdkafka/],
    ["producer.acks", /Use acks\.$/m],
  ])("%s", async (name, text) => {
    const { stdout, code } = await ackwise(["explain", name]);
    expect(code).toBe(0);
    expect(stdout).toMatch(text);
  });

  test("a rule: its page, or what its meta says", async () => {
    const resources = { "docs/rules/duplicate-key.md": "# The page" };
    expect((await ackwise(["explain", "duplicate-key"], { resources })).stdout).toBe("# The page\n");
    expect((await ackwise(["explain", "duplicate-key"])).stdout).toMatch(
      /^# duplicate-key\n\n(error|warning|information|hint), syntax\. /,
    );
  });
});

describe("fix", () => {
  const world = {
    files: { "p.properties": `${GOOD}acks=ALL\r\nrequest.timeout.ms=60000\r\nligner.ms=3\r\n` },
  };
  const safe = `${GOOD}acks=all\r\nrequest.timeout.ms=60000\r\nligner.ms=3\r\n`;

  test("safe fixes only", async () => {
    const outcome = await ackwise(["fix", "p.properties"], world);
    expect(outcome).toMatchObject({ code: 0, stderr: "" });
    expect(outcome.stdout).toBe("p.properties: fixed\n  5: Set acks to all  invalid-choice\n");
    expect(Buffer.from(outcome.written.get("/work/p.properties")!).toString()).toBe(safe);
  });

  test("suggestions too when they are asked for, and nothing is left for a second run", async () => {
    const outcome = await ackwise(["fix", "--suggestions", "p.properties"], world);
    const text = Buffer.from(outcome.written.get("/work/p.properties")!).toString();
    expect(text).toBe(safe.replace("ligner.ms", "linger.ms"));
    const again = await ackwise(["fix", "--suggestions", "p.properties"], { files: { "p.properties": text } });
    expect(again).toMatchObject({ code: 0, stdout: "p.properties: nothing to fix\n" });
    expect(again.written.size).toBe(0);
  });

  test("--check writes nothing and exits with 1", async () => {
    const outcome = await ackwise(["fix", "--check", "p.properties"], world);
    expect(outcome).toMatchObject({ code: 1, stderr: "" });
    expect(outcome.stdout).toContain("p.properties: would change\n");
    expect(outcome.written.size).toBe(0);
    expect(await ackwise(["fix", "--check", "p.properties"], { files: { "p.properties": GOOD } })).toMatchObject({
      code: 0,
    });
  });

  test("standard input: the text goes to standard output, the report to standard error", async () => {
    const outcome = await ackwise(["fix", "-"], { stdin: `${GOOD}acks=ALL\n` });
    expect(outcome.stdout).toBe(`${GOOD}acks=all\n`);
    expect(outcome.stderr).toMatch(/^<stdin>: fixed\n/);
  });
});
