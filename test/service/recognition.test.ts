import { describe, expect, test } from "vitest";
import { matchesAnyGlob } from "../../server/src/core/config/glob.js";
import { open, service, START, type Options } from "./harness.js";

const WRONG = "acks=some\n";

function isServed(text: string, options: Options): boolean {
  const { document, context } = open(text, options);
  return service.analysisOf(document, context) !== undefined;
}

describe("which files are served", () => {
  test.each([
    ["a producer by name", "file:///project/producer.properties", "", true],
    ["a producer by content", "file:///project/kafka.properties", START, true],
    ["not something else", "file:///project/log4j.properties", "log4j.rootLogger=INFO\n", false],
    ["not another ending", "file:///project/kafka.conf", START, false],
    ["a new file by its language and content", "untitled:Untitled-1", START, true],
    ["a path with blanks and umlauts", "file:///project/mein%20pr%C3%BCf/producer.properties", "", true],
  ])("%s", (_name, uri, text, served) => {
    expect(isServed(text, { uri })).toBe(served);
  });

  test("a file that is excluded, whatever its name", () => {
    const files = { include: ["**/*.properties"], exclude: ["legacy/**"] };
    const settings = { files };
    expect(isServed(WRONG, { uri: "file:///project/legacy/producer.properties", settings })).toBe(false);
    expect(isServed(WRONG, { uri: "file:///project/new/producer.properties", settings })).toBe(true);
  });

  test("a file that is included", () => {
    const settings = { files: { include: ["kafka/*.conf"], exclude: [] } };
    expect(isServed(WRONG, { uri: "file:///project/kafka/a.conf", settings })).toBe(true);
    expect(isServed(WRONG, { uri: "file:///project/other/a.conf", settings })).toBe(false);
  });

  test("nothing when switched off", () => {
    expect(isServed(WRONG, { settings: { enable: false } })).toBe(false);
  });

  test("a file that is nothing to us gets empty answers", () => {
    const { document, context, position } = open("|acks=some", { uri: "file:///project/a.conf" });
    expect(service.diagnostics(document, context)).toEqual([]);
    expect(service.hover(document, position, context)).toBeUndefined();
    expect(service.completion(document, position, context)).toEqual([]);
    expect(service.documentSymbols(document, context)).toEqual([]);
    expect(service.effectiveText(document, context)).toBeUndefined();
    expect(service.status(document, context)).toBeUndefined();
    const range = { start: position, end: position };
    expect(service.codeActions(document, range, { diagnostics: [] }, context)).toEqual([]);
  });
});

describe("globs", () => {
  test.each([
    ["**/*.properties", "/a/b/c.properties", true],
    ["**/*.properties", "c.properties", true],
    ["*.properties", "a/c.properties", true],
    ["a/*.properties", "a/b/c.properties", false],
    ["a/**", "a/b/c.properties", true],
    ["a/**/c.{conf,properties}", "a/c.properties", true],
    ["a/**/c.{conf,properties}", "a/x/y/c.conf", true],
    ["a?c.properties", "abc.properties", true],
    ["[ab]c.properties", "bc.properties", true],
    ["[!ab]c.properties", "bc.properties", false],
    ["a+b(c).properties", "a+b(c).properties", true],
    ["{a,b", "a", true],
    ["a.properties", "axproperties", false],
  ])("%s on %s: %s", (glob, path, matches) => {
    expect(matchesAnyGlob([glob], path)).toBe(matches);
  });
});
