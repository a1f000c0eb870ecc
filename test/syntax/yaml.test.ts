// YAML and JSON with places: values as a JSON parser has them, spans, and every kind of trouble.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseYaml } from "../../server/src/core/syntax/yaml.js";
import { plainValue, trailAt, trailTo, type TreeNode } from "../../server/src/core/syntax/value-tree.js";
import "../support/property-runs.js";

const problems = (text: string): string[] =>
  parseYaml(text).problems.map(({ code, span }) => `${code} ${JSON.stringify(text.slice(span.start, span.end))}`);

const valueOf = (text: string): unknown => {
  const { root } = parseYaml(text);
  return root === undefined ? undefined : plainValue(root);
};

describe("values", () => {
  it.each<[string, unknown]>([
    ["", undefined],
    ["# nothing", undefined],
    ["\ufeffa: 1", { a: 1 }],
    ["a: 1\r\nb:\r\n  - x\r\n  - 'y'", { a: 1, b: ["x", "y"] }],
    ["{a: 1, b, c: [true, null, ~, 1.5, 0x10]}", { a: 1, b: null, c: [true, null, null, 1.5, 16] }],
    ["a: &x {b: 1}\nc: *x", { a: { b: 1 }, c: { b: 1 } }],
    ["[&x 1, &y [*x], &x 2, *y, *x]", [1, [1], 2, [1], 2]],
    ["1: one\n'': none\ntrue: yes", { 1: "one", "": "none", true: "yes" }],
    ["a: 1\na: 2", { a: 2 }],
    ["text: |\n  two\n  lines\n", { text: "two\nlines\n" }],
  ])("%j", (text, expected) => expect(valueOf(text)).toEqual(expected));

  it("a member may have any name", () => {
    expect(Object.keys(valueOf('{"__proto__": 1, "constructor": 2}') as object)).toEqual(["__proto__", "constructor"]);
  });

  it("JSON is read as a JSON parser reads it", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 2, "\t"), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const { problems, root } = parseYaml(text);
        expect(problems).toEqual([]);
        expect(JSON.stringify(root === undefined ? null : plainValue(root))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });
});

describe("problems", () => {
  it.each<[string, string[]]>([
    ["a: 1\na: 2", ['duplicate "a"']],
    ["? [1]\n: 2", ['complex-name "[1]"']],
    ["a: *b", ['unknown-alias "*b"']],
    ["&a [*a]", ['circular-alias "*a"']],
    ["a: 1\n---\nb: 1", ['several-documents "---\\nb: 1"']],
    ["a: [1", ['syntax ""']],
    ["a: !foo b", ['syntax "!foo"']],
    ["[".repeat(102) + "]".repeat(102), ['too-deep "["']],
    ["[".repeat(50_000), ['too-deep "["']],
  ])("%#", (text, expected) => expect(problems(text)).toEqual(expected));

  it("aliases of aliases do not become an endless value", () => {
    const lines = Array.from({ length: 20 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(10)}]`);
    expect(problems(["a0: &a0 x", ...lines].join("\n"))).toEqual(['too-large "*"']);
  });
});

describe("places", () => {
  const text = 'a:\n  b.c: [x, {d: 1}]\n  "e[0]": 2\na.b: 3';
  const root = parseYaml(text).root!;
  const slice = ({ span }: TreeNode): string => text.slice(span.start, span.end);

  it.each<[string, string, boolean]>([
    ["", text, true],
    ["a.b.c[0]", "x", true],
    ["a.b.c[1].d", "1", true],
    ["a.e[0]", "2", true],
    ["a.b", "3", true],
    ["a.b.c[7]", "[x, {d: 1}]", false],
    ["nothing.there", text, false],
  ])("%s", (path, expected, isExact) => {
    const trail = trailTo(root, path);
    expect([slice(trail.steps.at(-1)!.node), trail.isExact]).toEqual([expected, isExact]);
  });

  it("an offset leads to the innermost name or value", () => {
    const names = (offset: number): string[] => trailAt(root, offset).map(({ member }) => member?.name ?? "");
    expect(names(text.indexOf("d:"))).toEqual(["", "a", "b.c", "", "d"]);
    expect(names(text.indexOf("x"))).toEqual(["", "a", "b.c", ""]);
    expect(names(0)).toEqual(["", "a"]);
  });
});

it("no text crashes it, and every place is in the text", () => {
  const pieces = ["a", "b: ", "- ", "\n", "  ", "\t", "{", "}", "[", "]", ",", ": ", "? ", "&x ", "*x", "!t ", "|", ">", "'", '"', "#", "---", "...", "%", "\r", "\u0000", "\ufeff", "😀", "\ud800", "<<: "]; // prettier-ignore
  const wild = fc
    .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.string() }))
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(wild, (text) => {
      const { root, problems: found } = parseYaml(text);
      const spans = [...found.map(({ span }) => span), ...(root === undefined ? [] : spansOf(root))];
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});

function spansOf(node: TreeNode): { start: number; end: number }[] {
  switch (node.kind) {
    case "scalar":
      return [node.span];
    case "list":
      return [node.span, ...node.items.flatMap(spansOf)];
    case "object":
      return [node.span, ...node.members.flatMap(({ nameSpan, value }) => [nameSpan, ...spansOf(value)])];
  }
}
