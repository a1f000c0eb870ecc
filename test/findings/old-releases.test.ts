import { describe, expect, it } from "vitest";
import { effectiveConfig, lintText, simulate } from "../../server/src/library/index.js";
import { ackwise } from "../cli/memory-io.js";

const HEAD = [
  "bootstrap.servers=k1:9092",
  "key.serializer=org.apache.kafka.common.serialization.StringSerializer",
  "value.serializer=org.apache.kafka.common.serialization.StringSerializer",
  "acks=nonsense",
  "",
].join("\n");
const COMMENT = `# ackwise-kafka-version: 2.0\n${HEAD}`;
const POM = `<project><dependencies><dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-clients</artifactId><version>1.1.0</version></dependency></dependencies></project>`;
const REFUSED = /^ackwise: Kafka \d\.\d\.\d is not supported: Ackwise knows the client releases 2\.1 to \d\.\d\n$/;
const COMMANDS = [
  ["effective", "p.properties"],
  ["simulate", "p.properties", "--scenario", "one-rack"],
  ["what-if", "p.properties", "--set", "acks=all", "--scenario", "one-rack"],
  ["sweep", "p.properties", "--vary", "linger.ms=0,5", "--scenario", "one-rack"],
  ["tune", "p.properties", "--goal", "p99", "--scenario", "one-rack"],
];

describe("K2a releases before 2.1 are refused with one line", () => {
  it.each(COMMANDS)("K2a %s of a file whose comment says 2.0", async (...argv) => {
    const { code, stdout, stderr } = await ackwise(argv, { files: { "p.properties": COMMENT } });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(REFUSED);
  });

  it.each(COMMANDS)("K2a %s beside a build file or project file that says so", async (...argv) => {
    const besides = [{ "pom.xml": POM }, { ".ackwise.yaml": "kafkaVersion: '2.0'\n" }];
    for (const beside of besides) {
      const { code, stdout } = await ackwise(argv, { files: { "p.properties": HEAD, ...beside } });
      expect([code, stdout]).toEqual([2, ""]);
    }
  });

  it.each([...COMMANDS, ["lint", "p.properties"], ["upgrade", "p.properties", "--from", "2.0", "--to", "3.9"]])(
    "K2a %s when it is asked for",
    async (...argv) => {
      const option = argv[0] === "upgrade" ? [] : ["--kafka-version", "2.0"];
      const { code, stdout, stderr } = await ackwise([...argv, ...option], { files: { "p.properties": HEAD } });
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(/ 2\.0: no Kafka client release that Ackwise knows, expected 2\.1 to \d\.\d[^\n]*\n$/);
    },
  );

  it("K2a lint has one finding and no other", async () => {
    expect(lintText(COMMENT).findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["unknown-version-comment", "error"],
    ]);
    const { code, stdout } = await ackwise(["lint", "p.properties"], {
      files: { "p.properties": HEAD, "pom.xml": POM },
    });
    expect(code).toBe(1);
    expect(stdout.match(/unknown-version-comment/g)).toHaveLength(1);
    expect(stdout).not.toContain("acks");
  });

  it("K2a the library gives no verdict and simulates nothing", () => {
    const config = effectiveConfig(COMMENT);
    expect(config.verdict).toBe("unknown");
    expect(config.error).toBeUndefined();
    expect(config.settings).toEqual({});
    expect(config.dependsOn.map(({ reason }) => reason).join()).toMatch(/^Kafka 2\.0\.0 is not supported/);
    expect(simulate(COMMENT, "one-rack")).toMatchObject({
      outcome: "refused",
      error: { message: expect.stringContaining("not supported") as string },
    });
    expect(() => effectiveConfig(HEAD, { kafkaVersion: "2.0" })).toThrow(RangeError);
  });
});
