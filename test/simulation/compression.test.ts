// compression.type and partitioner settings of a file, in whole simulations.
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
    const at = (rawBytes: number) => Math.round(ratios.actual("t", rawBytes) * 1_000) / 1_000;
    expect([1_024, 4_096, 16_384, 65_536, 1_000_000].map(at)).toEqual([0.58, 0.35, 0.281, 0.255, 0.255]);
    expect(at(2_000)).toBeLessThan(0.58);
    expect(at(2_000)).toBeGreaterThan(0.35);
    expect(at(600)).toBeGreaterThan(0.58);
    expect(at(100)).toBe(1.2);
  });

  it("names a level that it does not know the costs of", () => {
    const keys = (text: string) => simulated(text, {}).approximations.map(({ key }) => key);
    expect(keys("compression.type=zstd\ncompression.zstd.level=9\n")).toContain("compression.zstd.level");
    expect(keys("compression.type=gzip\ncompression.zstd.level=9\n")).not.toContain("compression.zstd.level");
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
