import { Messages } from "../../server/src/core/messages/messages.js";
import { describe, expect, it } from "vitest";
import { MEASURE_IDS, type MeasureValues } from "../../server/src/core/whatif/measures.js";
import {
  checkRequirement,
  contradiction,
  parseRequirement,
  type Requirement,
} from "../../server/src/core/whatif/requirement.js";

function read(text: string): Requirement {
  const requirement = parseRequirement(text);
  if ("problem" in requirement) throw new Error(new Messages().say(requirement.problem));
  return requirement;
}

function values(known: Partial<MeasureValues>): MeasureValues {
  return { ...(Object.fromEntries(MEASURE_IDS.map((id) => [id, 0])) as MeasureValues), ...known };
}

describe("a requirement", () => {
  it.each([
    ["p99<50ms", "p99", "<", 50],
    [" P99 <= 1.5 s ", "p99", "<=", 1_500],
    ["end-to-end<20ms", "endToEnd", "<", 20],
    ["p99.9<2s", "p999", "<", 2_000],
    ["lost=0", "lost", "=", 0],
    ["lost==0", "lost", "=", 0],
    ["throughput>=40MiB/s", "throughput", ">=", 40],
    ["records>10k/s", "records", ">", 10_000],
    ["memory<16MiB", "memory", "<", 16_777_216],
    ["fill>80%", "fill", ">", 0.8],
    ["requests/s<500", "requests", "<", 500],
  ] as const)("%s", (text, measure, operator, value) => {
    const requirement = read(text);
    expect(requirement).toMatchObject({ measure, operator });
    expect(requirement.value).toBeCloseTo(value, 9);
  });

  it.each([
    ["p99", "expected a measure"],
    ["speed<3", 'no measure "speed"; there are mean, p50'],
    ["p99<3MiB", 'no unit "MiB" for p99; there are ms, s'],
    ["lost<1ms", 'no unit "ms" for lost'],
    ["p99<1.2.3", '"1.2.3" is no number'],
  ])("%s is refused", (text, problem) => {
    const requirement = parseRequirement(text);
    expect("problem" in requirement ? new Messages().say(requirement.problem) : "").toContain(problem);
  });

  it("holds on average, but for counts of records in every run", () => {
    const runs = [values({ p99: 40, lost: 0 }), values({ p99: 55, lost: 3 })];
    expect(checkRequirement(read("p99<50ms"), runs)).toMatchObject({ measured: 47.5, holds: true });
    expect(checkRequirement(read("lost=0"), runs)).toMatchObject({ measured: 3, holds: false });
    expect(checkRequirement(read("lost>1"), runs)).toMatchObject({ measured: 0, holds: false });
  });

  it.each([
    [["p99<5ms", "p99>10ms"], true],
    [["p99<5ms", "p99>=5ms"], true],
    [["p99<=5ms", "p99>=5ms"], false],
    [["lost=0", "lost>0"], true],
    [["p99<50ms", "lost=0"], false],
  ])("%j contradict each other: %s", (texts, expected) => {
    expect(contradiction(texts.map(read)) !== undefined).toBe(expected);
  });
});
