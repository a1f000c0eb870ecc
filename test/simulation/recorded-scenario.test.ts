// Recorded records in a scenario: their times and sizes are what is simulated.
import { describe, expect, it } from "vitest";
import { Messages } from "../../server/src/core/messages/messages.js";
import { simulateText } from "../../server/src/core/report/simulate.js";
import { toldMistake, type ToldMistake } from "../../server/src/core/schema/schema-check.js";
import { readScenario } from "../../server/src/core/simulation/scenario/read-scenario.js";

const SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";
const TEXT = `bootstrap.servers=127.0.0.1:9092\nkey.serializer=${SERIALIZER}\nvalue.serializer=${SERIALIZER}\n`;

function recorded(csv: string, more: object = {}): object {
  return { durationMs: 1_000, workload: { arrivals: { kind: "recorded", csv, ...more } } };
}

function mistakesIn(scenario: unknown): readonly ToldMistake[] | undefined {
  return readScenario(scenario).mistakes?.map((mistake) => toldMistake(mistake, new Messages()));
}

describe("a recording", () => {
  it("is sent as it was recorded", () => {
    const result = simulateText(TEXT, recorded("ms,bytes\n0,1000\n100,3000\n900,2000\n1500,10\n"), {
      checksInvariants: true,
    });
    if (result.outcome !== "simulated") throw new Error(JSON.stringify(result));
    expect(result.records).toMatchObject({ sent: 3, storedOnce: 3 });
    expect(result.batches.count).toBe(3);
    expect(result.batches.bytesMean).toBeGreaterThan(2_060);
    expect(result.batches.bytesMean).toBeLessThan(2_090);
    expect(result.series.columns["sent"]!.filter((sent) => sent > 0)).toHaveLength(3);
  });

  it("starts again, and needs no sizes", () => {
    const result = simulateText(TEXT, recorded("0\n1\n2\n", { everyMs: "100 ms" }));
    expect(result).toMatchObject({ outcome: "simulated", records: { sent: 30, storedOnce: 30 } });
  });

  it.each<[object, string, unknown, string]>([
    [recorded("5\n3\n"), "workload.arrivals.csv", "3", "times in order in line 2"],
    [recorded("5,many\n"), "workload.arrivals.csv", "5,many", "milliseconds[,bytes] in line 1"],
    [recorded("# nothing\n"), "workload.arrivals.csv", "# nothing", "records in line 1"],
    [recorded("1,2\n3\n"), "workload.arrivals.csv", "1 of 2 lines have bytes", "all lines with bytes, or none"],
    [recorded("1,200000000\n"), "workload.arrivals.csv", 200_000_000, "at most 104857600 bytes"],
    [
      recorded("500\n", { everyMs: 2 }),
      "workload.arrivals.everyMs",
      2,
      "at least the last time of the recording (500)",
    ],
  ])("%j has a mistake", (scenario, path, value, allowed) => {
    expect(mistakesIn(scenario)).toEqual([{ path, value, allowed }]);
  });

  it("from a file that nobody has read is a mistake that says what to do", () => {
    const unread = { workload: { arrivals: { kind: "recorded", csvFile: "traffic.csv" } } };
    const allowed = "a file that can be read; from a program, its text as csv";
    expect(mistakesIn(unread)).toEqual([{ path: "workload.arrivals.csvFile", value: "traffic.csv", allowed }]);
    expect(mistakesIn({ workload: { arrivals: { kind: "recorded" } } })).toEqual([
      { path: "workload.arrivals.csvFile", allowed: "one of csvFile, csv" },
    ]);
  });

  it("counts towards limits.records", () => {
    const many = { ...recorded("0\n1\n", { everyMs: 1 }), limits: { records: 1_000 } };
    expect(mistakesIn(many)).toMatchObject([{ path: "workload", value: "2000 records" }]);
  });
});

describe("a recorded rate", () => {
  const rates = (csv: string): object => ({
    durationMs: 4_000,
    workload: { arrivals: { kind: "steps", csv }, spacing: "even" },
  });

  it("holds until the next time, counted from the first, and begins again", () => {
    const result = simulateText(TEXT, rates("time,rate\n1732104000000,100\n1732104001000,300\n"));
    if (result.outcome !== "simulated") throw new Error(JSON.stringify(result));
    // The last one comes at the very end, or just after it.
    expect([799, 800]).toContain(result.records.sent);
    const sent = result.series.columns["sent"]!;
    const inSecond = (second: number): number =>
      sent.slice(second * 25, second * 25 + 25).reduce((sum, records) => sum + records, 0);
    for (const [second, records] of [100, 300, 100, 300].entries())
      expect(Math.abs(inSecond(second) - records)).toBeLessThanOrEqual(2);
  });

  it.each<[string, string, string]>([
    ["0,5\n0,6\n", "0,6", "a time later than the one before in line 2"],
    ["0,5\n1000\n", "1000", "milliseconds,records per second in line 2"],
    ["0,5\n1000,20000000\n", "1000,20000000", "at most 10000000 records per second in line 2"],
    ["0,5\n", "0,5", "two lines with rates at least in line 1"],
  ])("%j has a mistake", (csv, value, allowed) => {
    expect(mistakesIn(rates(csv))).toEqual([{ path: "workload.arrivals.csv", value, allowed }]);
  });

  it("has a limit", () => {
    const csv = Array.from({ length: 100_001 }, (_, ms) => `${ms},1\n`).join("");
    const allowed = "at most 100000 lines with rates in line 100001";
    expect(mistakesIn(rates(csv))).toEqual([{ path: "workload.arrivals.csv", value: "100000,1", allowed }]);
  });

  it("needs one of three", () => {
    expect(mistakesIn({ workload: { arrivals: { kind: "steps" } } })).toEqual([
      { path: "workload.arrivals.steps", allowed: "one of steps, csvFile, csv" },
    ]);
  });
});
