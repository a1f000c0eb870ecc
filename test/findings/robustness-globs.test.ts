import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileGlob, LONGEST_GLOB_CHARACTERS, matchesAnyGlob } from "../../server/src/core/config/glob.js";
import { lintProject } from "../../server/src/core/project/project-lint.js";
import { readSettings } from "../../server/src/protocol/settings.js";
import { ackwise, GOOD } from "../cli/memory-io.js";

const DEEP = "a/b/c/d/e/f/g/h/i/j/producer.properties";
const LONG_NAME = `${"a".repeat(200)}.properties`;

/** A path that counts how often its characters are looked at. */
function countingPath(path: string): { readonly path: string; readonly looks: () => number } {
  let looks = 0;
  const characters = {
    *[Symbol.iterator](): Generator<string> {
      for (const character of path) {
        looks++;
        yield character;
      }
    },
  };
  return { path: characters as unknown as string, looks: () => looks };
}

describe("C3 globs of a repository cannot hang the server", () => {
  it.each([
    ["**/**/ sixty times", `${"**/".repeat(60)}x`, DEEP],
    ["*a twelve times", `${"*a".repeat(12)}x`, "a".repeat(40)],
    ["*a two hundred times", `${"*a".repeat(200)}x`, LONG_NAME],
    ["**a two hundred times", `${"**a".repeat(160)}x`, LONG_NAME],
    ["choices in choices", `${"{a,*".repeat(100)}x`, LONG_NAME],
    ["{*,**} in a row", `${"{*,**}".repeat(80)}x`, LONG_NAME],
    ["?* in a row", `${"?*".repeat(240)}x`, LONG_NAME],
  ])("C3 %s: each character of the path is read once", (_name, glob, path) => {
    const counting = countingPath(path);
    expect(compileGlob(glob)?.(counting.path)).toBe(false);
    expect(counting.looks()).toBeLessThanOrEqual(path.length);
    expect(matchesAnyGlob([glob], path)).toBe(false);
  });

  it("C3 a longer glob is refused by the project file, the settings and the command line, each in clear words", async () => {
    const long = "*a".repeat(LONGEST_GLOB_CHARACTERS);
    const [finding] = lintProject(`files: { exclude: ["${long}"] }\n`).findings;
    expect(finding?.message).toContain("expected a text of 1 to 500 characters");
    const { settings, problems } = readSettings({ files: { exclude: [long] } });
    expect([settings.files.exclude, problems]).toEqual([
      [],
      [{ setting: "ackwise.files.exclude", expected: "a list of globs of at most 500 characters" }],
    ]);
    const { code, stderr } = await ackwise(["lint", long], { files: { "producer.properties": GOOD } });
    expect([code, stderr]).toEqual([
      2,
      `ackwise: ${"*a".repeat(30)}…: a pattern of 1000 characters, expected at most 500\n`,
    ]);
    expect(compileGlob(long)).toBeUndefined();
  });

  it("C3 says the same as a regular expression does, for every glob of names, stars, classes and choices", () => {
    const piece = fc.constantFrom(
      ["a", "a"],
      ["B", "B"],
      [".", "\\."],
      ["/", "\\/"],
      ["*", "[^/]*"],
      ["?", "[^/]"],
      ["[a-c]", "[a-c]"],
      ["[!a]", "[^a/]"],
      ["{a,*b}", "(?:a|[^/]*b)"],
    );
    const path = fc.array(fc.constantFrom("a", "B", "b", ".", "/", "c"), { maxLength: 8 }).map((all) => all.join(""));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), path, (pieces, text) => {
        const glob = pieces.map(([one = ""]) => one).join("");
        fc.pre(!glob.includes("**"));
        const expression = new RegExp(`^${pieces.map(([, one = ""]) => one).join("")}$`);
        expect([glob, text, compileGlob(glob)?.(text)]).toEqual([glob, text, expression.test(text)]);
      }),
    );
  });
});
