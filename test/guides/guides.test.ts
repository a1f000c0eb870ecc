// Every guide is a fixture: its commands are run with the files that it shows, and its tables are what they print.
// `UPDATE=1 npx vitest run test/guides` writes the tables anew; look at what the texts around them say before you commit.
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { expectGolden } from "../support/golden.js";
import { guidePath, pageWithResults, readGuide } from "./guide-page.js";
import { GUIDES } from "./guides.js";

const SECTIONS = ["What happens", "Try it", "What to do", "Where this is approximate"];

describe.each(GUIDES)("docs/guides/%s.md", (slug) => {
  test("shows what its commands print", async () => {
    expectGolden(guidePath(slug), await pageWithResults(slug));
  });

  test("asks, answers, explains, shows, advises and says where it is approximate", () => {
    const page = readGuide(slug);
    expect([...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(SECTIONS);
    expect(page).toMatch(/^# .+\n\n\*[\s\S]+?\*\n\n\*\*/);
    expect(page).toContain("<!-- result 1: ");
  });
});

test("the index names every guide by its title, and there is no other", () => {
  const index = readGuide("README");
  for (const slug of GUIDES) {
    const title = /^# (.*)$/m.exec(readGuide(slug))?.[1] ?? "";
    expect(index).toContain(`[${title}](${slug}.md)`);
  }
  const others = ["README.md", "command-line.md"];
  const pages = readdirSync("docs/guides").filter((name) => !others.includes(name));
  expect(pages.sort()).toEqual(GUIDES.map((slug) => `${slug}.md`).sort());
});
