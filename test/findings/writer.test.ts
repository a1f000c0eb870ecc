import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedSettings, type Change } from "../../server/src/core/changes/changes.js";
import { changedText, changeEdits } from "../../server/src/core/changes/write-changes.js";
import { readDocument } from "../../server/src/core/dialects/dialects.js";
import { lintDocument } from "../../server/src/core/report/lint.js";
import { applyEdits } from "../../server/src/core/text/span.js";
import { ackwise } from "../cli/memory-io.js";
import { propertiesText } from "../support/arbitraries.js";

const read = (text: string): ReturnType<typeof readDocument> => readDocument("properties", "producer.properties", text);
const loaded = (text: string): Map<string, string> =>
  new Map([...read(text).byKey].map(([key, { value }]) => [key, value]));

const HEAD = [
  "bootstrap.servers=a:9092",
  "key.serializer=org.apache.kafka.common.serialization.StringSerializer",
  "value.serializer=org.apache.kafka.common.serialization.StringSerializer",
].join("\n");

/** Lines as people and machines write them: what follows on, what is written twice, what only looks like a setting. */
const LINES = [
  "acks=1", "acks = all", "acks", "acks:", "acks 0", "acks\\\n  =1", "linger.ms=5", "linger.ms=5 ", "linger.ms=\\\n  5", "batch.size=16384\\",
  "batch.size=1\\\n", "client.id=a b", "client.id=\\ a", "ssl.key.password=x\\\\", "# acks=1", "# ends in \\", "! linger.ms=5", "", "  ", "\\", "\\\\",
  "\\\n", "\\\r\n", "=", "=x", "bootstrap.servers=a:9092,\\\n  b:9092", "\tretries=1", "\\u0061cks=1", "a\\ key=1", "\ufeffacks=1", "x=\\u00e9",
] as const; // prettier-ignore
const file = fc
  .tuple(fc.array(fc.constantFrom(...LINES), { maxLength: 8 }), fc.constantFrom("\n", "\r\n", "\r"), fc.boolean())
  .map(([lines, lineEnd, isEnded]) => lines.join("\n").replaceAll("\n", lineEnd) + (isEnded ? lineEnd : ""));

const KEYS = [
  "acks",
  "linger.ms",
  "batch.size",
  "client.id",
  "retries",
  "ssl.key.password",
  "my.key",
  "a key",
  "#x",
  "",
];
const value = fc.oneof(
  fc.constantFrom("1", "all", "C:\\dir\\", " a ", "=", ":x", "a\tb", "a\nb", "#", "\\", "x\\\\"),
  fc.string({ unit: "grapheme-ascii" }),
);
const changes = fc.array(fc.record({ key: fc.constantFrom(...KEYS), value: fc.option(value, { nil: undefined }) }), {
  minLength: 1,
  maxLength: 4,
});

function readsBack(text: string, wanted: readonly Change[]): void {
  const given = loaded(text);
  expect(loaded(changedText(read(text), wanted))).toEqual(changedSettings(given, wanted));
}

describe("P1 one writer of changes", () => {
  it("P1 what is written reads back as the changed settings, whatever the file ends with", () => {
    fc.assert(fc.property(file, changes, readsBack), { numRuns: 1_000 });
  });

  it("P1 the same for texts of any characters", () => {
    fc.assert(fc.property(propertiesText, changes, readsBack), { numRuns: 1_000 });
  });

  it("P1 edits never overlap, in whatever order they come", () => {
    fc.assert(
      fc.property(file, changes, (text, wanted) => {
        const spans = changeEdits(read(text), wanted).map(({ span }) => span);
        spans.sort((a, b) => a.start - b.start || a.end - b.end);
        for (const [index, span] of spans.entries())
          expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
      }),
    );
  });

  it("P1 applying edits that overlap is a mistake that is told", () => {
    const edits = [
      { span: { start: 0, end: 3 }, newText: "" },
      { span: { start: 2, end: 4 }, newText: "" },
    ];
    expect(() => applyEdits("acks=1", edits)).toThrow(RangeError);
  });

  it.each([HEAD, `${HEAD}\n`])("P1 a setting goes beside its topic: %#", (text) => {
    const changed = changedText(read(text), [{ key: "client.id", value: "orders" }]);
    expect(changed.split("\n").slice(0, 2)).toEqual(["bootstrap.servers=a:9092", "client.id=orders"]);
  });

  it.each(["", "\n"])("P1 what-if without acks and linger.ms answers the same with any end: %j", async (end) => {
    const world = { files: { "p.properties": `${HEAD}\nacks=1\nlinger.ms=50${end}`, "bare.properties": `${HEAD}\n` } };
    const options = ["--scenario", "request-response", "--seeds", "1", "--format", "json"];
    const tried = await ackwise(["what-if", "p.properties", "--set", "acks", "--set", "linger.ms", ...options], world);
    const bare = await ackwise(["what-if", "bare.properties", "--set", "acks=all", ...options], world);
    const measured = ({ stdout }: typeof tried): unknown =>
      (JSON.parse(stdout) as { variants: { runs?: unknown; measures?: unknown }[] }).variants.at(-1)?.measures;
    expect(measured(tried)).toBeDefined();
    expect(measured(tried)).toEqual(measured(bare));
  });
});

describe("M6 an insertion at the end of any file keeps what the other settings load", () => {
  it.each([
    ["connections.max.idle.ms=1000\\", "connections.max.idle.ms=1000"],
    ["connections.max.idle.ms=1000\\\n", "connections.max.idle.ms=1000"],
    ["connections.max.idle.ms=1000\\\r\n  ", "connections.max.idle.ms=1000"],
    ["connections.max.idle.ms=1000\\\\\\", "connections.max.idle.ms=1000\\\\"],
    ["connections.max.idle.ms=1000\n# the end \\", "connections.max.idle.ms=1000\n# the end \\"],
  ])("M6 %j", (tail, kept) => {
    const text = `acks=all\n${tail}`;
    const insertion = { kind: "insert", key: "bootstrap.servers", value: "localhost:9092", after: undefined } as const;
    const fixed = applyEdits(text, read(text).edits.write([insertion]));
    expect(fixed).toContain(kept);
    const after = loaded(fixed);
    for (const [key, before] of loaded(text)) expect(after.get(key)).toBe(before);
    expect(after.has("bootstrap.servers")).toBe(true);
  });

  it("M6 every fix of every finding leaves what it is not about as it was loaded", () => {
    fc.assert(
      fc.property(file, (text) => {
        const { findings } = lintDocument(text);
        for (const { fixes } of findings)
          for (const { edits } of fixes) expect(() => applyEdits(text, edits)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it("robustness minor 2: removing a setting that is written twice removes both", () => {
    expect(changedText(read("acks=1\nlinger.ms=2\nacks=all"), [{ key: "acks", value: undefined }])).toBe("linger.ms=2");
  });
});
