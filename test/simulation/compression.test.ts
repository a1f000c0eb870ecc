// compression.type and partitioner settings of a file, in whole simulations.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { simulateText } from "../../server/src/core/report/simulate.js";
import { CompressionRatios } from "../../server/src/core/simulation/producer/compression.js";
import type { SimulatedResult } from "../../server/src/core/simulation/result/result.js";
import { isCodec, measureOf } from "../../server/src/core/simulation/scenario/compression-table.js";

const SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";
const TEXT = `bootstrap.servers=127.0.0.1:9092\nkey.serializer=${SERIALIZER}\nvalue.serializer=${SERIALIZER}\n`;
const PRODUCER = "org.apache.kafka.clients.producer.";

function simulated(text: string, scenario: object): SimulatedResult {
  const result = simulateText(TEXT + text, { durationMs: 3_000, ...scenario }, { checksInvariants: true });
  if (result.outcome !== "simulated") throw new Error(JSON.stringify(result));
  return result;
}

describe("compression.type", () => {
  it.each(["gzip", "snappy", "lz4", "zstd"])(
    "%s makes batches as small as was measured, and holds more records",
    (codec) => {
      if (!isCodec(codec)) throw new Error(codec);
      const busy = { workload: { arrivals: { kind: "constant", perSecond: 40_000 } }, topic: { partitions: 1 } };
      const plain = simulated("linger.ms=50\n", busy);
      const compressed = simulated(`linger.ms=50\ncompression.type=${codec}\n`, busy);
      const rawBytes = compressed.batches.recordsMean * 1_010;
      const ratio = (compressed.batches.bytesMean - 61) / rawBytes;
      const [, , kib16, kib64] = measureOf(codec, "json").ratio.map((point) => point.ratio);
      expect(ratio).toBeLessThan(kib16! * 1.05);
      expect(ratio).toBeGreaterThan(kib64! * 0.95);
      expect(compressed.batches.recordsMean).toBeGreaterThan(1.5 * plain.batches.recordsMean);
      expect(compressed.metrics["outgoing-byte-total"]! / plain.metrics["outgoing-byte-total"]!).toBeLessThan(0.55);
      expect(compressed.settings["compression.type"]).toBe(codec);
      expect(compressed.approximations.map(({ key }) => key)).not.toContain("compression.type");
    },
  );

  it("does nothing for bytes that cannot be made smaller, and a ratio of one's own counts", () => {
    const bytes = (workload: object) => simulated("compression.type=zstd\n", { workload }).requests.bytes;
    const plain = simulated("", {}).requests.bytes;
    expect(bytes({ compressibility: "random" }) / plain).toBeGreaterThan(0.97);
    expect(bytes({ compressionRatio: 0.1 }) / plain).toBeLessThan(0.2);
  });

  it("costs the application what the codec costs", () => {
    const scenario = {
      workload: { arrivals: { kind: "constant", perSecond: 100_000 }, valueBytes: { min: 10_000, max: 10_000 } },
      durationMs: 200,
      cluster: { bandwidthMbitPerSecond: 100_000 },
    };
    const speed = (text: string) => simulated(text, scenario).throughput.recordsPerSecond;
    // 15.7 ns a byte and 0.7 us + 0.5 ns a byte of send() itself: 162.7 us a record of 10 kB.
    expect(speed("compression.type=gzip\n")).toBeGreaterThan(0.95 * (1_000_000 / 162.7));
    expect(speed("compression.type=gzip\n")).toBeLessThan(1_000_000 / 162.7);
  });

  it("a ratio lies between those measured, and never far above 1", () => {
    const ratios = new CompressionRatios({ codec: "gzip", ratio: measureOf("gzip", "json").ratio });
    const partition = { topic: "t", partition: 0 };
    const at = (rawBytes: number) => Math.round(ratios.actual({ partition, records: [], rawBytes }) * 1_000) / 1_000;
    expect([1_024, 4_096, 16_384, 65_536, 1_000_000].map(at)).toEqual([0.58, 0.35, 0.281, 0.255, 0.255]);
    expect(at(2_000)).toBeLessThan(0.58);
    expect(at(2_000)).toBeGreaterThan(0.35);
    expect(at(600)).toBeGreaterThan(0.58);
    expect(at(100)).toBe(1.2);
  });

  it("names a level that it does not know the costs of", () => {
    const keys = (text: string) => simulated(text, { durationMs: 50 }).approximations.map(({ key }) => key);
    const zstd = (level: number) => keys(`compression.type=zstd\ncompression.zstd.level=${level}\n`);
    for (const level of [10, 22, -8]) expect(zstd(level)).toContain("compression.zstd.level");
    for (const level of [9, 1, 0, -7]) expect(zstd(level)).not.toContain("compression.zstd.level");
    expect(keys("compression.type=gzip\ncompression.zstd.level=22\n")).not.toContain("compression.zstd.level");
  });
});

describe("compression levels", () => {
  const KINDS = ["json", "logs", "letters", "random"] as const;

  it("are as bench/codecs has measured them", () => {
    const lines = readFileSync("bench/codecs/measured-levels.txt", "utf8").split("\n");
    const defaults = new Set(["gzip-6", "lz4-9", "zstd-3"]);
    let compared = 0;
    for (const line of lines) {
      const [, data = "", codec = "", level = "", rest = ""] = /^(\w+) +(\w+)-(-?\d+) +(.*)/.exec(line) ?? [];
      const kind = KINDS.find((one) => one === data);
      if (kind === undefined || !isCodec(codec) || defaults.has(`${codec}-${level}`)) continue;
      const numbers = [...rest.matchAll(/[\d.]+/g)].map(([number]) => Number(number));
      const found = measureOf(codec, kind, Number(level));
      // Not every measured level stands in the table: what lies between its neighbours is close enough.
      found.ratio.forEach(({ ratio }, index) => expect(Math.abs(ratio - numbers[index * 3]!)).toBeLessThan(0.008));
      expect(Math.abs(found.compressPerByteUs * 1_000 - numbers[7]!)).toBeLessThan(0.1 + 0.12 * numbers[7]!);
      expect(Math.abs(found.decompressPerByteUs * 1_000 - numbers[8]!)).toBeLessThan(0.6);
      compared += 1;
    }
    expect(compared).toBe(4 * (8 + 8 + 9));
  });

  it.each([
    ["gzip", 6],
    ["gzip", -1],
    ["lz4", 9],
    ["zstd", 3],
    ["zstd", 0],
    ["snappy", 7],
  ] as const)("%s %d is the default", (codec, level) => {
    for (const kind of KINDS) expect(measureOf(codec, kind, level)).toEqual(measureOf(codec, kind));
  });

  it("lie between those measured, and end where those end", () => {
    const ns = (codec: "lz4" | "zstd", level: number) => measureOf(codec, "json", level).compressPerByteUs * 1_000;
    expect(ns("zstd", 8)).toBeCloseTo((24.9 + 40.6) / 2, 9);
    expect(ns("lz4", 2)).toBeCloseTo((7.2 + 7.7) / 2, 9);
    expect(ns("zstd", 22)).toBe(ns("zstd", 9));
    expect(ns("zstd", -100)).toBe(ns("zstd", -7));
  });

  it("lz4: every level but the default is the slow compressor", () => {
    const fast = measureOf("lz4", "json");
    for (const level of [1, 2, 8, 10, 17]) {
      expect(measureOf("lz4", "json", level).compressPerByteUs).toBeGreaterThan(2.5 * fast.compressPerByteUs);
      expect(measureOf("lz4", "json", level).ratio[3]!.ratio).toBeLessThan(fast.ratio[3]!.ratio);
    }
  });

  it("of a file are simulated, and shown among its settings", () => {
    const scenario = {
      workload: { arrivals: { kind: "constant", perSecond: 100_000 }, valueBytes: { min: 10_000, max: 10_000 } },
      durationMs: 200,
      cluster: { bandwidthMbitPerSecond: 100_000 },
    };
    const gzip = (level: number) => simulated(`compression.type=gzip\ncompression.gzip.level=${level}\n`, scenario);
    const [fast, small] = [gzip(1), gzip(9)];
    // 10.7 or 19.2 ns a byte, and 0.7 us + 0.5 ns a byte of send() itself.
    expect(fast.throughput.recordsPerSecond / small.throughput.recordsPerSecond).toBeCloseTo(197.7 / 112.7, 1);
    expect(fast.batches.bytesMean / fast.batches.recordsMean).toBeGreaterThan(
      (1.1 * small.batches.bytesMean) / small.batches.recordsMean,
    );
    expect(fast.settings["compression.gzip.level"]).toBe(1);
    const older = simulated(
      "# ackwise-kafka-version: 3.7\ncompression.type=gzip\ncompression.gzip.level=1\n",
      scenario,
    );
    expect(older.settings).not.toHaveProperty("compression.gzip.level");
    expect(older.throughput.recordsPerSecond).toBeLessThan(0.85 * fast.throughput.recordsPerSecond);
  });
});

describe("partitioner.class", () => {
  const hot = { keys: { kind: "hot", count: 1_000, hotShare: 0.9 } };
  /** Share of the records in the fullest of four partitions. */
  function mostShare(text: string, workload: object): number {
    const { partitions, records } = simulated(text, { workload, topic: { partitions: 4 } });
    return Math.max(...partitions.map(({ stored }) => stored)) / records.sent;
  }

  it("decides whether keys do", () => {
    expect(mostShare("", hot)).toBeGreaterThan(0.9);
    expect(mostShare("partitioner.ignore.keys=true\n", hot)).toBeLessThan(0.4);
    expect(mostShare(`partitioner.class=${PRODUCER}RoundRobinPartitioner\n`, hot)).toBeLessThan(0.26);
    const sticky = `# ackwise-kafka-version: 3.6\npartitioner.class=${PRODUCER}UniformStickyPartitioner\n`;
    // The broker that leads two of the four partitions takes longer, and records stick to it (why KIP-794 came).
    expect(mostShare(sticky, hot)).toBeLessThan(0.5);
    const old = `# ackwise-kafka-version: 3.6\npartitioner.class=${PRODUCER}internals.DefaultPartitioner\n`;
    expect(mostShare(`${old}partitioner.ignore.keys=true\n`, hot)).toBeGreaterThan(0.9);
  });

  it("RoundRobinPartitioner with one record a batch leaves out every second partition until KAFKA-17632", () => {
    const slow = { arrivals: { kind: "constant", perSecond: 100 } };
    const text = (version: string) =>
      `# ackwise-kafka-version: ${version}\nlinger.ms=0\npartitioner.class=${PRODUCER}RoundRobinPartitioner\n`;
    expect(mostShare(text("3.9.1"), slow)).toBeGreaterThan(0.49);
    expect(mostShare(text("3.9.2"), slow)).toBeLessThan(0.26);
    expect(mostShare(text("4.0"), slow)).toBeLessThan(0.26);
  });

  it("of somebody's own is named as not simulated", () => {
    const { approximations } = simulated("partitioner.class=com.example.Mine\n", {});
    expect(approximations.map(({ key }) => key)).toContain("partitioner.class");
  });
});

describe("partitioner.availability.timeout.ms", () => {
  it("keeps records without keys away from a broker that does not answer", () => {
    const scenario = {
      durationMs: 4_000,
      faults: [{ kind: "hang", atMs: 500, broker: 0, forMs: 3_000 }],
      workload: { arrivals: { kind: "constant", perSecond: 5_000 } },
    };
    const waited = (text: string) => {
      const { mean, count } = simulated(`acks=1\n${text}`, scenario).latencyMs;
      return mean * count;
    };
    expect(waited("partitioner.availability.timeout.ms=50\n")).toBeLessThan(0.5 * waited(""));
  });
});
