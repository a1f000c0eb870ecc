import { describe, expect, test } from "vitest";
import { lintDocument } from "../../server/src/core/report/lint.js";
import { firstProfileOf, levelIn, profileLevel, PROFILES } from "../../server/src/core/rules/profiles.js";
import { RULES } from "../../server/src/core/rules/registry.js";
import { runRules, type RunOptions } from "../../server/src/core/rules/run.js";
import type { Rule } from "../../server/src/core/rules/types.js";
import { contextOfText } from "../support/context-of-text.js";

const rule = (profiles: Rule["meta"]["profiles"]): Rule => ({
  meta: {
    id: "acks-written",
    severity: "information",
    category: "durability",
    summary: "A rule for this test.",
    sources: ["test"],
    ...(profiles === undefined ? {} : { profiles }),
  },
  messages: { written: "acks is written" },
  check: ({ document }) => {
    const setting = document.byKey.get("acks");
    return setting === undefined
      ? []
      : [{ messageId: "written", key: "acks", span: setting.keySpan, severity: "hint" }];
  },
});

const severityOf = (profiles: Rule["meta"]["profiles"], options: RunOptions): string =>
  runRules(contextOfText("acks=all"), { ...options, rules: [rule(profiles)] })[0]?.severity ?? "off";

describe("a profile", () => {
  test.each([
    ["says nothing: the report's own severity", undefined, {}, "hint"],
    ["names no other level for the rule", { durability: "warning" }, { profile: "strict" }, "hint"],
    ["is stronger than the report", { durability: "warning" }, { profile: "durability" }, "warning"],
    ["switches the rule off", { latency: "off" }, { profile: "latency" }, "off"],
    ["is the default one", { default: "off", strict: "information" }, {}, "off"],
    ["inherits off from the default one", { default: "off", strict: "information" }, { profile: "latency" }, "off"],
    ["switches the rule on", { default: "off", strict: "information" }, { profile: "strict" }, "information"],
    ["is weaker than the rule's own level", { default: "off" }, { levels: { "acks-written": "info" } }, "information"],
    ["is weaker than off", { strict: "warning" }, { profile: "strict", levels: { "acks-written": "off" } }, "off"],
  ] as const)("%s", (_what, profiles, options, expected) => {
    expect(severityOf(profiles, options)).toBe(expected);
  });

  test("never touches errors: the client throws whatever matters most", () => {
    const errors = RULES.filter(({ meta }) => meta.severity === "error" && meta.profiles !== undefined);
    expect(errors.map(({ meta }) => meta.id)).toEqual([]);
  });

  test("has every rule on somewhere", () => {
    expect(RULES.filter(({ meta }) => firstProfileOf(meta) === undefined)).toEqual([]);
  });

  test("strict has every rule on", () => {
    expect(RULES.filter(({ meta }) => profileLevel(meta, "strict") === "off").map(({ meta }) => meta.id)).toEqual([]);
  });
});

test("a level under a name that objects have by birth is not one of the rule", () => {
  expect(levelIn({ id: "constructor" }, "default", {})).toBeUndefined();
  expect(PROFILES[0]).toBe("default");
});

test("a comment about a rule that is off here suppresses where it is on", () => {
  const text = "# ackwise-disable-next-line idempotence-disabled\nacks=1\n";
  const rulesIn = (options: RunOptions): string[] =>
    lintDocument(text, options).findings.map((finding) => finding.rule);
  expect(rulesIn({ levels: { "idempotence-disabled": "off" } })).not.toContain("unused-suppression");
  expect(rulesIn({})).not.toContain("idempotence-disabled");
});
