import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatProperties } from "../../server/src/core/dialects/properties-format.js";
import { parseProperties } from "../../server/src/core/syntax/parse-properties.js";
import { applyEdits } from "../../server/src/core/text/span.js";
import { propertiesText } from "../support/arbitraries.js";

const formatted = (text: string): string => applyEdits(text, formatProperties(text));

describe("formatting", () => {
  test.each([
    ["a=1\nb = 2\nc=3\n", "a=1\nb=2\nc=3\n"],
    ["a = 1\nb=2\nc = 3\n", "a = 1\nb = 2\nc = 3\n"],
    ["a: 1\nb=2\nc: 3\n", "a: 1\nb= 2\nc: 3\n"],
    ["a=1\nb = 2\n", "a=1\nb=2\n"],
    ["a   =   1\n", "a = 1\n"],
    ["  a=1\n\tb=2\n", "a=1\nb=2\n"],
    ["a = 1\nb = \nc= 3\n", "a = 1\nb =\nc = 3\n"],
    ["  # comment \t\r\n \t\r\na=1\r\n", "# comment\r\n\r\na=1\r\n"],
  ])("%j becomes %j", (before, after) => {
    expect(formatted(before)).toBe(after);
  });

  test.each([
    ["trailing blanks of a value", "a=1  \n"],
    ["lines that go on", "a=1,\\\n    2\n"],
    ["a separator over two lines", "a = \\\n  1\nb = 2\nc = 3\n"],
    ["separators below each other", "acks      = all\nlinger.ms = 5\nretries   = 1\n"],
    ["settings without = or :", "a 1\nb 2\n"],
    ["blanks that belong to the value", "a=\\ 1\n"],
  ])("leaves %s", (_, text) => {
    expect(formatted(text)).toBe(text);
  });

  test("any text: every key and raw value stays, and formatting twice changes nothing", () => {
    const read = (text: string): unknown => parseProperties(text).entries.map(({ key, value }) => [key, value]);
    fc.assert(
      fc.property(propertiesText, (text) => {
        const result = formatted(text);
        expect(read(result)).toEqual(read(text));
        expect(formatted(result)).toBe(result);
      }),
      { numRuns: 1_000 },
    );
  });
});
