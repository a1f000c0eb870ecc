import { supportedLines } from "../../server/src/core/catalog/version.js";
// The project file in the editor: `|` is the cursor.
import { describe, expect, test } from "vitest";
import { readProjectText } from "../../server/src/core/project/read-project.js";
import { lintProject } from "../../server/src/core/project/project-lint.js";
import type { ServiceContext } from "../../server/src/service/analysis.js";
import {
  accepted,
  actions,
  complete,
  hoverText,
  hovered,
  labels,
  open,
  service,
  START,
  type Options,
} from "./harness.js";

const FILE: Options = { uri: "file:///project/.ackwise.yaml", languageId: "yaml" };

test("a mistake is an error with a page to read, and a misspelled rule can be corrected", () => {
  const { document, context } = open("rules:\n  acks-onne: off", FILE);
  expect(service.diagnostics(document, context)).toMatchObject([
    {
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 11 } },
      severity: 1,
      code: "invalid-project-file",
      codeDescription: { href: expect.stringMatching(/docs\/project-file\.md$/) as string },
    },
  ]);
  expect(actions("rules:\n  acks-on|ne: off", undefined, FILE)).toMatchObject([{ title: "Change to acks-one" }]);
  expect(service.effectiveText(document, context)).toBeUndefined();
});

describe("completion", () => {
  test("keys that are not there yet", () => {
    expect(labels("profile: strict\n|", FILE)).toEqual([
      "kafkaVersion",
      "rules",
      "files",
      "scenario",
      "baseline",
      "language",
    ]);
    expect(labels("files:\n  |", FILE)).toEqual(["include", "exclude"]);
  });

  test("rules with their summaries, and their levels", () => {
    const item = complete("rules:\n  acks|", FILE).find(({ label }) => label === "acks-one");
    expect(item?.documentation).toMatchObject({ value: expect.stringContaining("a crash of the leader") as string });
    expect(labels("rules:\n  acks-one: |", FILE)).toEqual(["off", "hint", "info", "warning", "error"]);
  });

  test("releases, profiles, scenarios, languages", () => {
    expect(labels("kafkaVersion: |", FILE).slice(0, 2)).toEqual(supportedLines().slice(0, 2));
    expect(labels("profile: |", FILE)).toContain("durability");
    expect(labels("scenario: three-zones+|", FILE)).toContain("three-zones+leader-crash");
    expect(labels("language: |", FILE)).toEqual(["en", "ko"]);
  });

  test.each([
    ["kafkaVersion: 4.|", "4.0"],
    ["|", "rules"],
    ["|", "kafkaVersion"],
    ["|", "files"],
    ["profile: |", "latency"],
    ["rules:\n  |", "linger-zero"],
    ["rules: { | }", "linger-zero"],
    ["scenario: three-zones+|", "three-zones+calm"],
  ])("what is inserted at %j (%s) is right", (text, label) => {
    expect(lintProject(accepted(text, label, FILE)).findings).toEqual([]);
  });

  test("a release keeps its zero", () => {
    expect(readProjectText(accepted("kafkaVersion: |", "4.0", FILE)).project.kafkaVersion).toBe("4.0");
  });
});

test("hover: keys, rules, scenarios", () => {
  expect(hoverText("prof|ile: strict", FILE)).toContain("changes severities and nothing else");
  expect(hoverText("rules:\n  acks-|one: off", FILE)).toContain("a crash of the leader");
  expect(hovered("rules:\n  acks-|one: off", FILE)).toBe("acks-one");
  expect(hoverText("scenario: lap|top", FILE)).toContain("one broker on the same machine");
});

describe("what it says holds for configurations below it", () => {
  const under = (text: string, project: string, settings: Options["settings"] = {}, uri?: string) => {
    const { document, context } = open(text, { settings, ...(uri === undefined ? {} : { uri }) });
    const inProject: ServiceContext = {
      ...context,
      project: { uri: "file:///project/.ackwise.yaml", config: readProjectText(project).project },
    };
    return { document, context: inProject };
  };
  const levelsIn = (text: string, project: string, settings?: Options["settings"]): string[] => {
    const { document, context } = under(text, project, settings);
    return service.diagnostics(document, context).map(({ code, severity }) => `${String(code)} ${severity ?? 0}`);
  };

  test("rules: by rule, stronger than the settings", () => {
    const text = `${START}acks=1\nlinger.ms=5;\n`;
    expect(levelsIn(text, "rules: { acks-one: error }")).toContain("acks-one 1");
    expect(levelsIn(text, "rules: { acks-one: error }", { rules: { "acks-one": "hint" } })).toContain("acks-one 1");
    const both = levelsIn(text, "rules: { acks-one: error }", { rules: { "trailing-semicolon": "hint" } });
    expect(both).toEqual(expect.arrayContaining(["acks-one 1", "trailing-semicolon 4"]));
  });

  test("version and scenario: stronger than the settings, weaker than a comment", () => {
    const settings = { kafkaVersion: "2.8", scenario: "laptop" };
    const project = "kafkaVersion: 3.9\nscenario: three-zones";
    const status = (text: string) => {
      const { document, context } = under(text, project, settings);
      return service.status(document, context);
    };
    expect(status(START)).toMatchObject({
      kafkaVersion: "3.9.2",
      source: "project",
      scenario: { name: "three-zones", source: "project", file: null },
    });
    expect(status(`# ackwise-kafka-version: 4.0\n# ackwise-scenario: one-rack\n${START}`)).toMatchObject({
      kafkaVersion: "4.0.2",
      source: "file",
      scenario: { name: "one-rack", source: "comment" },
    });
  });

  test("files: globs count from its folder", () => {
    const serves = (uri: string, project: string, settings?: Options["settings"]): boolean => {
      const { document, context } = under("acks=all\n", project, settings, uri);
      return service.analysisOf(document, context) !== undefined;
    };
    const producer = "file:///project/legacy/producer.properties";
    expect(serves(producer, "")).toBe(true);
    expect(serves(producer, "files: { exclude: [legacy/**] }")).toBe(false);
    expect(serves(producer, "files: { exclude: [project/legacy/**] }")).toBe(true);
    expect(serves("file:///project/conf/a.conf", "files: { include: [conf/*.conf] }")).toBe(true);
    expect(serves("file:///project/other/a.conf", "files: { include: [conf/*.conf] }")).toBe(false);
  });
});
