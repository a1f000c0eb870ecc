import { expect, test } from "vitest";
import { unknownKey } from "../../server/src/core/rules/all/unknown-key.js";
import { findingsOf } from "../support/rule-tester.js";

test("a file with many keys of its own is one finding that names ten and points at fifty", () => {
  const keys = Array.from({ length: 60 }, (_, index) => `app.part${index}.topic=t`);
  const findings = findingsOf(unknownKey, ["acks=all", ...keys].join("\n"));
  expect(findings).toHaveLength(1);
  expect(findings[0]?.message).toContain("app.part9.topic and 50 more are no settings of the Kafka producer");
  expect(findings[0]?.related).toHaveLength(50);
});
