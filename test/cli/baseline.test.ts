// What is known stays unsaid, what is new does not.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import type { Log } from "sarif";
import { describe, expect, test } from "vitest";
import { ackwise, BAD, DOUBTFUL, GOOD, type Outcome, type World } from "./memory-io.js";

const BASE = ["--baseline", "base.json"] as const;

interface BaselineJson {
  readonly version: number;
  readonly findings: readonly { file: string; rule: string; key?: string; fingerprint: string; count: number }[];
}

/** The files with the baseline that lint writes for them. */
async function withBaseline(files: Record<string, string>, argv: readonly string[] = ["."]): Promise<World["files"]> {
  const outcome = await ackwise(["lint", ...argv, ...BASE, "--update-baseline"], { files });
  return { ...files, "base.json": written(outcome) };
}

function written({ written: all }: Outcome, path = "/work/base.json"): string {
  const bytes = all.get(path);
  if (bytes === undefined) throw new Error(`${path} was not written`);
  return Buffer.from(bytes).toString("utf8");
}

const lint = (files: World["files"] = {}, ...argv: readonly string[]): Promise<Outcome> =>
  ackwise(["lint", ".", ...BASE, ...argv], { files });

describe("--update-baseline", () => {
  test("writes a sorted file with a line for each finding, and says so", async () => {
    const files = { "b/producer.properties": DOUBTFUL, "a/producer.properties": `${BAD}acks=0\nacks=0\n` };
    const outcome = await ackwise(["lint", ".", ...BASE, "--update-baseline"], { files });
    const text = written(outcome);
    const baseline = JSON.parse(text) as BaselineJson;
    expect(baseline.findings.map(({ file, rule, key, count }) => [file, rule, key, count])).toEqual([
      ["a/producer.properties", "acks-zero", "acks", 1],
      ["a/producer.properties", "delivery-timeout-too-short", "delivery.timeout.ms", 1],
      ["a/producer.properties", "duplicate-key", "acks", 1],
      ["b/producer.properties", "unknown-key", "ligner.ms", 1],
    ]);
    expect(text.split("\n").filter((line) => line.includes("fingerprint"))).toHaveLength(4);
    expect(outcome).toMatchObject({ code: 0, stderr: "ackwise: base.json: written, findings in it: 4\n" });
    expect(outcome.stdout).toMatch(/^No findings in 2 files .*\n4 more findings are in the baseline\n$/);
  });

  test("is stable: the order of arguments does not matter, and nothing changes when nothing has changed", async () => {
    const files = { "b-producer.properties": DOUBTFUL, "a-producer.properties": BAD };
    const once = (await withBaseline(files, ["a-producer.properties", "b-producer.properties"])) ?? {};
    const twice = await ackwise(
      ["lint", "b-producer.properties", "a-producer.properties", ...BASE, "--update-baseline"],
      { files: once },
    );
    expect(written(twice)).toBe(once["base.json"]);
  });

  test("fits the published schema", async () => {
    const schema = JSON.parse(readFileSync("schemas/baseline.schema.json", "utf8")) as object;
    const validate = new Ajv({ strict: true }).compile(schema);
    const files = (await withBaseline({ "producer.properties": `${BAD}\uFEFFx=1\n` })) ?? {};
    expect(validate(JSON.parse(String(files["base.json"])))).toBe(true);
    expect(validate({ version: 1, findings: [{ file: "a", rule: "b", fingerprint: "short", count: 1 }] })).toBe(false);
    expect(validate({ version: 1, findings: [], notes: "" })).toBe(false);
  });

  test("keeps what it knows of files that are not looked at, but not of those that are gone", async () => {
    const files = { "a-producer.properties": BAD, "b-producer.properties": DOUBTFUL, "c-producer.properties": BAD };
    const known = (await withBaseline(files)) ?? {};
    const left = Object.fromEntries(Object.entries(known).filter(([name]) => name !== "c-producer.properties"));
    const outcome = await ackwise(["lint", "a-producer.properties", ...BASE, "--update-baseline"], { files: left });
    const { findings } = JSON.parse(written(outcome)) as BaselineJson;
    expect(findings.map(({ file }) => file)).toEqual(["a-producer.properties", "b-producer.properties"]);
  });

  test("holds no secret, and no digest of one", async () => {
    const secret = (value: string): string =>
      `${GOOD}security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nssl.key.password=${value}\nmy.password=${value}\n`;
    const one = (await withBaseline({ "producer.properties": secret("hunter2") }))?.["base.json"];
    const other = (await withBaseline({ "producer.properties": secret("swordfish") }))?.["base.json"];
    expect(String(one)).toContain("clear-text-secret");
    expect(one).toBe(other);
  });

  test("needs a baseline to write", async () => {
    const outcome = await ackwise(["lint", ".", "--update-baseline"], { files: { "producer.properties": GOOD } });
    expect(outcome).toMatchObject({
      code: 2,
      stdout: "",
      stderr:
        "ackwise: --update-baseline: no baseline to write, expected --baseline FILE or baseline in .ackwise.yaml\n",
    });
  });
});

describe("with a baseline", () => {
  test.each([
    ["moved lines", (text: string) => `# a comment\n\n${text}`],
    ["other blanks", (text: string) => text.replaceAll("=", " = ")],
    ["other line ends", (text: string) => text.replaceAll("\n", "\r\n")],
  ])("%s change nothing", async (_what, change) => {
    const text = `# ours\n${BAD.replace(/^key.*$/m, "acks=0")}ligner.ms=5\n# ackwise-disable-line acks-one\n`;
    const known = await withBaseline({ "producer.properties": text });
    const outcome = await lint({ ...known, "producer.properties": change(text) }, "--fail-on", "hint");
    expect(outcome).toMatchObject({ code: 0, stderr: "" });
  });

  test("new findings are reported, and decide about the exit code", async () => {
    const known = await withBaseline({ "producer.properties": BAD });
    expect(await lint(known)).toMatchObject({ code: 0 });
    const outcome = await lint({ ...known, "producer.properties": `${BAD}acks=5\n` });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain("invalid-choice");
    expect(outcome.stdout).not.toContain("delivery-timeout-too-short");
    expect(outcome.stdout).toMatch(/1 error in 1 file .*\n1 more finding is in the baseline\n/);
  });

  test("one finding more of the same kind is new", async () => {
    const known = await withBaseline({ "producer.properties": `${GOOD}acks=all\nacks=all\n` });
    const outcome = await lint({ ...known, "producer.properties": `${GOOD}acks=all\nacks=all\nacks=all\n` });
    expect(outcome.stdout.match(/duplicate-key/g)).toHaveLength(1);
  });

  test("another value is another finding, whatever is hidden in it", async () => {
    const known = await withBaseline({ "producer.properties": `${GOOD}acks=5\n` });
    expect((await lint({ ...known, "producer.properties": `${GOOD}acks=6\n` })).code).toBe(1);
  });

  test("findings that no longer occur are told, not counted as a failure", async () => {
    const known = await withBaseline({
      "a-producer.properties": `${DOUBTFUL}acks=all\nacks=all\n`,
      "b-producer.properties": BAD,
    });
    const fixed = { ...known, "a-producer.properties": GOOD };
    expect(await lint(fixed)).toMatchObject({
      code: 0,
      stderr: "ackwise: base.json: 2 findings of the baseline no longer occur; run --update-baseline\n",
    });
    const gone = Object.fromEntries(Object.entries(fixed).filter(([name]) => name !== "b-producer.properties"));
    expect((await lint(gone)).stderr).toContain("3 findings of the baseline no longer occur");
    const one = await ackwise(["lint", "b-producer.properties", ...BASE], { files: fixed });
    expect(one).toMatchObject({ code: 0, stderr: "" });
    expect((await lint(fixed, "--quiet")).stderr).toBe("");
  });

  test("JSON says how many are known and gone", async () => {
    const known = await withBaseline({ "a-producer.properties": DOUBTFUL, "b-producer.properties": BAD });
    const { stdout } = await lint({ ...known, "a-producer.properties": GOOD }, "--format", "json");
    const report = JSON.parse(stdout) as { baseline: object; files: { findings: object[] }[] };
    expect(report.baseline).toEqual({ known: 1, gone: 1 });
    expect(report.files.flatMap(({ findings }) => findings)).toEqual([]);
  });

  test("GitHub annotations are only for what is new", async () => {
    const known = await withBaseline({ "producer.properties": BAD });
    expect((await lint(known, "--format", "github")).stdout).toBe("");
  });

  test("SARIF holds what is known, unchanged and suppressed", async () => {
    const known = await withBaseline({ "producer.properties": BAD });
    const { stdout } = await lint({ ...known, "producer.properties": `${BAD}acks=5\n` }, "--format", "sarif");
    const { results = [] } = (JSON.parse(stdout) as Log).runs[0]!;
    expect(results.map(({ ruleId, baselineState, suppressions }) => [ruleId, baselineState, suppressions])).toEqual([
      ["invalid-choice", "new", []],
      ["delivery-timeout-too-short", "unchanged", [{ kind: "external" }]],
    ]);
  });

  test("standard input is never known", async () => {
    const files = { "base.json": String((await withBaseline({ "producer.properties": BAD }))?.["base.json"]) };
    expect(await ackwise(["lint", "-", ...BASE], { files, stdin: BAD })).toMatchObject({ code: 1 });
  });

  test("paths count from the folder of the baseline", async () => {
    const files = { "app/producer.properties": BAD };
    const argv = ["lint", "app", "--baseline", "ci/base.json"];
    const update = await ackwise([...argv, "--update-baseline"], { files });
    const text = written(update, "/work/ci/base.json");
    expect((JSON.parse(text) as BaselineJson).findings[0]?.file).toBe("../app/producer.properties");
    expect(await ackwise(argv, { files: { ...files, "ci/base.json": text } })).toMatchObject({ code: 0, stderr: "" });
  });

  test("the project file may name it", async () => {
    const files = { "app/.ackwise.yaml": "baseline: ci/base.json\n", "app/producer.properties": BAD };
    expect(await ackwise(["lint", "app"], { files })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("app/ci/base.json: no such file, expected what ackwise lint") as string,
    });
    const text = written(await ackwise(["lint", "app", "--update-baseline"], { files }), "/work/app/ci/base.json");
    expect((JSON.parse(text) as BaselineJson).findings[0]?.file).toBe("../producer.properties");
    const world = { files: { ...files, "app/ci/base.json": text } };
    expect(await ackwise(["lint", "app"], world)).toMatchObject({ code: 0 });
    expect(await ackwise(["lint", "app", "--baseline", "none.json"], world)).toMatchObject({ code: 2 });
  });

  test("scenario files are known by their mistakes, too", async () => {
    const known = await withBaseline({ "load.ackwise.yaml": "durationMs: 0\n" });
    expect(await lint({ ...known, "load.ackwise.yaml": "# why\ndurationMs: 0\n" })).toMatchObject({ code: 0 });
  });
});

test.each([
  ["missing", undefined, "base.json: no such file, expected"],
  ["no JSON", "{", "base.json: no baseline (it is no JSON), expected"],
  ["something else", "[]", "base.json: no baseline (expected an object with $schema, version, findings), expected"],
  ["of another version", '{"version":2,"findings":[]}', "base.json: no baseline (version: expected 1), expected"],
  [
    "half an entry",
    '{"version":1,"findings":[{"file":"a","rule":"b","count":1}]}',
    "base.json: no baseline (findings[0].fingerprint: expected a text of 16 to 16 characters), expected",
  ],
])("a baseline that is %s: one message and exit code 2", async (_what, text, message) => {
  const files = { "producer.properties": BAD, ...(text === undefined ? {} : { "base.json": text }) };
  const outcome = await lint(files);
  const remedy = "what ackwise lint --baseline FILE --update-baseline writes";
  expect(outcome).toMatchObject({ code: 2, stdout: "", stderr: `ackwise: ${message} ${remedy}\n` });
  if (text === undefined) return;
  expect(await lint(files, "--update-baseline")).toMatchObject({ code: 2, written: new Map() });
});

test("suppressed in the source: SARIF has the reason, other formats have nothing", async () => {
  const text = `${GOOD}# ackwise-disable-next-line invalid-choice -- the broker is patched\nacks=5\n# ackwise-disable-next-line\nretries=x\n`;
  const files = { "producer.properties": text };
  expect(await ackwise(["lint", "."], { files })).toMatchObject({ code: 0 });
  const { stdout } = await ackwise(["lint", ".", "--format", "sarif"], { files });
  const { results = [] } = (JSON.parse(stdout) as Log).runs[0]!;
  expect(results.map(({ ruleId, suppressions }) => [ruleId, suppressions])).toEqual([
    ["invalid-choice", [{ kind: "inSource", justification: "the broker is patched" }]],
    ["invalid-number", [{ kind: "inSource" }]],
  ]);
  expect(results[0]).not.toHaveProperty("baselineState");
});
