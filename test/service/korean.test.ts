// Everything that editors show in Korean, without English in between.
import { readFileSync } from "node:fs";
import type { CompletionItem } from "vscode-languageserver-types";
import { describe, expect, test } from "vitest";
import { catalogFor } from "../../server/src/core/catalog/catalog.js";
import { latestVersion } from "../../server/src/core/catalog/version.js";
import { inlayHints } from "../../server/src/service/inlay-hints.js";
import { englishIn } from "../support/english-runs.js";
import { wholeOf } from "./glance.js";
import { complete, hoverText, open, service, START, type Options } from "./harness.js";

const KOREAN: Options = { settings: { language: "ko" } };
const KEYS = [...catalogFor(latestVersion()).keys.values()];
const EXAMPLES = ["producer", "broken-producer", "fast-producer", "reliable-producer"].map(
  (name) => `examples/${name}.properties`,
);
const SCENARIO = `extends: |
workload:
  arrivals: { kind: burst, burstPerSecond: 5k/s, idlePerSecond: 1, burstMs: 100, everyMs: 200 }
faults:
  - kind: slow
    broker: 0
    atMs: 1
    forMs: 2
    byMs: 3
`;

/** What the client says and logs. */
const CLIENT = /Exception: |(?:WARN|INFO|없음): |delivery\.timeout\.ms should be/;

function said(texts: readonly (string | undefined)[]): readonly string[] {
  return texts.flatMap((text = "") => englishIn(text).map((english) => `${english}: ${text}`));
}

function docsOf({ detail, documentation }: CompletionItem): string {
  const docs = typeof documentation === "string" ? documentation : documentation?.value;
  return `${detail ?? ""}\n${docs ?? ""}`;
}

/** The text with a cursor in the middle of each of its words, one after the other. */
function cursors(text: string): readonly string[] {
  return [...text.matchAll(/[\w.-]+/g)].map(({ 0: word, index }) => {
    const at = index + Math.min(1, word.length - 1);
    return `${text.slice(0, at)}|${text.slice(at)}`;
  });
}

describe("hovers", () => {
  test.each(KEYS.map(({ key, defaultText }) => [key, defaultText ?? ""]))("%s", (key, value) => {
    const texts = [`${START}${key.slice(0, 2)}|${key.slice(2)}=${value}\n`, `${START}${key}=|${value}\n`];
    const hovers = texts.map((text) => hoverText(text, KOREAN));
    expect(hovers[0]).toMatch(/[가-힣]/);
    expect(said(hovers)).toEqual([]);
  });

  test.each(EXAMPLES)("%s", (path) => {
    const text = readFileSync(path, "utf8").replace(/^#.*\n/gm, "");
    expect(said(cursors(text).map((at) => hoverText(at, KOREAN)))).toEqual([]);
  });

  test("of keys that the producer does not have", () => {
    const text = `${START}group.id=a\nschema.registry.url=http://a\nmetadata.broker.list=a:1\nmy.own=1\nlinger.mss=5\nproducer.acks=1\n`;
    expect(said(cursors(text).map((at) => hoverText(at, KOREAN)))).toEqual([]);
  });

  test("in a scenario", () => {
    const options = { ...KOREAN, uri: "file:///project/load.ackwise.yaml", languageId: "yaml" };
    const hovers = cursors(SCENARIO.replace("|", "three-zones+leader-crash")).map((at) => hoverText(at, options));
    expect(hovers.filter((text) => text !== undefined).length).toBeGreaterThan(10);
    expect(said(hovers)).toEqual([]);
  });
});

describe("completion", () => {
  test.each([
    "|",
    "ac|",
    "acks=|",
    "compression.type=|",
    "key.serializer=|",
    "sasl.mechanism=|",
    "security.protocol=|",
  ])("%s", (line) => {
    const items = complete(`${line}\n`, KOREAN);
    expect(items.length).toBeGreaterThan(0);
    expect(said(items.map(docsOf))).toEqual([]);
  });

  test.each(["# ackwise-|", "# ackwise-scenario: |", "# ackwise-disable-next-line |"])("%s", (line) => {
    const items = complete(`${line}\nacks=1\n`, KOREAN);
    expect(items.length).toBeGreaterThan(0);
    expect(said(items.map(docsOf))).toEqual([]);
  });

  test.each([
    ["load.ackwise.yaml", "|"],
    ["load.ackwise.yaml", SCENARIO],
    ["load.ackwise.yaml", "workload:\n  |"],
    ["load.ackwise.yaml", "faults:\n  - |"],
    ["load.ackwise.yaml", "cluster:\n  |"],
    [".ackwise.yaml", "|"],
    [".ackwise.yaml", "rules:\n  |"],
    [".ackwise.yaml", "scenario: |"],
  ])("%s: %s", (name, text) => {
    const items = complete(text, { ...KOREAN, uri: `file:///project/${name}`, languageId: "yaml" });
    expect(items.length).toBeGreaterThan(0);
    expect(said(items.map(docsOf))).toEqual([]);
  });
});

describe.each(EXAMPLES)("%s", (path) => {
  const { document, context } = open(readFileSync(path, "utf8"), KOREAN);
  const whole = { start: document.positionAt(0), end: document.positionAt(document.getText().length) };
  const analysis = service.configurationOf(document, context);

  test("findings, actions and hints", () => {
    const found = service.diagnostics(document, context);
    const related = found.flatMap(({ relatedInformation = [] }) => relatedInformation.map(({ message }) => message));
    const actions = service.codeActions(document, whole, { diagnostics: [] }, context);
    const messages = found.map(({ message }) => (typeof message === "string" ? message : message.value));
    expect(said([...messages, ...related, ...actions.map(({ title }) => title)])).toEqual([]);
    if (analysis === undefined) throw new Error(path);
    const hints = inlayHints(analysis, wholeOf(analysis), { units: true, adjusted: true, defaults: true });
    const tooltips = hints.map(({ tooltip = "" }) => (typeof tooltip === "string" ? tooltip : tooltip.value));
    expect(said(tooltips)).toEqual([]);
  });

  test("comments of the effective configuration", () => {
    const comments = (service.effectiveText(document, context) ?? "").match(/^#.*$/gm) ?? [];
    expect(comments.length).toBeGreaterThan(2);
    expect(said(comments.filter((line) => !/^# {2,}/.test(line) && !CLIENT.test(line)))).toEqual([]);
  });

  test("comparison with other releases", () => {
    for (const release of ["2.8", "3.3", "4.0"]) {
      const text = (service.upgrade(document, release, context)?.text ?? "").split("\n");
      const own = text.filter((line) => !CLIENT.test(line));
      expect(said(own)).toEqual([]);
    }
  });

  test("the panel's form", () => {
    const { fields = [], scenarios = [], words } = service.whatIfForm(document, context) ?? {};
    expect(words).toMatchObject({ language: "ko", texts: { total: "합계" } });
    expect(said(scenarios.flatMap(({ names }) => names.map(({ what }) => what)))).toEqual([]);
    expect(said(fields.flatMap(({ summary, stops }) => [summary, ...stops.map(({ label }) => label)]))).toEqual([]);
  });
});
