// Which partition a record goes to: the hash, and the stints of records without a key (facts/producer-runtime.md 1.3).
import { describe, expect, it } from "vitest";
import { RandomStream } from "../../server/src/core/simulation/engine/random.js";
import { keylessPartitioner } from "../../server/src/core/simulation/partitioning/keyless.js";
import { murmur2, partitionForKey } from "../../server/src/core/simulation/partitioning/murmur2.js";
import { Producer } from "../../server/src/core/simulation/producer/producer.js";
import {
  behaviourOf,
  parseRelease,
  type ProducerSettings,
} from "../../server/src/core/simulation/producer/settings.js";
import { payloadBytes } from "../../server/src/core/simulation/producer/sizes.js";
import { settingsFromScript } from "../../server/src/core/simulation/script/settings-from-script.js";

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe("murmur2", () => {
  it.each([
    ["21", -973932308],
    ["foobar", -790332482],
    ["a-little-bit-long-string", -985981536],
    ["a-little-bit-longer-string", -1486304829],
    ["abc", 479470107],
    ["", 275646681],
  ])("of %j", (key, hash) => expect(murmur2(bytes(key))).toBe(hash));

  it.each([
    ["21", 0],
    ["foobar", 0],
    ["abc", 3],
    ["user42", 4],
  ])("sends %j of 6 partitions to %i", (key, partition) => expect(partitionForKey(bytes(key), 6)).toBe(partition));
});

interface Stints {
  /** Records in a row to one partition, with the batches they filled; the unfinished last one is left out. */
  readonly records: number[];
  readonly partitions: number[];
}

/** Sends records without a key and notes how long each partition is kept. */
function stints(
  version: string,
  config: Record<string, string>,
  valueBytes: number,
  count: number,
  drains: boolean,
): Stints {
  const release = parseRelease(version)!;
  const settings: ProducerSettings = settingsFromScript({ "buffer.memory": "1000000000", ...config }, release, []);
  const partitions = Array.from({ length: 5 }, (_, partition) => ({ topic: "t", partition, leader: 0 }));
  const host = { onRequest: () => undefined, onBatchDone: () => undefined };
  const producer = new Producer({
    settings,
    behaviour: behaviourOf(release),
    partitions,
    nodeCount: 1,
    host,
    random: () => 0.5,
  });
  const random = new RandomStream(3, "sticky");
  const view = { partitionCount: 5, available: [0, 1, 2, 3, 4] };
  const appender = producer.topicAppender(
    "t",
    keylessPartitioner(release, settings.batchSizeBytes, view, (bound) => random.below(bound)),
  );
  const found: Stints = { records: [], partitions: [] };
  for (let sent = 0; sent < count; sent += 1) {
    appender.appendKeyless(producer.records.add(payloadBytes(undefined, valueBytes), 0), 0);
    if (found.partitions.at(-1) !== appender.lastPartition) {
      found.partitions.push(appender.lastPartition);
      found.records.push(0);
    }
    found.records[found.records.length - 1]! += 1;
    if (drains) producer.runOnce(0);
  }
  found.records.pop();
  return found;
}

/** A draw may repeat the current partition, so a run of records is a whole number of stints. */
function areMultiplesOf(records: readonly number[], stint: number): boolean {
  return records.length > 5 && records.every((count) => count % stint === 0) && records.includes(stint);
}

describe("the built-in partitioner of 3.3 on", () => {
  it("fills exactly two batches in a row while the Sender does not drain", () => {
    expect(areMultiplesOf(stints("3.9.2", {}, 1_000, 1_000, false).records, 2 * 16)).toBe(true);
    expect(areMultiplesOf(stints("3.9.2", {}, 100, 8_000, false).records, 2 * 148)).toBe(true);
  });

  it("moves on after one record larger than batch.size", () => {
    expect(areMultiplesOf(stints("3.9.2", {}, 20_000, 60, false).records, 1)).toBe(true);
  });

  it("moves on after batch.size bytes, headers counted, when every record is drained at once", () => {
    expect(areMultiplesOf(stints("3.9.2", { "linger.ms": "0" }, 100, 3_000, true).records, 97)).toBe(true);
  });
});

describe("older partitioners", () => {
  it("2.4 to 3.2: a different partition with every batch", () => {
    const { records, partitions } = stints("2.8.2", {}, 1_000, 400, false);
    expect(records.slice(0, 5)).toEqual([16, 16, 16, 16, 16]);
    expect(partitions.every((partition, at) => partition !== partitions[at + 1])).toBe(true);
  });

  it("to 2.3: one record each, in turn", () => {
    const { partitions } = stints("2.3.1", {}, 1_000, 12, false);
    expect(partitions).toHaveLength(12);
    expect(partitions.every((partition, at) => at === 0 || partition === (partitions[at - 1]! + 1) % 5)).toBe(true);
  });
});

describe("adaptive partitioning", () => {
  it("weighs partitions by longest queue + 1 - queue", () => {
    const random = new RandomStream(5, "sticky");
    const view = { partitionCount: 3, available: [0, 1, 2] };
    const partitioner = keylessPartitioner(parseRelease("3.9.2")!, 1, view, (bound) => random.below(bound));
    if (partitioner.kind !== "by-bytes") throw new Error("not the built-in partitioner");
    partitioner.setLoad({ lengths: [0, 3, 1], partitions: [0, 1, 2], excludedSome: false });
    const counts = [0, 0, 0];
    for (let draw = 0; draw < 80_000; draw += 1) {
      partitioner.update(2, false);
      counts[partitioner.peek()]! += 1;
    }
    expect(counts.map((count) => Math.round(count / 1_000))).toEqual([40, 10, 30]);
  });
});
