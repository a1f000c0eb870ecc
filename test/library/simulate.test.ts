import { describe, expect, test } from "vitest";
import { runProducerScript, simulate, simulateInSlices } from "../../server/src/library/index.js";

const SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";
const TEXT = `bootstrap.servers=127.0.0.1:9092\nkey.serializer=${SERIALIZER}\nvalue.serializer=${SERIALIZER}\n`;

describe("simulate", () => {
  test("plain data, by name, by object or by default", () => {
    const result = simulate(TEXT, { durationMs: 200 }, { seed: 3, kafkaVersion: "3.9", checkInvariants: true });
    expect(result).toMatchObject({ outcome: "simulated", kafkaVersion: "3.9.2", seed: 3, complete: true });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(simulate(TEXT, "laptop")).toMatchObject({ scenario: { name: "laptop", cluster: { brokers: 1 } } });
    expect(simulate(TEXT)).toMatchObject({ scenario: { name: "one-rack" } });
  });

  test("a wrong version is the caller's mistake, anything else is data", () => {
    expect(() => simulate(TEXT, {}, { kafkaVersion: "9.9" })).toThrow(RangeError);
    expect(simulate("acks=all\\u00g0", {})).toMatchObject({ outcome: "refused" });
    expect(simulate(TEXT, "nowhere")).toMatchObject({ outcome: "bad-scenario" });
  });

  test("progress grows to 1", () => {
    const shares: number[] = [];
    simulate(TEXT, "one-rack", { onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test("in slices: the same result, and a timer can stop it", async () => {
    expect(await simulateInSlices(TEXT, "laptop")).toEqual(simulate(TEXT, "laptop"));
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 5);
    const result = await simulateInSlices(TEXT, { durationMs: 1_000_000 }, { signal: controller.signal });
    expect(result).toMatchObject({ outcome: "simulated", ended: "cancelled", complete: false });
  });
});

test("runProducerScript refuses what is no script", () => {
  expect(runProducerScript({})).toHaveProperty("errors");
});
