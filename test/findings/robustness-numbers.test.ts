// Minor 8 of the break report: a number that JSON cannot write is told as what it is.
import { expect, it } from "vitest";
import { lintScenario } from "../../server/src/core/report/scenario-lint.js";

it.each([
  ["1e400", "Infinity"],
  [".nan", "NaN"],
  ["-.inf", "-Infinity"],
  ["-5", "-5"],
])("minor 8 durationMs: %s", (written, told) => {
  const messages = lintScenario(`durationMs: ${written}\n`).findings.map(({ message }) => message);
  expect(messages).toEqual([expect.stringMatching(new RegExp(`^${told} cannot stand here`))]);
});
