import { describe, expect, test } from "vitest";
import { ackwise, BAD, GOOD } from "./memory-io.js";

const FILES = { "a.properties": GOOD, "bad.properties": BAD, "s.yaml": "durationMs: 200\nname: mine\n" };
const SHORT = ["--scenario", "s.yaml", "--seeds", "2"];

function command(argv: readonly string[], files: Readonly<Record<string, string | Uint8Array>> = {}) {
  return ackwise(argv, { files: { ...FILES, ...files } });
}

describe("ackwise what-if", () => {
  test("a report for people: headline, table, how to make it again", async () => {
    const { code, stdout, stderr } = await command(["what-if", "a.properties", "--set", "linger.ms=50", ...SHORT]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("What if linger.ms=50");
    expect(stdout).toContain("Latency, p99");
    expect(stdout).toContain("ackwise what-if a.properties --set linger.ms=50 --scenario s.yaml --seeds 2");
  });

  test("data, Markdown and a page, printed or written as a whole", async () => {
    const argv = [
      "what-if",
      "a.properties",
      "--set",
      "linger.ms=50",
      "--set-b",
      "acks=1",
      "--set-b",
      "retries",
      ...SHORT,
    ];
    const json = JSON.parse((await command([...argv, "--format", "json"])).stdout) as { variants: unknown[] };
    expect(json).toMatchObject({
      report: { kind: "what-if", format: 1 },
      variants: [
        { changes: [], outcome: "simulated" },
        { changes: [{ key: "linger.ms", value: "50" }] },
        { changes: [{ key: "acks", value: "1" }, { key: "retries" }] },
      ],
    });
    expect((await command([...argv, "--format", "md"])).stdout).toContain("| Latency, p99 |");
    const page = await command([...argv, "--output", "out/r.html"]);
    expect([page.code, page.stdout]).toEqual([0, ""]);
    expect(page.stderr).toMatch(/wrote out\/r\.html\n$/);
    expect(Buffer.from(page.written.get("/work/out/r.html") ?? []).toString("utf8")).toMatch(/^<!doctype html>/i);
  });

  test("exit code 1 when something required fails, and when the client refuses the file or the variant", async () => {
    const set = ["--set", "linger.ms=50"];
    expect((await command(["what-if", "a.properties", ...set, ...SHORT, "--require", "p99<0.001ms"])).code).toBe(1);
    expect((await command(["what-if", "a.properties", ...set, ...SHORT, "--require", "lost=0"])).code).toBe(0);
    expect((await command(["what-if", "bad.properties", ...set, ...SHORT])).code).toBe(1);
    const refused = await command(["what-if", "a.properties", "--set", "acks=7", ...SHORT]);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain("The client refuses acks=7");
  });

  test.each([
    [[], "--set key=value: expected at least one change"],
    [["--set", "=5"], "--set =5: expected key=value"],
    [["--set", "linger.ms=5", "--require", "p99"], "--require p99: expected a measure"],
    [["--set", "linger.ms=5", "--require", "p99<1ms", "--require", "p99>2ms"], "p99<1ms and p99>2ms contradict"],
    [["--set", "linger.ms=5", "--seeds", "0"], "--seeds 0: no whole number from 1 to 1000"],
    [["--set", "linger.ms=5", "--jobs", "x"], "--jobs x: no whole number from 1 to 256"],
    [["--set", "linger.ms=5", "--scenario", "nowhere"], "nowhere"],
    [["--set", "linger.ms=5", "--output", "a.pdf"], "--output a.pdf: expected a name that ends in .html"],
  ])("%j: exit code 2, nothing written", async (argv, message) => {
    const { code, stdout, stderr, written } = await command(["what-if", "a.properties", ...argv]);
    expect([code, stdout, written.size]).toEqual([2, "", 0]);
    expect(stderr).toContain(message);
  });
});

describe("ackwise sweep and merge", () => {
  const SWEEP = ["sweep", "a.properties", "--vary", "linger.ms=0,5,20", "--vary", "batch.size=16384,65536", ...SHORT];

  test("parts put together are the whole", async () => {
    const whole = await command([...SWEEP, "--format", "md"]);
    expect(whole.stdout).toContain("Best for Latency, p99: linger.ms=");
    const files: Record<string, Uint8Array> = {};
    for (const part of ["1/2", "2/2"]) {
      const { written, stderr } = await command([...SWEEP, "--shard", part, "--output", `part${part[0] ?? ""}.json`]);
      expect(stderr).toContain(`part ${part}, 3 cells`);
      for (const [path, bytes] of written) files[path] = bytes;
    }
    const merged = await command(["merge", "part1.json", "part2.json", "--format", "md"], files);
    expect([merged.code, merged.stdout]).toEqual([0, whole.stdout]);
    const half = await command(["merge", "part2.json"], files);
    expect(half.code).toBe(2);
    expect(half.stderr).toContain("3 of 6 cells are missing: part 1 of 2");
  });

  test.each([
    [["sweep", "a.properties", "--vary", "linger.ms"], "--vary linger.ms: expected key=value,value"],
    [["sweep", "a.properties", "--vary", "a=1", "--vary", "a=2"], "--vary: a twice"],
    [["sweep", "a.properties", "--vary", "a=1", "--shard", "3/2"], "--shard 3/2: expected part/parts"],
    [["sweep", "a.properties", "--vary", "a=1", "--shard", "1/2"], "expected --output part.json"],
    [["sweep", "a.properties", "--vary", "a=1", "--measure", "speed"], "--measure speed: no measure"],
    [["merge", "a.properties"], "a.properties: no part of a sweep"],
    [["merge", "none.json"], "none.json: cannot be read"],
  ])("%j: exit code 2", async (argv, message) => {
    const { code, stderr } = await command(argv);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe("ackwise tune", () => {
  test("a proposal with what it brings, as data too", async () => {
    const argv = ["tune", "a.properties", "--goal", "requests", "--require", "p99<30ms", ...SHORT];
    const { code, stdout } = await command([...argv, "--format", "json"]);
    expect(code).toBe(0);
    const { proposal, requirements } = JSON.parse(stdout) as {
      proposal: unknown[];
      requirements: { holds: boolean }[];
    };
    expect(proposal.length).toBeGreaterThan(0);
    expect(requirements.map(({ holds }) => holds)).toEqual([true]);
  });

  test("an unknown goal: exit code 2", async () => {
    const { code, stderr } = await command(["tune", "a.properties", "--goal", "fast"]);
    expect(code).toBe(2);
    expect(stderr).toContain("--goal fast: no goal, expected p99, throughput, requests, memory, no-loss");
  });
});
