import { expect, test } from "vitest";
import { issueUrl } from "../../server/src/core/catalog/kip-pages.js";
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
  const wiki = "https://cwiki.apache.org/confluence";
  const title = "KIP-679%3A+Producer+will+enable+the+strongest+delivery+guarantee+by+default";
  expect(links("# KAFKA-13598, KIP-679, KIP-768, KIP-9999\n")).toEqual([
    ["KAFKA-13598", "https://issues.apache.org/jira/browse/KAFKA-13598"],
    ["KIP-679", `${wiki}/display/KAFKA/${title}`],
    ["KIP-768", `${wiki}/pages/viewpage.action?pageId=186877575`],
    ["KIP-9999", expect.stringContaining(`${wiki}/dosearchsite.action?cql=space%20%3D%20KAFKA`) as string],
  ]);
});

test("a page's address names the proposal that it is about", () => {
  for (let number = 1; number < 2_000; number++) {
    const [, title] = /display\/KAFKA\/(.*)$/.exec(issueUrl(`KIP-${number}`)) ?? [];
    if (title !== undefined) expect(title).toMatch(new RegExp(`^KIP-${number}(?:%3A)?\\+[\\w+.%-]+$`));
  }
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
