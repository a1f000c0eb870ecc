import { expect, test } from "vitest";
import { KEEP_KIND } from "../../server/src/service/upgrade.js";
import { open, service, START } from "./harness.js";
import { NEWEST, NEWEST_LINE } from "../support/newest.js";

const ALL = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

test("the comparison names what changes and offers the lines that keep it", () => {
  const { document, context } = open(`# ackwise-kafka-version: 3.9\n${START}`);
  const result = service.upgrade(document, NEWEST_LINE, context);
  expect(result?.text).toContain(`# producer.properties: Kafka 3.9.2 → ${NEWEST}`);
  expect(result?.text).toContain("- `linger.ms`: `0` → `5`");
  expect(result?.edits.map(({ newText }) => newText)).toContain("linger.ms=0\n");
});

test("an unknown release has no comparison", () => {
  const { document, context } = open(START);
  expect(service.upgrade(document, "9.9", context)).toBeUndefined();
});

test("a file of an older release gets the source action, one of the newest does not", () => {
  const actionsOf = (text: string): string[] => {
    const { document, context } = open(text);
    const asked = { diagnostics: [], only: [KEEP_KIND] };
    return service.codeActions(document, ALL, asked, context).map(({ title }) => title);
  };
  expect(actionsOf(`# ackwise-kafka-version: 3.9\n${START}`)).toEqual([
    `Keep the behaviour of Kafka 3.9 under ${NEWEST_LINE}`,
  ]);
  expect(actionsOf(START)).toEqual([]);
});
