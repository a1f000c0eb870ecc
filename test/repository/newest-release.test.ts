// A new release is data (schemas/releases.json); what people read must name it, and the real client must have been asked.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { RELEASE_LINES, SUPPORTED, versionOrder } from "../../server/src/core/catalog/version.js";
import { RELEASES } from "../conformance/releases.mjs";

const read = (path: string): string => readFileSync(path, "utf8");
const { first, last } = SUPPORTED;

describe("the newest release line", () => {
  it.each([
    ["README.md", `Client releases ${first} to ${last}.`],
    ["README.ko.md", `클라이언트 릴리스 ${first}부터 ${last}까지`],
    ["docs/rules/unknown-version-comment.md", `${first} to ${last}`],
  ])("is named by %s", (path, words) => {
    expect(read(path)).toContain(words);
  });

  it("leaves no older range in a text of the program", () => {
    const texts = ["package.json", "package.nls.json", "package.nls.ko.json", "schemas/project.schema.json"]
      .concat(["rules", "settings", "texts"].map((name) => `schemas/translations/ko/${name}.json`))
      .concat(["problem-texts", "phrase-texts", "help-texts"].map((name) => `server/src/core/messages/${name}.ts`));
    for (const path of texts) expect(read(path), path).not.toMatch(/2\.1(?: to |부터 |~)\d+\.\d/);
  });
});

describe("schemas/releases.json", () => {
  it("is valid", () => {
    const ajv = new Ajv({ strict: false });
    const isValid = ajv.validate(
      JSON.parse(read("schemas/releases.schema.json")) as object,
      JSON.parse(read("schemas/releases.json")),
    );
    expect(isValid, ajv.errorsText()).toBe(true);
  });

  it("has one release of each line, oldest first", () => {
    const orders = RELEASE_LINES.map(versionOrder);
    expect(orders).toEqual([...new Set(orders)].sort((a, b) => a - b));
    expect(new Set(RELEASE_LINES.map((release) => release.replace(/\.\d+$/, ""))).size).toBe(RELEASE_LINES.length);
  });

  it("names only releases whose constructor has been recorded", () => {
    expect(RELEASES).toEqual(expect.arrayContaining([...RELEASE_LINES]));
  });
});
