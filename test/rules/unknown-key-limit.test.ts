import { expect, test } from "vitest";
import { unknownKey } from "../../server/src/core/rules/all/unknown-key.js";
import { findingsOf } from "../support/rule-tester.js";

test("a file with many keys of its own says so once after the first fifty", () => {
  const keys = Array.from({ length: 60 }, (_, index) => `app.part${index}.topic=t`);
  const findings = findingsOf(unknownKey, ["acks=all", ...keys].join("\n"));
  expect(findings).toHaveLength(51);
  expect(findings.at(-1)?.message).toMatch(/^From here on 10 more keys/);
});
