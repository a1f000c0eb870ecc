import { expect, test } from "vitest";
import { documentLinks } from "../../server/src/service/document-links.js";
import { analysed } from "./glance.js";

function links(text: string, uri?: string): (readonly [string, string | undefined])[] {
  const analysis = analysed(text, uri === undefined ? {} : { uri });
  const { lines } = analysis.document;
  return documentLinks(analysis).map(
    ({ range, target }) => [text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end)), target] as const,
  );
}

test.each([
  ["# See https://kafka.apache.org/documentation/#acks.\n", "https://kafka.apache.org/documentation/#acks"],
  ["# (https://example.com/a?b=c)\n", "https://example.com/a?b=c"],
  ["  ! http://example.com\n", "http://example.com"],
])("addresses in %j", (text, target) => {
  expect(links(text)).toEqual([[target, target]]);
});

test("issues and proposals of Kafka", () => {
  expect(links("# KAFKA-13598, KIP-679\n")).toEqual([
    ["KAFKA-13598", "https://issues.apache.org/jira/browse/KAFKA-13598"],
    ["KIP-679", expect.stringContaining("confluence/dosearchsite.action?cql=space%20%3D%20KAFKA") as string],
  ]);
});

test("rules of suppressions", () => {
  const [first, second] = links("# ackwise-disable-file acks-one, no-such-rule, acks-one -- acks-zero\nacks=1\n");
  expect(first).toEqual(["acks-one", expect.stringMatching(/docs\/rules\/acks-one\.md$/)]);
  expect(second?.[0]).toBe("acks-one");
});

test("scenarios: a file beside, or the page about names", () => {
  expect(links("# ackwise-scenario: ../load/peak.yaml\n")).toEqual([["../load/peak.yaml", "file:///load/peak.yaml"]]);
  expect(links("# ackwise-scenario: payments\n")[0]?.[1]).toMatch(/scenario/);
  expect(links("# ackwise-scenario: peak.yaml\n", "untitled:producer.properties")).toEqual([]);
});

test("nothing in values and words", () => {
  expect(links("sasl.oauthbearer.token.endpoint.url=https://example.com\n# the KIP and KAFKA-x, XKIP-1\n")).toEqual([]);
});
