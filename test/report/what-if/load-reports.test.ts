// What reports say of topics, of transactions, of the time in send(), and of keys that do not count.
import { describe, expect, it } from "vitest";
import { inlineRunner } from "../../../server/src/core/report/what-if/inline-runner.js";
import { compareText } from "../../../server/src/core/report/what-if/run.js";
import { renderReportPage } from "../../../server/src/core/report/render/render-html.js";
import { renderReportMarkdown } from "../../../server/src/core/report/render/render-markdown.js";
import { simulateText } from "../../../server/src/core/report/simulate.js";
import type { Report, ReportTable } from "../../../server/src/core/report/report-model.js";
import type { SimulatedResult } from "../../../server/src/core/simulation/result/result.js";
import { measure } from "../../../server/src/core/whatif/measures.js";
import { parseRequirement, type Requirement } from "../../../server/src/core/whatif/requirement.js";
import { PLAIN_TEXT } from "../../whatif/plain-result.js";

const run = inlineRunner({}, () => Promise.resolve());

async function compared(
  text: string,
  set: Readonly<Record<string, string>>,
  scenario: unknown,
  require: readonly string[] = [],
) {
  const changes = Object.entries(set).map(([key, value]) => ({ key, value }));
  const requirements = require.map((one) => parseRequirement(one) as Requirement);
  const sets = changes.length === 0 ? [] : [changes];
  const made = await compareText(text, sets, { scenario, seeds: [1, 2], run, requirements });
  if (made.outcome !== "done") throw new Error(JSON.stringify(made.mistakes));
  return made;
}

function simulated(text: string, scenario: unknown, kafkaVersion = ""): SimulatedResult {
  const version = kafkaVersion === "" ? "" : `# ackwise-kafka-version: ${kafkaVersion}\n`;
  const result = simulateText(version + text, scenario);
  if (result.outcome !== "simulated") throw new Error(JSON.stringify(result));
  return result;
}

function table({ sections }: Report, caption: string): ReportTable | undefined {
  const blocks = sections.flatMap((section) => section.blocks);
  return blocks.find((block): block is ReportTable => block.kind === "table" && block.caption === caption);
}

function cells(found: ReportTable | undefined): readonly (readonly string[])[] {
  return (found?.rows ?? []).map((row) => row.map(({ text }) => text));
}

function labels(found: ReportTable | undefined): readonly string[] {
  return (found?.columns ?? []).map(({ label }) => label);
}

function why({ sections }: Report): string {
  return JSON.stringify(sections.find(({ id }) => id === "why") ?? "");
}

describe("transactions in a report", () => {
  const SCENARIO = { durationMs: 1_000, workload: { transaction: { everyMs: 20 } } };
  const TEXT = `${PLAIN_TEXT}transactional.id=a\n`;
  const CAPTION = "What becomes of transactions";

  it("are shown for each configuration that has them, with measures that can be required", async () => {
    const { report, data } = await compared(TEXT, { "linger.ms": "0" }, SCENARIO, ["commit<0.01ms", "aborted=0"]);
    const found = table(report, CAPTION);
    expect(labels(found)).toEqual([
      "Configuration",
      "Committed",
      "Aborted",
      "Stored records of aborted ones",
      "Commit, mean",
      "Commit, p99",
      "Commit, longest",
    ]);
    const [first, second] = data.outcomes.map((one) => (one.outcome === "simulated" ? one.results[0]! : undefined));
    expect(cells(found).map((row) => row.slice(0, 4))).toEqual([
      ["file as it is", String(first!.transactions!.committed), "0", "0"],
      ["linger.ms=0", String(second!.transactions!.committed), "0", "0"],
    ]);
    expect(first!.transactions!.committed).toBeGreaterThan(20);
    expect(cells(table(report, "Measures of the file and its variants")).map(([name]) => name)).toContain(
      "Commit latency, p99",
    );
    expect(data.verdicts.map(({ holds }) => holds)).toEqual([false, true]);
    expect(renderReportMarkdown(report)).toContain("| Committed | Aborted |");
    expect(renderReportPage(report)).toContain("Commit, longest");
  });

  it("are not mentioned without a transactional.id", async () => {
    const { report } = await compared(PLAIN_TEXT, {}, { durationMs: 200 });
    expect(table(report, CAPTION)).toBeUndefined();
    const shown = cells(table(report, "Measures of the file and its variants")).map(([name]) => name);
    for (const name of ["Commit latency, p99", "Transactions aborted", "Blocked in send(), mean"])
      expect(shown).not.toContain(name);
  });

  it("that are aborted are told as bad", async () => {
    const failing = { ...SCENARIO, topic: { maxMessageBytes: 500 }, durationMs: 200 };
    const { report } = await compared(TEXT, {}, failing);
    const [row] = table(report, CAPTION)!.rows;
    expect(Number(row![1]!.text)).toBeGreaterThan(0);
    expect(row![1]!.tone).toBe("bad");
  });

  it("that take long are a reason", async () => {
    const distant = { ...SCENARIO, cluster: { clientRttMs: 30 } };
    const { report } = await compared(TEXT, {}, distant);
    expect(why(report)).toMatch(/The application spends \d\d % of the time in commitTransaction\(\)/);
    expect(why((await compared(TEXT, {}, { durationMs: 1_000 })).report)).not.toContain("commitTransaction()");
  });
});

describe("the time in send()", () => {
  const HELD_UP = {
    durationMs: 2_000,
    workload: { arrivals: { kind: "constant", perSecond: 2_000 } },
    faults: [{ kind: "hang", atMs: 500, broker: 0, forMs: 800 }],
  };

  it("is of every call, also of those that fail", () => {
    const text = `${PLAIN_TEXT}buffer.memory=65536\nmax.block.ms=100\n`;
    const result = simulated(text, HELD_UP);
    const failed = result.records.failedBeforeSending;
    expect(failed).toBeGreaterThan(2);
    expect(result.blockedMs.count).toBe(result.records.sent);
    expect(result.blockedMs.max).toBe(100);
    expect(result.blockedMs.mean * result.blockedMs.count).toBeGreaterThanOrEqual(failed * 100);
    expect(result.stagesMs.blocked.count).toBe(result.records.storedOnce);
    expect(measure(result)).toMatchObject({ blocked: result.blockedMs.mean, blockedP99: result.blockedMs.p99 });
  });

  it("is 0 where nothing waits", () => {
    expect(simulated(PLAIN_TEXT, { durationMs: 200 }).blockedMs).toMatchObject({ mean: 0, p99: 0, max: 0 });
  });

  it("can be required, and stands in the headline of a comparison", async () => {
    const scenario = { durationMs: 1_000, cluster: { clientRttMs: 40 } };
    const requirements = ["blocked<0.01ms", "blocked-p99<1 min"];
    const { report, data } = await compared(PLAIN_TEXT, { "buffer.memory": "65536" }, scenario, requirements);
    expect(data.verdicts.map(({ holds }) => holds)).toEqual([false, true]);
    expect(report.headline).toMatch(/^Not met: blocked<0\.01ms .*Cannot keep up: [\d,]+ of [\d,]+ records\/s\./);
  });
});

describe("keys that do not count", () => {
  const KEYED = {
    durationMs: 1_000,
    workload: { arrivals: { kind: "constant", perSecond: 1_000 }, keys: { kind: "uniform", count: 100 } },
  };
  const reasons = async (text: string, scenario: unknown = KEYED): Promise<string> =>
    why((await compared(text, {}, scenario)).report);

  it.each([
    ["", "", { "partitioner.ignore.keys": false }],
    ["partitioner.ignore.keys=true\n", "", { "partitioner.ignore.keys": true }],
    ["", "3.2", {}],
    [
      "partitioner.class=org.apache.kafka.clients.producer.RoundRobinPartitioner\n",
      "4.0",
      {
        "partitioner.class": "org.apache.kafka.clients.producer.RoundRobinPartitioner",
        "partitioner.ignore.keys": false,
      },
    ],
  ])("%j on %s: the settings of the result say so", (text, version, expected) => {
    const { settings } = simulated(PLAIN_TEXT + text, { durationMs: 5 }, version);
    const own = Object.entries(settings).filter(([key]) => key.startsWith("partitioner."));
    expect(Object.fromEntries(own)).toEqual(expected);
  });

  it("are no reason for batches that are not full", async () => {
    expect(await reasons(PLAIN_TEXT)).toContain("over 6 partitions");
    const ignoring = await reasons(`${PLAIN_TEXT}partitioner.ignore.keys=true\n`);
    expect(ignoring).toContain("keys do not decide here");
    expect(ignoring).not.toContain("over 6 partitions");
  });

  it("round robin sticks to no partition, with keys or without", async () => {
    const text = `${PLAIN_TEXT}partitioner.class=org.apache.kafka.clients.producer.RoundRobinPartitioner\n`;
    expect(await reasons(text)).toContain("over 6 partitions");
    expect(await reasons(text, { ...KEYED, workload: { ...KEYED.workload, keys: { kind: "none" } } })).toContain(
      "over 6 partitions",
    );
  });
});

describe("what a report rests on", () => {
  it("names what the model leaves out of any of the variants, once", async () => {
    const set = { "compression.type": "zstd", "compression.zstd.level": "15" };
    const { report } = await compared(PLAIN_TEXT, set, { durationMs: 100 });
    const { items } = report.sections.find(({ id }) => id === "limits")!.blocks[0] as { items: readonly string[] };
    expect(items.filter((item) => item.startsWith("compression.zstd.level: costs too little here"))).toHaveLength(1);
    expect(new Set(items).size).toBe(items.length);
    expect(items.at(-1)).toContain("docs/simulation.md");
  });
});

describe("topics in a report", () => {
  const SCENARIO = {
    durationMs: 500,
    topics: [
      { name: "narrow", maxMessageBytes: 500 },
      { name: "wide", share: 3, partitions: 2 },
    ],
  };

  it("are told with their shares, and what becomes of their records", async () => {
    const { report } = await compared(PLAIN_TEXT, { "linger.ms": "0" }, SCENARIO);
    expect(report.about.find(({ label }) => label === "Topic")?.value).toBe(
      "narrow: 25 % of the records, 6 partitions, replication factor 3, min.insync.replicas 2; " +
        "wide: 75 % of the records, 2 partitions, replication factor 3, min.insync.replicas 2",
    );
    const found = table(report, "By topic");
    expect(labels(found)).toEqual(["Configuration", "Topic", "Records", "Reported as failed", "Latency, p99"]);
    expect(cells(found).map(([configuration, topic]) => `${configuration} ${topic}`)).toEqual([
      "file as it is narrow",
      "file as it is wide",
      "linger.ms=0 narrow",
      "linger.ms=0 wide",
    ]);
    const [narrow, wide] = cells(found);
    expect(narrow![3]).toBe(narrow![2]);
    expect(wide![3]).toBe("0");
  });

  it("are not listed when there is one, and the list of many ends", async () => {
    const { report } = await compared(PLAIN_TEXT, {}, { durationMs: 50 });
    expect(table(report, "By topic")).toBeUndefined();
    const topics = Array.from({ length: 7 }, (_, number) => ({ name: `t${number}` }));
    const many = await compared(PLAIN_TEXT, {}, { durationMs: 50, topics });
    expect(many.report.about.find(({ label }) => label === "Topic")?.value).toMatch(/t4: .*; …$/);
    expect(cells(table(many.report, "By topic"))).toHaveLength(7);
  });
});
