import { describe, expect, test } from "vitest";
import { lintDocument } from "../../server/src/core/report/lint.js";

const rulesIn = (text: string): string[] =>
  lintDocument(text)
    .findings.map((finding) => finding.rule)
    .filter((rule) => rule !== "missing-required-setting");

describe("suppressions", () => {
  test.each([
    ["the next setting", "# ackwise-disable-next-line\nacks=5\nretries=x", ["invalid-number"]],
    ["one rule of the next setting", "# ackwise-disable-next-line invalid-choice\nacks=5", []],
    ["across comments and blank lines", "# ackwise-disable-next-line invalid-choice\n# why\n\nacks=5", []],
    ["a finding on a continuation line", "# ackwise-disable-next-line\nbootstrap.servers=a:1,\\\n  b", []],
    ["the whole file", "acks=5\nretries=x\n# ackwise-disable-file", []],
    ["one rule in the whole file", "acks=5\nretries=x\n# ackwise-disable-file invalid-choice", ["invalid-number"]],
    ["with a reason", "# ackwise-disable-next-line invalid-choice -- broker patch\nacks=5", []],
    [
      "nothing of another rule",
      "# ackwise-disable-next-line unknown-key\nacks=5",
      ["unused-suppression", "invalid-choice"],
    ],
  ])("switch off %s", (_what, text, expected) => {
    expect(rulesIn(text)).toEqual(expected);
  });
});
