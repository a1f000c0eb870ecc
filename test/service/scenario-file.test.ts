// Scenario files in the editor: `|` is the cursor.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lintScenario } from "../../server/src/core/report/scenario-lint.js";
import { accepted, actions, complete, hoverText, hovered, labels, open, service, type Options } from "./harness.js";
import "../support/property-runs.js";

const YAML: Options = { uri: "file:///project/load.ackwise.yaml", languageId: "yaml" };
const JSON_FILE: Options = { uri: "file:///project/load.ackwise.json", languageId: "json" };

function diagnosticsOf(text: string, options: Options = YAML) {
  const { document, context } = open(text, options);
  return service.diagnostics(document, context);
}

describe("which files", () => {
  const mistaken = "durationMS: 1";
  test.each([
    ["file:///project/load.ackwise.yaml", 1],
    ["file:///project/LOAD.ACKWISE.YML", 1],
    ["file:///project/a.b.ackwise.json", 1],
    ["file:///project/ackwise.yaml", 0],
    ["file:///project/other.yaml", 0],
    ["file:///project/load.ackwise.yaml.bak", 0],
  ])("%s", (uri, count) => expect(diagnosticsOf(mistaken, { ...YAML, uri })).toHaveLength(count));

  test("the settings can leave them out", () => {
    const files = { include: [], exclude: ["**/*.ackwise.yaml"] };
    expect(diagnosticsOf(mistaken, { ...YAML, settings: { files } })).toEqual([]);
    expect(diagnosticsOf(mistaken, { ...YAML, settings: { enable: false } })).toEqual([]);
  });

  test("they are no configurations: no version, no effective text", () => {
    const { document, context } = open("durationMs: 1", YAML);
    expect(service.status(document, context)).toBeUndefined();
    expect(service.effectiveText(document, context)).toBeUndefined();
    expect(service.analysisOf(document, context)).toBe(service.analysisOf(document, context));
  });
});

test("a mistake is an error under the name or the value, with a page to read", () => {
  expect(diagnosticsOf("topic:\n  partitions: 0\n  partition: 1\n")).toMatchObject([
    {
      range: { start: { line: 1, character: 14 }, end: { line: 1, character: 15 } },
      severity: 1,
      source: "ackwise",
      code: "invalid-scenario",
      codeDescription: { href: expect.stringMatching(/docs\/scenario-files\.md$/) as string },
      message: "0 cannot stand here: expected a whole number from 1 to 1000.",
    },
    { range: { start: { line: 2, character: 2 }, end: { line: 2, character: 11 } } },
  ]);
  expect(diagnosticsOf("name: a\nname: b")[0]).toMatchObject({
    relatedInformation: [{ message: "Here for the first time." }],
  });
});

test("a misspelled name can be corrected", () => {
  expect(actions("dura|tionMS: 1", undefined, YAML)).toMatchObject([
    {
      title: "Change to durationMs",
      isPreferred: true,
      edit: { documentChanges: [{ edits: [{ newText: "durationMs" }] }] },
    },
  ]);
  expect(actions("dura|tionMS: 1", ["source.fixAll.ackwise"], YAML)).toEqual([]);
});

describe("completion", () => {
  test("of names that are not there yet, with their documentation", () => {
    const found = labels("durationMs: 1\n|\n", YAML);
    expect(found).toContain("workload");
    expect(found).not.toContain("durationMs");
    const item = complete("topic:\n  part|", YAML).find(({ label }) => label === "partitions");
    expect(item).toMatchObject({
      documentation: { value: "How many partitions it has.\n\nwhole number · 1 … 1000 · default `6`" },
    });
  });

  test.each<[string, string, string]>([
    ["|", "durationMs", "durationMs: 10000"],
    ["|", "topic", "topic:\n  "],
    ["|", "faults", "faults:\n  - "],
    ["|", "extends", "extends: three-zones"],
    ["topic:\n  par|", "partitions", "topic:\n  partitions: 6"],
    ["topic:\n  par|: 7", "partitions", "topic:\n  partitions: 7"],
    ["topic: { par| }", "partitions", "topic: { partitions: 6 }"],
    ["workload:\n  |", "valueBytes", "workload:\n  valueBytes: { min: 1000, max: 1000 }"],
    ["workload:\n  |\ntopic: {}", "keys", "workload:\n  keys: { kind: none }\ntopic: {}"],
    [
      "faults:\n  - |",
      "kind: cut",
      "faults:\n  - kind: cut\n    atMs: 2 s\n    between: [producer 0, broker 0]\n    forMs: 2 s",
    ],
    ["faults: [{ | }]", "kind: reset", "faults: [{ kind: reset, atMs: 2 s, broker: 0 }]"],
    ["faults:\n  - kind: crash\n    |", "broker", "faults:\n  - kind: crash\n    broker: 0"],
    ["faults:\n  - kind: |", "slow", "faults:\n  - kind: slow"],
    [
      "workload:\n  arrivals:\n    |",
      "kind: ramp",
      "workload:\n  arrivals:\n    kind: ramp\n    fromPerSecond: 10k/s\n    toPerSecond: 10k/s",
    ],
    ["workload:\n  spacing: |", "even", "workload:\n  spacing: even"],
    ["workload:\n  spacing: 'ev|'", "even", "workload:\n  spacing: 'even'"],
    ["extends: three|", "three-zones", "extends: three-zones"],
    ["extends: three-zones+pay|", "three-zones+payments", "extends: three-zones+payments"],
    ["cluster:\n  uncleanLeaderElection: |", "true", "cluster:\n  uncleanLeaderElection: true"],
    ["faults:\n  - kind: cut\n    between: [|]", "controller", "faults:\n  - kind: cut\n    between: [controller]"],
  ])("%j, %s", (text, label, result) => expect(accepted(text, label, YAML)).toBe(result));

  test.each<[string, string, string]>([
    ["{|}", "durationMs", '{"durationMs": 10000}'],
    ['{ "dur|" }', "durationMs", '{ "durationMs": 10000 }'],
    ['{ "extends": "|" }', "laptop", '{ "extends": "laptop" }'],
    ['{ "faults": [{ "kind": "re|", "atMs": 1 }] }', "reset", '{ "faults": [{ "kind": "reset", "atMs": 1 }] }'],
    ['{ "workload": { | } }', "keys", '{ "workload": { "keys": {"kind":"none"} } }'],
  ])("in JSON: %j, %s", (text, label, result) => expect(accepted(text, label, JSON_FILE)).toBe(result));

  test("of a name, the groups that are still open", () => {
    const found = labels("extends: leader-crash+|", YAML);
    expect(found).toContain("leader-crash+laptop");
    expect(found).toContain("leader-crash+cdc");
    expect(found).not.toContain("leader-crash+calm");
  });

  test("what cannot be done without stands first", () => {
    expect(labels("faults:\n  - kind: hang\n    |", YAML).slice(0, 3)).toEqual(["atMs", "broker", "forMs"]);
  });

  test.each(["# durat|", "name: my |", "topic: |", "unknown:\n  |", "durationMs: 1 # x|"])("nothing for %j", (text) => {
    expect(complete(text, YAML).filter(({ label }) => label !== "own scenario")).toEqual([]);
  });

  test("whatever is inserted leaves a scenario without a mistake", () => {
    for (const text of [
      "|",
      "topic:\n  |",
      "cluster:\n  |",
      "workload:\n  |",
      "faults:\n  - |",
      "limits:\n  |",
      "workload:\n  keys:\n    |",
      "workload:\n  arrivals:\n    |",
    ]) {
      for (const { label } of complete(text, YAML)) {
        const result = accepted(text, label, YAML);
        if (!/[:-]\s*$/.test(result))
          expect([label, lintScenario(result).findings.map((f) => f.message)]).toEqual([label, []]);
      }
    }
  });
});

describe("the comment that names a scenario", () => {
  test.each<[string, string, string]>([
    ["# ackwise-sc|", "ackwise-scenario", "# ackwise-scenario: "],
    ["# ackwise-scenario: thr|", "three-zones", "# ackwise-scenario: three-zones"],
    ["# ackwise-scenario: laptop+le|", "laptop+leader-crash", "# ackwise-scenario: laptop+leader-crash"],
    ["# ackwise-scenario: lap|top+calm", "laptop", "# ackwise-scenario: laptop"],
  ])("%j, %s", (text, label, result) => expect(accepted(text, label)).toBe(result));
});

describe("hover", () => {
  test.each<[string, string, string]>([
    [
      "dura|tionMs: 5",
      "durationMs",
      "**durationMs**\n\nHow long records arrive.\n\nnumber · milliseconds · as well as `5ms`, `2 s`, `1 min` · 1 … 3600000 · default `10000`",
    ],
    ["durationMs: 5|0", "50", "**durationMs**"],
    ["faults:\n  - kind: sl|ow", "slow", "**kind**\n\nEvery request at a broker takes byMs longer for a while."],
    ["faults:\n  - ki|nd: slow", "kind", "- `crash` A broker process dies"],
    ["faults:\n  - kind: slow\n    b|yMs: 1", "byMs", "required"],
    [
      "extends: laptop+lea|der-crash",
      "laptop+leader-crash",
      "one broker on the same machine, one replica; replication stalls at 2.9 s and broker 0 is killed at 3 s",
    ],
    ["workload: { spac|ing: even }", "spacing", "`poisson` `even`"],
  ])("%j", (text, word, docs) => {
    expect(hoverText(text, YAML)).toContain(docs);
    expect(hovered(text, YAML)).toBe(word);
  });

  test.each(["unkn|own: 1", "# com|ment", "|", "- it|em", "topic:\n  x|: 1"])("nothing for %j", (text) => {
    expect(hoverText(text, YAML)).toBeUndefined();
  });
});

test("symbols: parts inside each other, faults by their kind", () => {
  const { document, context } = open("topic:\n  partitions: 3\nfaults:\n  - kind: hang\n    atMs: 1\n  - 7\n", YAML);
  const tree = service.documentSymbols(document, context);
  const shape = (symbols: typeof tree): unknown[] =>
    symbols.map(({ name, children }) => [name, ...shape(children ?? [])]);
  expect(shape(tree)).toEqual([
    ["topic", ["partitions"]],
    ["faults", ["hang", ["kind"], ["atMs"]], ["[1]"]],
  ]);
  for (const { range, selectionRange } of tree) {
    expect(document.offsetAt(range.start)).toBeLessThanOrEqual(document.offsetAt(selectionRange.start));
    expect(document.offsetAt(range.end)).toBeGreaterThanOrEqual(document.offsetAt(selectionRange.end));
  }
});

test("no text and no place crashes a feature", () => {
  const pieces = ["workload", "faults", "kind", "crash", ": ", "- ", "\n", "  ", "{", "}", "[", "]", ",", '"', "'", "#", "&x ", "*x", "|", "\t", "\r", "\ufeff", "😀"]; // prettier-ignore
  const texts = fc
    .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.string() }), {
      maxLength: 30,
    })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(texts, fc.nat(60), fc.constantFrom(YAML, JSON_FILE), (text, at, options) => {
      const { document, context } = open(`|${text}`, options);
      const position = document.positionAt(at);
      service.diagnostics(document, context);
      service.documentSymbols(document, context);
      service.hover(document, position, context);
      service.codeActions(document, { start: position, end: position }, { diagnostics: [] }, context);
      for (const { textEdit } of service.completion(document, position, context)) {
        const range = textEdit !== undefined && "range" in textEdit ? textEdit.range : undefined;
        expect(range?.start.line).toBe(range?.end.line);
      }
    }),
  );
});
