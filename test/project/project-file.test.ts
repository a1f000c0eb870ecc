// The project file: `|…|` is what is underlined.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { isProjectFileName } from "../../server/src/core/project/project-file-name.js";
import { lintProject } from "../../server/src/core/project/project-lint.js";
import { NEWEST_LINE } from "../support/newest.js";

const projectOf = (text: string) => lintProject(text).document.project;

test("which files", () => {
  expect([".ackwise.yaml", "/a/b/.ackwise.yml", "file:///a/.ackwise.yaml"].map(isProjectFileName)).toEqual([
    true,
    true,
    true,
  ]);
  expect(["ackwise.yaml", "a.ackwise.yaml", ".ackwise.json", ".ackwise.yaml.bak"].some(isProjectFileName)).toBe(false);
});

test("everything in it is read", () => {
  const text = `kafkaVersion: 3.9
profile: durability
rules: { client-id-missing: off, acks-one: error }
files: { include: [conf/*.conf], exclude: ["legacy/**"] }
scenario: three-zones+leader-crash
language: ko
`;
  expect(lintProject(text).findings).toEqual([]);
  expect(projectOf(text)).toEqual({
    kafkaVersion: "3.9",
    profile: "durability",
    rules: { "client-id-missing": "off", "acks-one": "error" },
    files: { include: ["conf/*.conf"], exclude: ["legacy/**"] },
    scenario: "three-zones+leader-crash",
    language: "ko",
  });
});

test("a version is what is written and not the number that YAML makes of it", () => {
  expect(projectOf("kafkaVersion: 4.0").kafkaVersion).toBe("4.0");
  expect(projectOf("kafkaVersion: '4.0'").kafkaVersion).toBe("4.0");
  expect(projectOf("kafkaVersion: 3.9.1").kafkaVersion).toBe("3.9.1");
});

test.each(["", "# nothing yet\n", "rules:\n", "files:\n", "files:\n  exclude:\n", "rules: {}", "$schema: a"])(
  "%j says nothing, and nothing is wrong with it",
  (text) => {
    const { document, findings } = lintProject(text);
    expect(findings).toEqual([]);
    expect(document.project).toMatchObject({ profile: undefined, rules: {}, files: { include: [], exclude: [] } });
  },
);

describe("mistakes, each in its place", () => {
  test.each([
    ["|rule|: {}", '"rule" is nothing that can stand here: did you mean rules?'],
    ["|colour|: red", '"colour" is nothing that can stand here: expected $schema, kafkaVersion, '],
    ["rules:\n  |acks-onne|: off", '"acks-onne" is no rule: did you mean acks-one?'],
    ["rules:\n  |something-else-entirely|: off", '"something-else-entirely" is no rule: docs/rules/README.md'],
    ["rules:\n  acks-one: |warn|", '"warn" cannot stand here: expected one of off, hint, info, warning, error.'],
    ["rules:\n  |acks-one|:", "null cannot stand here: expected one of off, "],
    ["rules: |5|", "5 cannot stand here: expected an object with "],
    [
      "kafkaVersion: |1.9|",
      `"1.9" cannot stand here: expected a Kafka client release from 2.1 to ${NEWEST_LINE}, such as 3.9`,
    ],
    ["kafkaVersion: |[]|", "[] cannot stand here: expected a text"],
    ["profile: |fast|", '"fast" cannot stand here: expected one of default, strict, '],
    ["scenario: |three-zone|", '"three-zone" cannot stand here: expected a place (one-rack, '],
    ["language: |de|", '"de" cannot stand here: expected one of en, ko.'],
    ["files: { |excludes|: [] }", '"excludes" is nothing that can stand here: did you mean exclude?'],
    ["files: { exclude: |a| }", '"a" cannot stand here: expected a list'],
    ["files: { exclude: [a, |5|] }", "5 cannot stand here: expected a text"],
    ["profile: strict\n|profile|: latency", '"profile" stands here twice.'],
    ["profile: strict\n|---\nb: c|", "A project file is one document: another one follows."],
  ])("%j", (marked, message) => {
    const [before = "", underlined = "", after = ""] = marked.split("|");
    const { document, findings } = lintProject(before + underlined + after);
    const placed = findings.map(({ span, message: text, rule }) => [
      document.text.slice(span.start, span.end),
      text,
      rule,
    ]);
    expect(placed).toContainEqual([underlined, expect.stringContaining(message) as string, "invalid-project-file"]);
  });

  test("what is right still counts", () => {
    const text = "profile: fast\nkafkaVersion: 1.0\nrules: { acks-one: off, acks-two: off, linger-zero: loud }\n";
    expect(projectOf(text)).toMatchObject({
      profile: undefined,
      kafkaVersion: undefined,
      rules: { "acks-one": "off" },
    });
    expect(projectOf("files: { exclude: [a, 5], include: 7 }").files).toEqual({ include: [], exclude: ["a"] });
    expect(projectOf("profile: [")).toMatchObject({ profile: undefined });
    expect(projectOf("- 1").rules).toEqual({});
  });
});

test("the published schema accepts what the program accepts", () => {
  const schema = JSON.parse(readFileSync("schemas/project.schema.json", "utf8")) as object;
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
  expect(validate({ kafkaVersion: 3.9, profile: "strict", rules: { "acks-one": "off" }, files: {} })).toBe(true);
  expect(validate({ rules: { "acks-onne": "off" } })).toBe(false);
  expect(validate({ rule: {} })).toBe(false);
});

test("the example of the page has no mistake", () => {
  const [, example = ""] = /```yaml\n([^]*?)```/.exec(readFileSync("docs/project-file.md", "utf8")) ?? [];
  expect(example).toContain("kafkaVersion");
  expect(lintProject(example).findings).toEqual([]);
});
