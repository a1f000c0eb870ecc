import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadsTheSame } from "../../server/src/core/dialects/properties-meaning.js";
import { sortProperties } from "../../server/src/core/dialects/properties-sort.js";
import { parseProperties } from "../../server/src/core/syntax/parse-properties.js";
import { propertiesText } from "../support/arbitraries.js";

/** One group for each first letter. */
const placeOf = (key: string) => ({ group: key.charCodeAt(0) || 0, name: key });
const sorted = (text: string): string | undefined => sortProperties(text, placeOf);

describe("sorting", () => {
  test.each([
    ["b=1\na=2\n", "a=2\n\nb=1\n"],
    ["a2=1\n\na1=2\n", "a1=2\na2=1\n"],
    ["b=1\n# about a\na=2\n", "# about a\na=2\n\nb=1\n"],
    ["# title\n\n# about b\nb=1\na=2\n", "# title\n\na=2\n\n# about b\nb=1\n"],
    ["b=1\na=2\n# end\n", "a=2\n\nb=1\n\n# end\n"],
    ["b=1\\\n  2\na=2", "a=2\n\nb=1\\\n  2\n"],
    ["a=1\nb=1\na=2\n", "a=1\na=2\n\nb=1\n"],
    ["b=1\r\na=2\r\n", "a=2\r\n\r\nb=1\r\n"],
    ["", ""],
  ])("%j becomes %j", (before, after) => {
    expect(sorted(before)).toBe(after);
  });

  test("not where it would change a value", () => {
    expect(sorted("a2=1\na1=2\\")).toBeUndefined();
    expect(sorted("a2=1\na1=2\\\\")).toBe("a1=2\\\\\na2=1\n");
    expect(sorted("b=1\na=2\\\n")).toBeUndefined();
    expect(sorted("b=1\r\na=2\n")).toBeUndefined();
    expect(sorted("acks\\\n\n:")).toBeUndefined();
  });

  test("any text: nothing is lost, the same is loaded, and sorting twice changes nothing", () => {
    const partsOf = (text: string): string[] => {
      const { nodes } = parseProperties(text);
      const written = nodes.filter(({ kind }) => kind !== "blank").map(({ span }) => text.slice(span.start, span.end));
      return written.map((part) => part.replace(/[\r\n]+$/, "")).sort();
    };
    fc.assert(
      fc.property(propertiesText, (text) => {
        const result = sorted(text);
        if (result === undefined) return;
        expect(loadsTheSame(text, result)).toBe(true);
        expect(partsOf(result)).toEqual(partsOf(text));
        expect(sorted(result)).toBe(result);
      }),
      { numRuns: 2_000 },
    );
  });
});
