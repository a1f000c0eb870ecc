import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PROFILES } from "../../server/src/core/rules/profiles.js";
import { RULES } from "../../server/src/core/rules/registry.js";
import { RULE_LEVELS } from "../../server/src/core/rules/render.js";
import { COMMANDS } from "../../server/src/protocol/commands.js";
import { PROJECT_FILES, PROPERTIES_LANGUAGES, SCENARIO_FILES } from "../../server/src/protocol/languages.js";
import { SAMPLE_SCHEME } from "../../server/src/protocol/sample.js";
import { DEFAULT_SETTINGS, readSettings, SECTION } from "../../server/src/protocol/settings.js";

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly default: unknown; readonly scope: string }>>;
    };
    readonly languages?: unknown;
  };
}

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const text = read("package.json");
const manifest = JSON.parse(text) as Manifest;
const { commands, configuration } = manifest.contributes;

describe("the manifest repeats what the code defines", () => {
  test("commands", () => {
    expect(commands.map(({ command }) => command).sort()).toEqual(Object.values(COMMANDS).sort());
  });

  test("settings with their defaults", () => {
    const settings = Object.entries(configuration.properties).filter(([name]) => name !== `${SECTION}.trace.server`);
    const given: Record<string, unknown> = {};
    for (const [name, { default: value, scope }] of settings) {
      expect(scope, name).toBe("resource");
      const [section, group = "", inner] = name.split(".");
      expect(section).toBe(SECTION);
      given[group] = inner === undefined ? value : { ...(given[group] as object | undefined), [inner]: value };
    }
    expect(given).toEqual(DEFAULT_SETTINGS);
    expect(readSettings(given)).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
  });

  test("levels of rules", () => {
    expect(configuration.properties["ackwise.rules"]).toMatchObject({
      patternProperties: { "": { enum: RULE_LEVELS } },
      properties: Object.fromEntries(RULES.map(({ meta }) => [meta.id, { description: `%rule.${meta.id}%` }])),
    });
  });

  test("profiles, each with its text", () => {
    const texts = PROFILES.map((profile) => `%configuration.profile.${profile}%`);
    expect(configuration.properties["ackwise.profile"]).toMatchObject({ enum: PROFILES, enumDescriptions: texts });
  });

  test("languages, none of which it takes from another extension", () => {
    const languages = PROPERTIES_LANGUAGES.map((id) => `onLanguage:${id}`);
    const files = [SCENARIO_FILES, PROJECT_FILES].map((glob) => `workspaceContains:${glob}`);
    const others = [`onWebviewPanel:${COMMANDS.whatIf}`, `onFileSystem:${SAMPLE_SCHEME}`, ...files];
    expect(manifest.activationEvents).toEqual([...languages, ...others]);
    expect(manifest.contributes.languages).toBeUndefined();
  });

  test("every text of the manifest is in package.nls.json, and nothing else is", () => {
    const used = [...text.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key);
    expect([...new Set(used)].sort()).toEqual(Object.keys(JSON.parse(read("package.nls.json")) as object).sort());
  });
});

test("the entries of the extension stay small", () => {
  for (const entry of ["client/src/desktop.ts", "client/src/browser.ts"]) {
    expect(existsSync(new URL(`../../${entry}`, import.meta.url))).toBe(true);
    expect(read(entry).split("\n").length).toBeLessThanOrEqual(31);
  }
});
