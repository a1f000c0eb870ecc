import { describe, expect, it } from "vitest";
import { effectiveConfig, lintText } from "../../server/src/library/index.js";
import { catalogData } from "../../server/src/core/catalog/catalog.js";
import { latestVersion, parseVersion } from "../../server/src/core/catalog/version.js";
import { lintProject } from "../../server/src/core/project/project-lint.js";
import { fixText } from "../../server/src/core/report/fix.js";
import { lintScenario } from "../../server/src/core/report/scenario-lint.js";
import { compareReleases } from "../../server/src/core/report/upgrade.js";
import { DEFAULT_SETTINGS, readSettings } from "../../server/src/protocol/settings.js";
import { documentLinks } from "../../server/src/service/document-links.js";
import { foldingRanges } from "../../server/src/service/folding.js";
import { inlayHints } from "../../server/src/service/inlay-hints.js";
import { semanticTokens } from "../../server/src/service/semantic-tokens.js";
import { signatureHelp } from "../../server/src/service/signature-help.js";
import { ackwise, GOOD } from "../cli/memory-io.js";
import { analysed } from "../service/glance.js";
import { open, service, START } from "../service/harness.js";

const NAMES = Object.getOwnPropertyNames(Object.prototype);
/** For the longer tables. */
const SOME_NAMES = ["constructor", "__proto__", "valueOf"];
/** A word that is as wrong as the names of Object.prototype, and that nothing looks like. */
const OTHER = "qqzzqq";
const KEYS = Object.keys(catalogData.keys);
const PLACES = [
  ["a value", NAMES, (key: string, name: string) => `${key}=${name}\n`],
  // Capitals between underscores are the mark of a template.
  [
    "upper case and blanks",
    SOME_NAMES.filter((name) => !name.startsWith("__")),
    (key: string, name: string) => `${key}= ${name.toUpperCase()} \n`,
  ],
  ["an element of a list", SOME_NAMES, (key: string, name: string) => `${key}=a,${name}\n`],
] as const;

/** Which rules find something where; what they say of it quotes the word. */
function found(text: string): readonly string[] {
  return lintText(text).findings.map(({ rule, range }) => `${rule} ${range.start.line.toString()}`);
}

describe("C2 names of Object.prototype as values are words like any other", () => {
  it.each(PLACES)("C2 %s, in every setting", (_place, names, lineOf) => {
    const wrong: string[] = [];
    for (const key of KEYS) {
      const expected = found(START + lineOf(key, OTHER)).join();
      for (const name of names) {
        if (found(START + lineOf(key, name)).join() !== expected) wrong.push(lineOf(key, name));
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(["constructor", "__proto__"])("C2 %s in every setting, through every other door", (name) => {
    const old = parseVersion("2.1") ?? latestVersion();
    for (const key of KEYS) {
      const text = `${START}${key}=${name}\n`;
      const effective = effectiveConfig(text);
      expect([key, effective.verdict]).toEqual([key, effectiveConfig(`${START}${key}=${OTHER}\n`).verdict]);
      expect(Object.keys(effective.settings)).toContain("acks");
      fixText(text, {}, "suggestions");
      compareReleases(text, old, latestVersion(), {});
      everyFeature(text);
    }
  });
});

describe("C2 names of Object.prototype as keys", () => {
  it("C2 every door answers, and the other settings keep what they have", () => {
    const kept = everyFeature(`acks=all\n${OTHER}=1\n`);
    for (const name of NAMES) {
      expect({ name, ...everyFeature(`acks=all\n${name}=1\n`) }).toEqual({ name, ...kept });
      expect(lintText(`${START}${name}=1\n`).findings.map(({ rule }) => rule)).toContain("unknown-key");
      expect(effectiveConfig(`${START}${name}=1\n`).raw[name]).toBe("1");
    }
  });

  it("C2 in comments that Ackwise reads", () => {
    for (const directive of ["kafka-version:", "scenario:", "disable-next-line", "disable-file"]) {
      for (const name of NAMES) {
        expect(found(`# ackwise-${directive} ${name}\n${START}`)).toEqual(
          found(`# ackwise-${directive} ${OTHER}\n${START}`),
        );
      }
    }
  });

  it("C2 in login modules and their options", () => {
    const jaas = (name: string): string =>
      `${START}security.protocol=SASL_SSL\nsasl.mechanism=${name}\nsasl.jaas.config=${name} ${name} ${name}="${name}";\n`;
    for (const name of NAMES) {
      expect(found(jaas(name))).toEqual(found(jaas(OTHER)));
      everyFeature(jaas(name));
    }
  });

  it("C2 in scenario and project files and in settings", () => {
    const mistakes = (findings: readonly unknown[]): number => findings.length;
    for (const name of NAMES) {
      for (const yaml of [`${name}: 1\n`, `arrivals: { kind: ${name} }\n`, `cluster: { ${name}: ${name} }\n`]) {
        expect([yaml, mistakes(lintScenario(yaml).findings)]).toEqual([
          yaml,
          mistakes(lintScenario(yaml.replaceAll(name, OTHER)).findings),
        ]);
      }
      for (const yaml of [`rules: { ${name}: off }\n`, `profile: ${name}\n`, `files: { ${name}: [a] }\n`]) {
        expect([yaml, mistakes(lintProject(yaml).findings)]).toEqual([
          yaml,
          mistakes(lintProject(yaml.replaceAll(name, OTHER)).findings),
        ]);
      }
      const given = JSON.parse(`{ "rules": { "${name}": "off" }, "profile": "${name}" }`) as unknown;
      expect(Object.keys(readSettings(given).settings.rules)).toEqual([name]);
    }
  });

  it("C2 on the command line: refused as any other word is", async () => {
    const argv = (name: string): string[][] => [
      ["explain", name],
      ["lint", "p.properties", "--dialect", name],
      ["lint", "p.properties", "--kafka-version", name],
      ["simulate", "p.properties", "--scenario", name],
      ["simulate", "p.properties", "--require", `${name}<5`],
      ["simulate", "p.properties", "--require", `p99<5${name}`],
      ["sweep", "p.properties", "--vary", "acks=1", "--measure", name],
      ["tune", "p.properties", "--goal", name],
    ];
    for (const name of NAMES) {
      for (const [index, words] of argv(name).entries()) {
        const { code } = await ackwise(words, { files: { "p.properties": GOOD } });
        const { code: expected } = await ackwise(argv(OTHER)[index] ?? [], { files: { "p.properties": GOOD } });
        expect([words.join(" "), code]).toEqual([words.join(" "), expected]);
      }
    }
  });
});

/** Asks every language feature about the last line; how much each one answers. */
function everyFeature(text: string): { readonly tokens: number; readonly features: number } {
  const { document, context } = open(text);
  const analysis = analysed(text);
  const line = document.lineCount - 2;
  const whole = { start: { line: 0, character: 0 }, end: { line: line + 1, character: 0 } };
  const at = { line, character: 3 };
  const tokens = semanticTokens(analysis).data.length;
  const features = [
    service.diagnostics(document, context),
    service.hover(document, at, context),
    service.completion(document, at, context),
    service.completion(document, { line, character: document.getText().split("\n")[line]?.length ?? 0 }, context),
    service.codeActions(document, whole, { diagnostics: [] }, context),
    service.documentSymbols(document, context),
    service.effectiveText(document, context),
    service.status(document, context),
    service.upgrade(document, "4.0", context),
    service.whatIfForm(document, context),
    inlayHints(analysis, whole, DEFAULT_SETTINGS.inlayHints),
    signatureHelp(analysis, at),
    documentLinks(analysis),
    foldingRanges(analysis),
  ].length;
  return { tokens, features };
}
