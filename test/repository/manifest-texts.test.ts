import { expect, test } from "vitest";
import { read, repositoryFiles } from "./repository.js";

const jsonOf = (path: string): Readonly<Record<string, string>> => JSON.parse(read(path)) as Record<string, string>;
const placesOf = (text: string): string[] => (text.match(/\{\d\}|`[^`]+`/g) ?? []).sort();

/** Every call of `l10n.t` takes its English as a literal, so that it can be found here. */
function textsOfTheClient(): readonly string[] {
  const sources = repositoryFiles().filter((path) => /^client\/src\/.*\.ts$/.test(path));
  return sources.flatMap((path) => {
    const text = read(path);
    const found = [...text.matchAll(/\bl10n\.t\(\s*("(?:[^"\\]|\\.)*")/g)].map(([, literal = '""']) => literal);
    expect(found.length, `${path}: l10n.t of a literal`).toBe([...text.matchAll(/\bl10n\.t\(/g)].length);
    return found.map((literal) => JSON.parse(literal) as string);
  });
}

test("the client's texts are in Korean, each with its places", () => {
  const korean = jsonOf("l10n/bundle.l10n.ko.json");
  expect(Object.keys(korean).sort()).toEqual([...new Set(textsOfTheClient())].sort());
  for (const [english, text] of Object.entries(korean)) expect(placesOf(text), english).toEqual(placesOf(english));
});

test("the manifest's texts are in Korean, with the same names and values in them", () => {
  const english = jsonOf("package.nls.json");
  const korean = jsonOf("package.nls.ko.json");
  expect(Object.keys(korean)).toEqual(Object.keys(english));
  const own = Object.entries(korean).filter(([id]) => !id.startsWith("rule."));
  for (const [id, text] of own) expect(placesOf(text), id).toEqual(placesOf(english[id] ?? ""));
  expect(Object.values(korean).filter((text) => text.trim() === "")).toEqual([]);
});

test("the extension takes them along", () => {
  const staged = read("scripts/package.mjs");
  for (const path of ["package.nls.json", "package.nls.ko.json", "l10n"]) expect(staged).toContain(`  "${path}",\n`);
  expect(JSON.parse(read("package.json"))).toMatchObject({ l10n: "./l10n" });
});
