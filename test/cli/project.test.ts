// The project file on the command line.
import { expect, test } from "vitest";
import { ackwise, type World } from "./memory-io.js";
import { NEWEST } from "../support/newest.js";

const GOOD = `bootstrap.servers=a:9092,b:9092
key.serializer=org.apache.kafka.common.serialization.StringSerializer
value.serializer=org.apache.kafka.common.serialization.StringSerializer
client.id=me
`;

interface Json {
  readonly files: readonly {
    readonly file: string;
    readonly kafkaVersion: string | null;
    readonly findings: readonly { readonly rule: string; readonly severity: string }[];
  }[];
}

async function linted(argv: readonly string[], files: World["files"] = {}): Promise<Json["files"]> {
  const { stdout } = await ackwise(["lint", "--format", "json", ...argv], { files });
  return (JSON.parse(stdout) as Json).files;
}

const severities = (files: Json["files"], rule: string): readonly string[] =>
  files.flatMap(({ findings }) => findings.filter((it) => it.rule === rule).map(({ severity }) => severity));

test("version, profile and rules hold, and the command line is stronger", async () => {
  const files = {
    ".ackwise.yaml": "kafkaVersion: 3.9\nprofile: strict\nrules: { acks-one: error }",
    "pom.xml": "<project><dependencies/></project>",
    "app/producer.properties": `${GOOD}acks=1\n`,
  };
  const [file] = await linted(["app/producer.properties"], files);
  expect(file?.kafkaVersion).toBe("3.9.2");
  expect(severities(await linted(["app/producer.properties"], files), "acks-one")).toEqual(["error"]);
  const plain = await ackwise(["lint", "app/producer.properties"], { files });
  expect(plain).toMatchObject({ code: 1, stdout: expect.stringContaining("Kafka 3.9.2, .ackwise.yaml") as string });
  const asked = await linted(["app/producer.properties", "--kafka-version", "4.1"], files);
  expect(asked[0]?.kafkaVersion).toBe("4.1.2");
});

test("the profile of the command line is stronger than the project's, that than the default", async () => {
  const text = `${GOOD}enable.idempotence=true\n`;
  const rulesWith = async (argv: readonly string[], project: string): Promise<string> => {
    const found = await linted(["producer.properties", ...argv], {
      ".ackwise.yaml": project,
      "producer.properties": text,
    });
    return JSON.stringify(found[0]?.findings.map(({ rule, severity }) => [rule, severity]));
  };
  const asDefault = await rulesWith([], "");
  const strict = await rulesWith([], "profile: strict");
  expect(strict).not.toBe(asDefault);
  expect(await rulesWith(["--profile", "strict"], "")).toBe(strict);
  expect(await rulesWith(["--profile", "default"], "profile: strict")).toBe(asDefault);
});

test("the nearest one counts, up to the root of the repository, and alone", async () => {
  const files = {
    "/.ackwise.yaml": "kafkaVersion: 2.8",
    ".ackwise.yml": "kafkaVersion: 3.9\nrules: { acks-one: error }",
    ".git/HEAD": "",
    "near/.ackwise.yaml": "kafkaVersion: 4.0",
    "near/producer.properties": `${GOOD}acks=1\n`,
    "far/producer.properties": `${GOOD}acks=1\n`,
  };
  const found = await linted(["near/producer.properties", "far/producer.properties"], files);
  expect(found.map(({ kafkaVersion }) => kafkaVersion)).toEqual(["4.0.2", "3.9.2"]);
  expect(severities(found.slice(0, 1), "acks-one")).not.toContain("error");
  const without = Object.entries(files).filter(([path]) => path !== ".ackwise.yml");
  expect((await linted(["far/producer.properties"], Object.fromEntries(without)))[0]?.kafkaVersion).toBe(NEWEST);
});

test("a directory is searched as the project says; files that are named are read all the same", async () => {
  const files = {
    ".ackwise.yaml": "files: { include: [conf/*.conf], exclude: [legacy/**] }",
    "conf/orders.conf": GOOD,
    "other/orders.conf": GOOD,
    "legacy/producer.properties": GOOD,
    "producer.properties": GOOD,
  };
  const names = async (argv: readonly string[]): Promise<readonly string[]> =>
    (await linted(argv, files)).map(({ file }) => file);
  expect(await names(["."])).toEqual([".ackwise.yaml", "conf/orders.conf", "producer.properties"]);
  expect(await names(["legacy/producer.properties", "conf/orders.conf"])).toEqual([
    "legacy/producer.properties",
    "conf/orders.conf",
  ]);
  expect(await ackwise(["lint", "other/orders.conf"], { files })).toMatchObject({ code: 2 });
  const fixed = await ackwise(["fix", "."], { files });
  expect(fixed.stdout).toBe("conf/orders.conf: nothing to fix\nproducer.properties: nothing to fix\n");
});

test("lint checks project files; an empty one is fine", async () => {
  const files = { ".ackwise.yaml": "rules:\n  acks-onne: off\n" };
  const outcome = await ackwise(["lint", ".ackwise.yaml"], { files });
  expect(outcome).toMatchObject({ code: 1, stderr: "" });
  expect(outcome.stdout).toContain('"acks-onne" is no rule: did you mean acks-one?  invalid-project-file');
  expect(await ackwise(["lint", ".ackwise.yaml"], { files: { ".ackwise.yaml": "" } })).toMatchObject({
    code: 0,
    stderr: "",
  });
  const sarif = await ackwise(["lint", "--format", "sarif", ".ackwise.yaml"], { files });
  expect(sarif.stdout).toContain("invalid-project-file");
});

test.each([
  [["lint", "producer.properties"]],
  [["effective", "producer.properties"]],
  [["fix", "producer.properties"]],
  [["simulate", "producer.properties"]],
  [["what-if", "producer.properties", "--set", "acks=1"]],
])("%j ends with 2 when something in the project file is wrong", async (argv) => {
  const files = { ".ackwise.yaml": "profile: fast\n", "producer.properties": GOOD };
  const outcome = await ackwise(argv, { files });
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toContain('ackwise: .ackwise.yaml:1:10: "fast" cannot stand here: expected one of default');
  expect(outcome.written.size).toBe(0);
});

test("effective, fix and simulate obey it", async () => {
  const files = {
    ".ackwise.yaml": "kafkaVersion: 2.8\nscenario: laptop\nrules: { trailing-semicolon: off }",
    "producer.properties": `${GOOD}linger.ms=5;\n`,
    "good.properties": GOOD,
  };
  expect((await ackwise(["effective", "good.properties"], { files })).stdout).toContain(".ackwise.yaml");
  expect((await ackwise(["fix", "producer.properties"], { files })).stdout).toContain("nothing to fix");
  const free = { "producer.properties": files["producer.properties"] };
  expect((await ackwise(["fix", "producer.properties"], { files: free })).written.size).toBe(1);
  const scenarioOf = async (argv: readonly string[]): Promise<string> =>
    (await ackwise(["simulate", "good.properties", ...argv], { files })).stdout;
  expect(await scenarioOf([])).toMatch(/Scenario\s+laptop/);
  expect(await scenarioOf(["--scenario", "one-rack"])).toMatch(/Scenario\s+one-rack/);
});
