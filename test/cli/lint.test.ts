import type { Log } from "sarif";
import { describe, expect, test } from "vitest";
import { ackwise, BAD, DOUBTFUL, GOOD } from "./memory-io.js";
import { NEWEST } from "../support/newest.js";

describe("exit code", () => {
  test.each([
    ["nothing found", GOOD, [], 0],
    ["an error", BAD, [], 1],
    ["an error that does not count", BAD, ["--fail-on", "never"], 0],
    ["a warning", DOUBTFUL, [], 0],
    ["a warning that counts", DOUBTFUL, ["--fail-on", "warning"], 1],
    ["a warning at a lower bound", DOUBTFUL, ["--fail-on", "hint"], 1],
  ])("%s", async (_name, text, flags, code) => {
    const outcome = await ackwise(["lint", "producer.properties", ...flags], {
      files: { "producer.properties": text },
    });
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toBe("");
  });

  test("unreadable input outweighs findings", async () => {
    const { code, stdout, stderr } = await ackwise(["lint", "bad.properties", "none"], {
      files: { "bad.properties": BAD },
    });
    expect(code).toBe(2);
    expect(stdout).toContain("delivery-timeout-too-short");
    expect(stderr).toBe("ackwise: none: no such file, expected a file, a directory or a pattern\n");
  });
});

test("--profile changes severities, and with them the exit code", async () => {
  const files = { "p.properties": `${GOOD}acks=1\r\n` };
  const run = (...flags: string[]) => ackwise(["lint", "--fail-on", "warning", ...flags, "p.properties"], { files });
  expect((await run()).code).toBe(0);
  expect(await run("--profile", "durability")).toMatchObject({ code: 1 });
  const unknown = await run("--profile", "loud");
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain("Allowed choices are default, strict, durability, latency, throughput.");
});

describe("scenario files", () => {
  const files = {
    "load.ackwise.yaml": "durationMS: 5\ntopic:\n  partitions: 0\n",
    "fine.ackwise.json": '{"durationMs": 5}',
    ".ackwise.yaml": "profile: default",
    "producer.properties": GOOD,
  };

  test("are checked beside configurations", async () => {
    const { code, stdout, stderr } = await ackwise(["lint", "."], { files });
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toBe(
      [
        "load.ackwise.yaml",
        '   1:1  error  "durationMS" is nothing that can stand here: did you mean durationMs?  invalid-scenario',
        "  3:15  error  0 cannot stand here: expected a whole number from 1 to 1000.  invalid-scenario",
        "",
        `2 errors in 4 files (Kafka ${NEWEST}, newest; --kafka-version sets another)`,
        "",
      ].join("\n"),
    );
  });

  test("JSON: a dialect of their own and no client release", async () => {
    const { stdout } = await ackwise(["lint", "--format", "json", "load.ackwise.yaml"], { files });
    expect(JSON.parse(stdout)).toMatchObject({
      files: [
        {
          file: "load.ackwise.yaml",
          dialect: "scenario",
          kafkaVersion: null,
          findings: [
            {
              rule: "invalid-scenario",
              severity: "error",
              key: "durationMS",
              range: { start: { line: 0, character: 0 }, end: { line: 0, character: 10 } },
              fixes: [{ title: "Change to durationMs", safety: "suggestion", edits: [{ newText: "durationMs" }] }],
            },
            { key: "topic.partitions" },
          ],
        },
      ],
    });
  });

  test("SARIF names the rule and its page", async () => {
    const resources = { "docs/scenario-files.md": "# Scenario files" };
    const { stdout } = await ackwise(["lint", "--format", "sarif", "load.ackwise.yaml"], { files, resources });
    const { driver } = (JSON.parse(stdout) as Log).runs[0]!.tool;
    const { results } = (JSON.parse(stdout) as Log).runs[0]!;
    expect(driver.rules?.[results![0]!.ruleIndex!]).toMatchObject({
      id: "invalid-scenario",
      help: { markdown: "# Scenario files" },
    });
  });

  test("without a mistake there is no release to name; an empty one is remarked", async () => {
    const fine = await ackwise(["lint", "fine.ackwise.json"], { files });
    expect([fine.code, fine.stdout]).toEqual([0, "No findings in 1 file\n"]);
    const empty = await ackwise(["lint", "e.ackwise.yaml"], { files: { "e.ackwise.yaml": "" } });
    expect([empty.code, empty.stderr]).toEqual([0, expect.stringContaining("an empty file, expected a scenario")]);
  });

  test("other commands want configurations", async () => {
    const { code, stderr } = await ackwise(["fix", "load.ackwise.yaml"], { files });
    expect([code, stderr]).toEqual([2, expect.stringContaining("no kind of file that Ackwise recognises")]);
  });
});

describe("pretty", () => {
  test("a block per file, a line per finding, the client's words below, a summary with the version", async () => {
    const { stdout } = await ackwise(["lint", "."], {
      files: { "a-producer.properties": BAD, "b-producer.properties": DOUBTFUL, "c-producer.properties": GOOD },
    });
    expect(stdout).toBe(
      [
        "a-producer.properties",
        "  6:21  error  linger.ms 5 (default since 4.0) + request.timeout.ms 60000 (line 5) = 60005 > delivery.timeout.ms 60000 (line 6): the producer does not start.  delivery-timeout-too-short",
        "               Kafka: ConfigException: delivery.timeout.ms should be equal to or larger than linger.ms + request.timeout.ms",
        "",
        "b-producer.properties",
        "  5:1  warning  ligner.ms is no producer setting and is ignored. Did you mean linger.ms?  unknown-key",
        "",
        `1 error, 1 warning in 3 files (Kafka ${NEWEST}, newest; --kafka-version sets another)`,
        "",
      ].join("\n"),
    );
  });

  test("--frame underlines the place, also after tabs and in long lines", async () => {
    const long = `# ackwise-kafka-version: 3.9\n\tacks\t=\tall${" ".repeat(4)}x\nclient.id=${"a".repeat(160)}\\uX`;
    const { stdout } = await ackwise(["lint", "--frame", "producer.properties"], {
      files: { "producer.properties": long },
    });
    expect(stdout).toContain("    2 |  acks = all    x\n      |         ^^^^^^^^");
    expect(stdout).toMatch(/ {4}3 \| a+\\uX\n {6}\| {51}\^+\n/);
    expect(stdout).toContain("(Kafka 3.9.2, comment in the file)");
  });

  test("colours on a terminal, none with NO_COLOR or in a pipe", async () => {
    const files = { "producer.properties": BAD };
    const lint = ["lint", "producer.properties"];
    expect((await ackwise(lint, { files })).stdout).not.toContain("\u001B");
    expect((await ackwise(lint, { files, isTty: true })).stdout).toContain("\u001B[31m");
    expect((await ackwise(lint, { files, isTty: true, env: { NO_COLOR: "1" } })).stdout).not.toContain("\u001B");
    expect((await ackwise(lint, { files, env: { FORCE_COLOR: "1" } })).stdout).toContain("\u001B[31m");
  });

  test("--quiet prints what makes the command fail and nothing else", async () => {
    const files = { "producer.properties": `${DOUBTFUL}acks=2\n` };
    const { stdout, code } = await ackwise(["lint", "--quiet", "producer.properties"], { files });
    expect(code).toBe(1);
    expect(stdout).toContain("acks");
    expect(stdout).not.toMatch(/unknown-key|Kafka 4/);
    expect((await ackwise(["lint", "--quiet", "g.properties"], { files: { "g.properties": GOOD } })).stdout).toBe("");
  });
});

describe("json", () => {
  test("has the fixed shape", async () => {
    const { stdout, code } = await ackwise(["lint", "--format", "json", "producer.properties"], {
      files: { "producer.properties": BAD },
    });
    expect(code).toBe(1);
    const report = JSON.parse(stdout) as { version: string; files: { findings: object[] }[] };
    expect(Object.keys(report)).toEqual(["version", "files"]);
    expect(Object.keys(report.files[0]!)).toEqual(["file", "dialect", "kafkaVersion", "findings"]);
    expect(report.files[0]).toMatchObject({
      file: "producer.properties",
      dialect: "properties",
      kafkaVersion: NEWEST,
    });
    const [finding] = report.files[0]!.findings;
    expect(Object.keys(finding!)).toEqual(["rule", "severity", "message", "key", "range", "related", "fixes"]);
    expect(finding).toMatchObject({
      rule: "delivery-timeout-too-short",
      severity: "error",
      key: "delivery.timeout.ms",
      range: { start: { line: 5, character: 20 }, end: { line: 5, character: 25 } },
    });
  });
});

test("github annotations, with what breaks a line escaped", async () => {
  const { stdout } = await ackwise(["lint", "--format", "github", "conf,1/producer.properties"], {
    files: { "conf,1/producer.properties": `${BAD}acks=%\n` },
  });
  const [first, second] = stdout.split("\n");
  expect(first).toMatch(
    /^::error file=conf%2C1\/producer.properties,line=6,col=21,endLine=6,endColumn=26,title=ackwise delivery-timeout-too-short::linger.ms 5 .*%0AKafka: /,
  );
  expect(second).toMatch(/%25/);
});

test("SARIF 2.1.0 with rules, places and fixes", async () => {
  const page = "# delivery-timeout-too-short\n";
  const { stdout } = await ackwise(["lint", "--format", "sarif", "my dir/producer.properties"], {
    files: { "my dir/producer.properties": BAD },
    resources: { "docs/rules/delivery-timeout-too-short.md": page },
  });
  const log = JSON.parse(stdout) as Log;
  const [run] = log.runs;
  const result = run!.results![0]!;
  expect(log.version).toBe("2.1.0");
  expect(run!.tool.driver.rules![result.ruleIndex!]).toMatchObject({ id: result.ruleId!, help: { markdown: page } });
  expect(result.level).toBe("error");
  expect(result.locations![0]!.physicalLocation).toEqual({
    artifactLocation: { uri: "my%20dir/producer.properties" },
    region: { startLine: 6, startColumn: 21, endLine: 6, endColumn: 26 },
  });
  expect(result.fixes![0]!.artifactChanges[0]!.replacements[0]!.insertedContent).toEqual({ text: "" });
});

describe("the client version", () => {
  const pom =
    "<project><dependencies><dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-clients</artifactId><version>${kafka}</version></dependency></dependencies></project>";
  const parent = "<project><properties><kafka>3.7.1</kafka></properties></project>";
  const path = "app/src/main/resources/producer.properties";

  test("comes from the build files above, properties of a parent included", async () => {
    const files = { [path]: GOOD, "app/pom.xml": pom, "pom.xml": parent };
    expect((await ackwise(["lint", path], { files })).stdout).toContain("(Kafka 3.7.1, app/pom.xml)");
  });

  test("is the file's own before the build's, and the command line's before both", async () => {
    const files = { [path]: `# ackwise-kafka-version: 3.9\n${GOOD}`, "app/pom.xml": pom, "pom.xml": parent };
    expect((await ackwise(["lint", path], { files })).stdout).toContain("(Kafka 3.9.2, comment in the file)");
    const asked = await ackwise(["lint", path, "--kafka-version", "2.8"], { files });
    expect(asked.stdout).toContain("(Kafka 2.8.2, --kafka-version)");
    const effective = await ackwise(["effective", path, "--kafka-version", "2.8", "--format", "json"], { files });
    expect(JSON.parse(effective.stdout)).toMatchObject({ kafkaVersion: "2.8.2" });
  });
});
