import { describe, expect, test } from "vitest";
import { ackwise, BAD, GOOD } from "./memory-io.js";

const SHORT = "durationMs: 300\nname: mine\n";

function simulate(argv: readonly string[], files: Record<string, string> = {}) {
  return ackwise(["simulate", ...argv], { files: { "a.properties": GOOD, "s.yaml": SHORT, ...files } });
}

describe("ackwise simulate", () => {
  test("a report for people", async () => {
    const { code, stdout, stderr } = await simulate(["a.properties", "--scenario", "s.yaml"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /No record is lost, doubled or out of order: [\d,]+ records\/s with a p99 latency of [\d.]+ ms\./,
    );
    for (const word of ["Throughput", "Batch fill", "Requests per second", "waiting in the batch", "mine"])
      expect(stdout).toContain(word);
  });

  test("JSON is the library's result with the file; Markdown has tables, and a page is written", async () => {
    const json = await simulate(["a.properties", "--scenario", "s.yaml", "--format", "json", "--seed", "5"]);
    expect(JSON.parse(json.stdout)).toMatchObject({ file: "a.properties", outcome: "simulated", seed: 5, format: 1 });
    const markdown = await simulate(["a.properties", "--scenario", "s.yaml", "--format", "md"]);
    expect(markdown.stdout).toContain("| Latency, p99 |");
    const page = await simulate(["a.properties", "--scenario", "s.yaml", "--output", "r.html"]);
    expect(Buffer.from(page.written.get("/work/r.html") ?? []).toString("utf8")).toMatch(/^<!doctype html>/i);
  });

  test("JSON scenarios, and what becomes of records under faults", async () => {
    const scenario = { durationMs: 2_000, faults: [{ kind: "lost-answers", atMs: 500, broker: 0, forMs: 200 }] };
    const files = {
      "s.json": JSON.stringify(scenario),
      "b.properties": `${GOOD}acks=1\nenable.idempotence=false\nrequest.timeout.ms=1000\n`,
    };
    const { stdout, code } = await simulate(["b.properties", "--scenario", "s.json"], files);
    expect(code).toBe(0);
    expect(stdout).toContain("stored twice or more");
  });

  test("recorded traffic, by its path from the scenario file", async () => {
    const scenario = "durationMs: 300\nworkload: { arrivals: { kind: recorded, csvFile: ../data/t.csv } }\n";
    const files = { "load/s.ackwise.yaml": scenario, "data/t.csv": "ms,bytes\n0,10\n1,30\n250,20\n" };
    const argv = ["a.properties", "--scenario", "load/s.ackwise.yaml"];
    const json = await simulate([...argv, "--format", "json"], files);
    expect(JSON.parse(json.stdout)).toMatchObject({ records: { sent: 3, storedOnce: 3 } });
    const { stdout: report } = await simulate(argv, files);
    expect(report.replace(/\s+/g, " ")).toContain(
      "10.0 records/s of ≈ 20.0 B, producers: 1, asynchronous; ../data/t.csv",
    );
    const bad = await simulate(argv, { ...files, "data/t.csv": "0,10\nsoon,30\n" });
    expect([bad.code, bad.stderr]).toEqual([
      2,
      "ackwise: load/s.ackwise.yaml:2:50: ../data/t.csv:2: this line cannot stand there: expected milliseconds[,bytes].\n",
    ]);
    const none = await simulate(argv, { "load/s.ackwise.yaml": scenario });
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("expected a CSV file that can be read")]);
    const { code, stdout } = await ackwise(["lint", "load/s.ackwise.yaml"], {
      files: { ...files, "data/t.csv": "9\n1\n" },
    });
    expect([code, stdout]).toEqual([
      1,
      expect.stringContaining("../data/t.csv:2: this line cannot stand there: expected times in order"),
    ]);
  });

  test("traces", async () => {
    const ndjson = await simulate(["a.properties", "--scenario", "s.yaml", "--trace", "out.ndjson"]);
    const text = Buffer.from(ndjson.written.get("/work/out.ndjson") ?? []).toString("utf8");
    expect(text).toContain('"event":"request"');
    const chrome = await simulate(["a.properties", "--scenario", "s.yaml", "--trace", "out.json"]);
    const trace = Buffer.from(chrome.written.get("/work/out.json") ?? []).toString("utf8");
    expect(JSON.parse(trace)).toHaveProperty("traceEvents");
  });

  test("a configuration that the client refuses: exit code 1", async () => {
    const { code, stdout } = await simulate(["b.properties"], { "b.properties": BAD });
    expect(code).toBe(1);
    expect(stdout).toContain("The producer does not start:");
  });

  test("what was required", async () => {
    const required = ["a.properties", "--scenario", "s.yaml", "--require"];
    expect((await simulate([...required, "lost=0"])).code).toBe(0);
    expect((await simulate([...required, "p99<0.001ms"])).code).toBe(1);
  });

  test.each<[string[], Record<string, string>, string]>([
    [["--scenario", "nowhere"], {}, 'scenario: "nowhere", expected a place (one-rack, three-zones'],
    [["--scenario", "no.yaml"], {}, "no.yaml: no such file"],
    [["--scenario", "s.yaml"], { "s.yaml": "a: [" }, "s.yaml:1:5: Flow sequence"],
    [
      ["--scenario", "s.yaml"],
      { "s.yaml": "durationMs: x" },
      's.yaml:1:13: "x" cannot stand here: expected a number from 1',
    ],
    [["--scenario", "s.yaml"], { "s.yaml": "" }, "s.yaml: an empty scenario"],
    [["--seed", "x"], {}, "--seed x: no whole number"],
    [["--trace", "out.txt"], {}, "--trace out.txt: expected a name that ends in"],
  ])("%j %j: exit code 2", async (argv, files, message) => {
    const { code, stdout, stderr } = await simulate(["a.properties", ...argv], files);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});

describe("the scenario in use", () => {
  const short = (name: string): string => `name: ${name}\ndurationMs: 100\n`;
  const scenarioOf = async (files: Record<string, string>, ...argv: string[]): Promise<string | undefined> => {
    const { code, stdout, stderr } = await simulate(["app/a.properties", "--format", "json", ...argv], files);
    return code === 0 ? (JSON.parse(stdout) as { scenario: { name: string } }).scenario.name : stderr;
  };
  const files = { "app/a.properties": GOOD, "near.ackwise.yaml": "durationMs: 100", ".git/HEAD": "" };

  test.each<[string, Record<string, string>, string[], string]>([
    ["the nearest file, called as the file is", files, [], "near"],
    ["a nearer one", { ...files, "app/x.ackwise.json": '{"durationMs": 100, "name": "x"}' }, [], "x"],
    ["a comment", { ...files, "app/a.properties": `${GOOD}# ackwise-scenario: laptop\n` }, [], "laptop"],
    [
      "a comment with a file beside several",
      {
        ...files,
        "app/a.properties": `${GOOD}# ackwise-scenario: ../two/b.ackwise.yaml\n`,
        "two/a.ackwise.yaml": short("a"),
        "two/b.ackwise.yaml": short("b"),
      },
      [],
      "b",
    ],
    [
      "of several none",
      { ...files, "app/x.ackwise.yaml": short("x"), "app/y.ackwise.yaml": short("y") },
      [],
      "one-rack",
    ],
    ["the option before all", files, ["--scenario", "s.yaml"], "mine"],
    [
      "nothing above the repository",
      { "../up.ackwise.yaml": short("up"), "app/a.properties": GOOD, ".git/HEAD": "" },
      [],
      "one-rack",
    ],
  ])("%s", async (_what, world, argv, expected) => {
    expect(await scenarioOf(world, ...argv)).toBe(expected);
  });

  test.each<[Record<string, string>, string]>([
    [{ "near.ackwise.yaml": "durationMS: 1" }, 'near.ackwise.yaml:1:1: "durationMS" is nothing that can stand here'],
    [{ "app/a.properties": `# ackwise-scenario: moon\n${GOOD}` }, 'app/a.properties:1: "moon" is no scenario'],
    [{ "app/a.properties": `# ackwise-scenario: no.ackwise.yaml\n${GOOD}` }, "app/no.ackwise.yaml: no such file"],
  ])("a mistake is told: %j", async (changed, message) => {
    expect(await scenarioOf({ ...files, ...changed })).toContain(message);
  });
});
