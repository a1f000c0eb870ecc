// Files with and without mistakes. `UPDATE=1 npx vitest run test/report/scenario-files.test.ts` writes the expected texts anew.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lintScenario, type LintedScenario } from "../../server/src/core/report/scenario-lint.js";
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
