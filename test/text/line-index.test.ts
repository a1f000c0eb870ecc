import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LineIndex } from "../../server/src/core/text/line-index.js";

describe("LineIndex", () => {
  test.each([
    ["", 1],
    ["a", 1],
    ["a\n", 2],
    ["a\r\nb\rc\nd", 4],
    ["\r\r\n\n", 4],
  ])("%j has %i lines", (text, lines) => {
    expect(new LineIndex(text).lineCount).toBe(lines);
  });

  test("a column past the end of a line means its end", () => {
    const lines = new LineIndex("ab\r\ncd");
    expect(lines.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(lines.offsetAt({ line: 1, character: 99 })).toBe(6);
    expect(lines.offsetAt({ line: 9, character: 0 })).toBe(6);
    expect(lines.offsetAt({ line: -1, character: 5 })).toBe(0);
  });

  test("every offset outside a line end comes back from its position", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "\n", "\r", "é", "😀") }), fc.nat(), (text, at) => {
        const lines = new LineIndex(text);
        const offset = at % (text.length + 1);
        if (text.startsWith("\n", offset) && text.charAt(offset - 1) === "\r") return;
        expect(lines.offsetAt(lines.positionAt(offset))).toBe(offset);
      }),
    );
  });
});
