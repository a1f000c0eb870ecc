import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LANGUAGES } from "../../server/src/core/messages/languages.js";
import { COMMANDS } from "../../server/src/protocol/commands.js";
import { read, ROOT } from "../repository/repository.js";
import { expectGolden } from "../support/golden.js";
import { factsOf } from "./facts.js";
import { PICTURES } from "./pictures.js";

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const manifest = JSON.parse(read("package.json")) as {
  contributes: {
    configuration: { properties: Readonly<Record<string, unknown>> };
    walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[];
  };
};
const [walkthrough] = manifest.contributes.walkthroughs;
const steps = walkthrough?.steps ?? [];

test.each(LANGUAGES)("pictures show what the product says (%s)", async (language) => {
  const facts = await factsOf(language);
  for (const [step, draw] of Object.entries(PICTURES)) {
    expectGolden(join(ROOT, "client", "images", "walkthrough", language, `${step}.svg`), draw(facts));
  }
});

test("five steps, each with its picture", () => {
  expect(steps.map(({ id }) => id)).toEqual(Object.keys(PICTURES));
  for (const language of LANGUAGES) {
    const texts = JSON.parse(read(language === "en" ? "package.nls.json" : `package.nls.${language}.json`)) as Record<
      string,
      string
    >;
    for (const { id, media } of steps) {
      expect(texts[media.svg.replaceAll("%", "")]).toBe(`client/images/walkthrough/${language}/${id}.svg`);
      expect(statSync(join(ROOT, "client", "images", "walkthrough", language, `${id}.svg`)).size).toBeLessThan(12_000);
    }
  }
});

test("a step is done by commands, settings and links that there are", () => {
  const commands = [...Object.values<string>(COMMANDS), "workbench.action.openSettings", "editor.action.showHover"];
  const settings = Object.keys(manifest.contributes.configuration.properties);
  for (const { id, completionEvents } of steps) {
    expect(completionEvents.length, id).toBeGreaterThan(0);
    for (const event of completionEvents) {
      const [kind = "", subject = ""] = event.split(/:(.*)/);
      if (kind === "onCommand") expect(commands, id).toContain(subject);
      else if (kind === "onSettingChanged") expect(settings, id).toContain(subject);
      else expect(event, id).toMatch(/^onLink:https:\/\/github\.com\/ackwise\//);
    }
  }
  for (const file of ["package.nls.json", "package.nls.ko.json"]) {
    for (const [, command = ""] of read(file).matchAll(/\(command:([\w.]+)/g)) expect(commands).toContain(command);
  }
});
