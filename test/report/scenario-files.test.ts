// Files with and without mistakes. `UPDATE=1 npx vitest run test/report/scenario-files.test.ts` writes the expected texts anew.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lintScenario, type LintedScenario } from "../../server/src/core/report/scenario-lint.js";
import { trafficPathIn, type TrafficFile } from "../../server/src/core/simulation/scenario/traffic-file.js";
import { applyEdits } from "../../server/src/core/text/span.js";

const ROOT = new URL("scenario-files/", import.meta.url);
const isFixture = (name: string): boolean => /\.ackwise\.(ya?ml|json)$/.test(name);

/** A line per finding: place, what is underlined, message. */
function told({ document, findings }: LintedScenario): string {
  const lines = findings.map((finding) => {
    const { start } = document.lines.rangeOf(finding.span);
    const underlined = JSON.stringify(document.text.slice(finding.span.start, finding.span.end));
    const related = finding.related.map(({ span, message }) => {
      const { line } = document.lines.positionAt(span.start);
      return ` (${line + 1}: ${message})`;
    });
    return `${start.line + 1}:${start.character + 1} ${underlined} ${finding.message}${related.join("")}\n`;
  });
  return lines.join("");
}

describe("files without a mistake", () => {
  it.each(readdirSync(new URL("ok/", ROOT)))("%s", (name) => {
    const linted = lintScenario(readFileSync(new URL(`ok/${name}`, ROOT), "utf8"));
    expect(told(linted)).toBe("");
    expect(linted.document.scenario).toBeDefined();
  });

  it.each(readdirSync("examples").filter(isFixture))("examples/%s", (name) => {
    expect(told(lintScenario(readFileSync(`examples/${name}`, "utf8")))).toBe("");
  });
});

describe("files with mistakes", () => {
  it.each(readdirSync(new URL("err/", ROOT)).filter(isFixture))("%s", (name) => {
    const linted = lintScenario(readFileSync(new URL(`err/${name}`, ROOT), "utf8"));
    const expected = new URL(`err/${name}.txt`, ROOT);
    if (process.env["UPDATE"] === "1") writeFileSync(expected, told(linted));
    expect(existsSync(expected)).toBe(true);
    expect(told(linted)).toBe(readFileSync(expected, "utf8"));
    expect(linted.document.scenario).toBeUndefined();
  });
});

// The core opens no files: who can read them says what is there.
describe("traffic files", () => {
  const EXAMPLE = readFileSync("examples/recorded/recorded.ackwise.yaml", "utf8");
  const CSV = readFileSync("examples/recorded/traffic.csv", "utf8");
  const LONG = "0\n".repeat(9_000_000);
  const found = (traffic?: TrafficFile): string => told(lintScenario(EXAMPLE, undefined, traffic));

  it("examples/recorded", () => {
    expect(trafficPathIn(EXAMPLE)).toBe("traffic.csv");
    const { document, findings } = lintScenario(EXAMPLE, undefined, { path: "traffic.csv", text: CSV });
    expect(findings).toEqual([]);
    expect(document.scenario?.workload.arrivals).toMatchObject({ kind: "recorded", csv: CSV });
    const rates = EXAMPLE.replace("kind: recorded", "kind: steps")
      .replace("traffic.csv", "rates.csv")
      .replace(/ +everyMs.*/, "");
    const text = readFileSync("examples/recorded/rates.csv", "utf8");
    expect(told(lintScenario(rates, undefined, { path: "rates.csv", text }))).toBe("");
  });

  it.each<[string, TrafficFile | undefined, RegExp]>([
    ["nobody has looked", undefined, /^$/],
    ["somebody has looked for another", { path: "other.csv" }, /^$/],
    ["there is none", { path: "traffic.csv" }, /"traffic.csv" cannot stand here: expected a CSV file that can be read/],
    [
      "it is too large",
      { path: "traffic.csv", sizeBytes: 20_000_000 },
      /at most 16777216 characters \(16 MiB\); this one has 20000000/,
    ],
    ["its text is too long", { path: "traffic.csv", text: LONG }, /at most 16777216 characters .* has 18000000/],
    [
      "a number is bad",
      { path: "traffic.csv", text: "ms\n0\nx\n" },
      /traffic\.csv:3: this line cannot stand there: expected milliseconds\[,bytes]\./,
    ],
    [
      "time goes back",
      { path: "traffic.csv", text: "5\n3\n" },
      /traffic\.csv:2: this line cannot stand there: expected times in order\./,
    ],
  ])("%s", (_, traffic, message) => {
    const lines = found(traffic);
    expect(lines).toMatch(message);
    if (lines !== "") expect(lines).toMatch(/^11:14 "traffic\.csv" .*\n$/);
  });

  it("stand beside nothing that says the same", () => {
    const both = EXAMPLE.replace("everyMs: 10 s", 'csv: "0"');
    expect(told(lintScenario(both))).toContain("expected only one of csvFile, csv.");
  });
});

// What is allowed is a list that grows: only its beginning is written here.
describe("choices", () => {
  it.each([
    ["extends: |three-zone|", '"three-zone" cannot stand here: expected a place (one-rack, '],
    ["workload: { arrivals: { kind: |bursts| } }", '"bursts" cannot stand here: expected one of constant, '],
    ["workload: { keys: |[]| }", "[] cannot stand here: expected an object whose kind is none, "],
    ["faults: [|7|]", "7 cannot stand here: expected an object whose kind is crash, "],
    ["faults:\n  - |{}|", "kind is missing: expected one of crash, "],
    ["topic: |7|", "7 cannot stand here: expected an object with name, "],
    ["|- 1|\n- 2", "[1,2] cannot stand here: expected an object with $schema, "],
    ["workload:\n  |speed|: 1", '"speed" is nothing that can stand here: expected producers, '],
  ])("%j", (marked, message) => {
    const [before = "", underlined = "", after = ""] = marked.split("|");
    const { document, findings } = lintScenario(before + underlined + after);
    expect(findings).toHaveLength(1);
    const { span } = findings[0]!;
    expect(document.text.slice(span.start, span.end)).toBe(underlined);
    expect(findings[0]!.message.startsWith(message)).toBe(true);
  });
});

describe("fixes", () => {
  it.each([
    ["durationMS: 5", "durationMs: 5"],
    ['{ "durationMS": 5 }', '{ "durationMs": 5 }'],
    ["topic: { 'partition': 5 }", "topic: { 'partitions': 5 }"],
  ])("%s → %s", (text, fixed) => {
    const [finding] = lintScenario(text).findings;
    expect(finding?.fixes).toMatchObject([{ safety: "suggestion" }]);
    expect(applyEdits(text, finding!.fixes[0]!.edits)).toBe(fixed);
    expect(lintScenario(fixed).findings).toEqual([]);
  });
});
