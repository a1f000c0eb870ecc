// Sizes of the v2 format: the vectors of facts/producer-runtime.md 1.4, computed by the real classes.
import { describe, expect, it } from "vitest";
import {
  BATCH_HEADER_BYTES,
  payloadBytes,
  recordBytes,
  upperBoundBytes,
  varintBytes,
} from "../../server/src/core/simulation/producer/sizes.js";

/** Records of one value size that fit into a batch, and the batch's bytes. */
function fill(batchSizeBytes: number, valueBytes: number): [number, number] {
  const payload = payloadBytes(undefined, valueBytes);
  const capacity = Math.max(batchSizeBytes, upperBoundBytes(payload));
  let bytes = BATCH_HEADER_BYTES;
  let count = 0;
  for (; count === 0 || bytes + recordBytes(count, 0, payload) <= capacity; count += 1)
    bytes += recordBytes(count, 0, payload);
  return [count, bytes];
}

describe("a full batch of equal records", () => {
  it.each([
    [16_384, 100, 148, 16_277],
    [16_384, 200, 78, 16_377],
    [16_384, 512, 31, 16_212],
    [16_384, 1_000, 16, 16_205],
    [16_384, 1_024, 15, 15_556],
    [16_384, 4_096, 3, 12_376],
    [16_384, 10_000, 1, 10_072],
    [16_384, 16_384, 1, 16_456],
    [32_768, 100, 297, 32_667],
    [65_536, 100, 595, 65_447],
    [131_072, 100, 1_191, 131_007],
    [1_048_576, 100, 9_520, 1_048_525],
    [65_536, 1_000, 64, 64_637],
    [1_048_576, 1_000, 1_038, 1_048_377],
  ])("batch.size %i, values of %i B: %i records, %i B", (batchSizeBytes, valueBytes, count, bytes) => {
    expect(fill(batchSizeBytes, valueBytes)).toEqual([count, bytes]);
  });

  it("knows the upper bounds", () => {
    expect([100, 1_000, 1_024].map((bytes) => upperBoundBytes(payloadBytes(undefined, bytes)))).toEqual([
      186, 1_086, 1_110,
    ]);
  });
});

describe("varintBytes", () => {
  it.each([
    [0, 1],
    [63, 1],
    [-64, 1],
    [64, 2],
    [8_191, 2],
    [-8_192, 2],
    [8_192, 3],
    [1_048_575, 3],
    [1_048_576, 4],
    [134_217_727, 4],
    [134_217_728, 5],
    [2_147_483_647, 5],
    [2 ** 34 - 1, 5],
    [2 ** 34, 6],
    [2 ** 41, 7],
  ])("%i takes %i", (value, bytes) => expect(varintBytes(value)).toBe(bytes));
});
