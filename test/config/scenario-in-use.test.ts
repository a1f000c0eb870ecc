// Which scenario counts: the comment, the nearest file, the settings, the default.
import { expect, test } from "vitest";
import { isScenarioFileName } from "../../server/src/core/config/scenario-file-name.js";
import { scenarioInUse, type OuterScenario } from "../../server/src/core/config/scenario-in-use.js";
import { readDocument } from "../../server/src/core/dialects/dialects.js";

const NOTHING: OuterScenario = { nearestFiles: [], setting: "" };
const ONE = "file:///p/load.ackwise.yaml";

test.each<[string, string, OuterScenario, object]>([
  ["nothing", "", NOTHING, { source: "default", name: "one-rack", file: undefined }],
  ["the settings", "", { nearestFiles: [], setting: " laptop " }, { source: "settings", name: "laptop" }],
  ["settings that name nothing", "", { nearestFiles: [], setting: "moon" }, { source: "default" }],
  ["a file", "", { nearestFiles: [ONE], setting: "laptop" }, { source: "file", name: "load.ackwise.yaml", file: ONE }],
  ["several files", "", { nearestFiles: [ONE, `${ONE}2`], setting: "laptop" }, { source: "settings", name: "laptop" }],
  ["a comment", "# ackwise-scenario: calm", { nearestFiles: [ONE], setting: "" }, { source: "comment", name: "calm" }],
  [
    "a comment with a file",
    "# ackwise-scenario: ../x/y.ackwise.json",
    NOTHING,
    { source: "comment", name: "y.ackwise.json", file: "../x/y.ackwise.json" },
  ],
  [
    "the first comment that names something",
    "# ackwise-scenario: moon\n# ackwise-scenario: laptop\n# ackwise-scenario: calm",
    NOTHING,
    { source: "comment", name: "laptop", unknown: [{ words: ["moon"], line: 0 }] },
  ],
])("%s", (_what, text, outer, expected) => {
  expect(scenarioInUse(readDocument("properties", "a.properties", text), outer)).toMatchObject(expected);
});

test.each<[string, boolean]>([
  ["load.ackwise.yaml", true],
  ["/a/b/load.ackwise.yml", true],
  ["C:\\a\\Load.ACKWISE.json", true],
  [".ackwise.yaml", false],
  ["/a/.ackwise.yaml", false],
  ["load.ackwise.toml", false],
  ["load.yaml", false],
])("%s: %s", (name, is) => expect(isScenarioFileName(name)).toBe(is));
