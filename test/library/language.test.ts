import { describe, expect, test } from "vitest";
import { simulate, sweep, tune, whatIf } from "../../server/src/library/index.js";
import { englishIn } from "../support/english-runs.js";

const TEXT = `bootstrap.servers=a:9092
key.serializer=org.apache.kafka.common.serialization.StringSerializer
value.serializer=com.example.OwnSerializer
`;
const SHORT = { durationMs: 200, workload: { arrivals: { kind: "constant", perSecond: 100 } } } as const;
const BAD = { durationMs: -1, speed: 3 };

describe("Korean", () => {
  test("of a simulation", () => {
    const result = simulate(TEXT, SHORT, { language: "ko" });
    if (result.outcome !== "simulated") throw new Error(result.outcome);
    const texts = [...result.dependsOn.map(({ reason }) => reason), ...result.approximations.map(({ text }) => text)];
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.filter((text) => !/[가-힣]/.test(text) || englishIn(text).length > 0)).toEqual([]);
  });

  test("of mistakes in a scenario", async () => {
    const expected = {
      path: "durationMs",
      allowed: "1에서 3600000까지의 숫자",
    };
    for (const result of [
      simulate(TEXT, BAD, { language: "ko" }),
      await whatIf(TEXT, { acks: "1" }, { scenario: BAD as object, language: "ko" }),
    ]) {
      if (result.outcome !== "bad-scenario") throw new Error(result.outcome);
      expect(result.mistakes).toContainEqual(expect.objectContaining(expected));
    }
  });

  test("of reports", async () => {
    const settings = { scenario: SHORT, seeds: 1, language: "ko" } as const;
    for (const result of [
      await whatIf(TEXT, { acks: "1" }, settings),
      await sweep(TEXT, { "linger.ms": [0, 5] }, settings),
      await tune(TEXT, "p99", settings),
    ]) {
      if (result.outcome !== "done") throw new Error(result.outcome);
      const { headline, sections } = result.report;
      expect([headline, ...sections.map(({ title }) => title)].flatMap(englishIn)).toEqual([]);
      expect(headline).toMatch(/[가-힣]/);
    }
  });

  test("English unless told otherwise", () => {
    const result = simulate(TEXT, BAD);
    if (result.outcome !== "bad-scenario") throw new Error(result.outcome);
    expect(result.mistakes[0]?.allowed).toMatch(/^nothing of this name/);
  });
});
