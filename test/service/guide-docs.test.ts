import { expect, test } from "vitest";
import { readDocument } from "../../server/src/core/dialects/dialects.js";
import { latestVersion } from "../../server/src/core/catalog/version.js";
import { contextOf } from "../../server/src/core/rules/run.js";
import { guideDocs } from "../../server/src/service/guide-docs.js";
import { NEWEST_LINE } from "../support/newest.js";

const docsOf = (key: string, text: string): string =>
  guideDocs(key, contextOf(readDocument("properties", "producer.properties", text), latestVersion()).evaluation);

test("a number shows which way raising it moves each aspect", () => {
  expect(docsOf("linger.ms", "linger.ms=20")).toContain("| Raising it | | |\n|:--|:-:|:--|\n| Latency | ↕ |");
});

test("an enumeration has a line for each value", () => {
  expect(docsOf("acks", "acks=all")).toMatch(/\| `0` \|.*\n\| `1` \|.*\n\| `all` \|/);
});

test("an inequality shows the numbers of this file", () => {
  const text = "request.timeout.ms=60000\ndelivery.timeout.ms=60000\nlinger.ms=20";
  expect(docsOf("delivery.timeout.ms", text)).toContain("Here: 60000 < 20 + 60000 = 60020.");
});

test("the effective delivery timeout counts, not the default that the client raises", () => {
  expect(docsOf("request.timeout.ms", "request.timeout.ms=200000")).toContain("Here: 200005 ≥ 5 + 200000 = 200005.");
});

test("the documentation link is that of the release in use", () => {
  expect(docsOf("acks", "acks=all")).toContain(
    `https://kafka.apache.org/${NEWEST_LINE.replace(".", "")}/configuration/producer-configs/#producerconfigs_acks`,
  );
});

test("proposals and issues are links", () => {
  expect(docsOf("acks", "acks=all")).toMatch(
    /\[KIP-679\]\(https:\/\/cwiki\.apache\.org\/confluence\/display\/KAFKA\/KIP-679%3A/,
  );
});

test("an unknown key has no guide", () => {
  expect(docsOf("topic", "topic=x")).toBe("");
});
