import { describe, expect, it } from "vitest";
import { readDocument } from "../../server/src/core/dialects/dialects.js";
import { parseAxis, sweepChanges, sweepVariants } from "../../server/src/core/whatif/sweep.js";

describe("a sweep", () => {
  it("goes through every pair, the first setting fastest", () => {
    const axes = [
      { key: "a", values: ["1", "2"] },
      { key: "b", values: ["x", "y", "z"] },
    ];
    expect(sweepChanges(axes).map((changes) => changes.map(({ value }) => value).join(""))).toEqual([
      "1x",
      "2x",
      "1y",
      "2y",
      "1z",
      "2z",
    ]);
    expect(sweepVariants(readDocument("properties", "", "a=0\n"), axes)[3]?.text).toBe("a=2\nb=y\n");
  });

  it.each([
    ["linger.ms=0,5, 20,5", { key: "linger.ms", values: ["0", "5", "20"] }],
    ["acks=all", { key: "acks", values: ["all"] }],
  ])("%s", (text, expected) => {
    expect(parseAxis(text)).toEqual(expected);
  });

  it.each(["linger.ms", "linger.ms=", "=1,2", "a b=1"])("%s is refused", (text) => {
    expect(parseAxis(text)).toHaveProperty("problem");
  });
});
