import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { firstProfileOf } from "../../server/src/core/rules/profiles.js";
import { ruleById, RULES } from "../../server/src/core/rules/registry.js";
import { runRules } from "../../server/src/core/rules/run.js";
import type { Rule } from "../../server/src/core/rules/types.js";
import { saysWhyNoFix } from "../support/rule-tester.js";
import { contextOfText } from "../support/context-of-text.js";

const PAGES = new URL("../../docs/rules/", import.meta.url);

/** Pages that are about all rules. */
const NO_RULES: ReadonlySet<string> = new Set(["README.md", "dropped.md"]);

interface Example {
  readonly section: string;
  readonly text: string;
  readonly version: string | undefined;
}

/** The fenced `properties` blocks of a page; `<!-- kafka-version: 3.9 -->` before a fence names the release. */
function examplesOf(page: string): readonly Example[] {
  const examples: Example[] = [];
  let section = "";
  let version: string | undefined;
  let block: string[] | undefined;
  for (const line of page.split("\n")) {
    if (block !== undefined) {
      if (line.startsWith("```")) {
        examples.push({ section, version, text: `${block.join("\n")}\n` });
        [block, version] = [undefined, undefined];
      } else block.push(line);
      continue;
    }
    section = /^## (.*)$/.exec(line)?.[1] ?? section;
    version = /^<!-- kafka-version: (\S+) -->$/.exec(line)?.[1] ?? version;
    if (line === "```properties") block = [];
  }
  return examples;
}

const pages = readdirSync(PAGES).filter((name) => name.endsWith(".md") && !NO_RULES.has(name));

test("every page is about a rule", () => {
  for (const name of pages) expect(ruleById(name.replace(/\.md$/, "")), name).toBeDefined();
});

describe.each(pages)("docs/rules/%s", (name) => {
  const page = readFileSync(new URL(name, PAGES), "utf8");
  const rule = RULES.find((candidate) => `${candidate.meta.id}.md` === name) as Rule;
  const examples = examplesOf(page);

  test("has an example of each kind", () => {
    expect(examples.map((example) => example.section)).toEqual(expect.arrayContaining(["Wrong", "Right"]));
  });

  test.each(examples.map((example, index) => [index + 1, example.section, example] as const))(
    "example %i (%s)",
    (_index, section, { text, version }) => {
      const profile = firstProfileOf(rule.meta) ?? "default";
      const all = runRules(contextOfText(text, version), { profile });
      const findings = all.filter((finding) => finding.rule === rule.meta.id);
      if (section === "Wrong") expect(findings.length, text).toBeGreaterThan(0);
      if (findings.some(({ fixes }) => fixes.length === 0))
        expect(saysWhyNoFix(rule), `${name}: "## No fix"`).toBe(true);
      if (section === "Right") expect(findings, text).toEqual([]);
    },
  );
});
