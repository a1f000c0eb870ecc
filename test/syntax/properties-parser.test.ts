import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placesInValue } from "../../server/src/core/syntax/decode.js";
import { parseProperties } from "../../server/src/core/syntax/parse-properties.js";
import { printProperties } from "../../server/src/core/syntax/properties.js";
import { sliceSpan } from "../../server/src/core/text/span.js";
import { propertiesText } from "../support/arbitraries.js";

describe("parseProperties", () => {
  test("loses no character of any text", () => {
    fc.assert(fc.property(propertiesText, (text) => printProperties(parseProperties(text)) === text));
  });

  test("joins its nodes without gap or overlap", () => {
    fc.assert(
      fc.property(propertiesText, (text) => {
        let position = 0;
        for (const node of parseProperties(text).nodes) {
          expect(node.span.start).toBe(position);
          expect(node.span.end).toBeGreaterThan(position);
          position = node.span.end;
        }
        expect(position).toBe(text.length);
      }),
    );
  });

  test("keeps key, separator and value in order inside the entry", () => {
    fc.assert(
      fc.property(propertiesText, (text) => {
        for (const { span, keySpan, separatorSpan, valueSpan } of parseProperties(text).entries) {
          const offsets = [span.start, keySpan.start, keySpan.end, separatorSpan.start, separatorSpan.end];
          const all = [...offsets, valueSpan.start, valueSpan.end, span.end];
          expect(all).toEqual([...all].sort((a, b) => a - b));
        }
      }),
    );
  });
});

describe("placesInValue", () => {
  const cases: readonly (readonly [string, number, number, string])[] = [
    ["a=all", 0, 3, "all"],
    ["a=x\\u0041y", 1, 2, "\\u0041"],
    ["a=one,\\\n   two,three", 4, 7, "two"],
    ["a=one,\\\r\n   t\\u0077o", 4, 7, "t\\u0077o"],
    ["a=C:\\\\temp", 2, 3, "\\\\"],
    ["a=\\\n  all", 0, 3, "all"],
  ];
  test.each(cases)("%j from %i to %i is %j", (text, start, end, expected) => {
    const [entry] = parseProperties(text).entries;
    expect(sliceSpan(text, placesInValue(text, entry!)(start, end))).toBe(expected);
  });

  test("an empty part stands right before its character", () => {
    const text = "a=x\\u0041y";
    const [entry] = parseProperties(text).entries;
    expect(placesInValue(text, entry!)(2, 2)).toEqual({ start: text.indexOf("y"), end: text.indexOf("y") });
    expect(placesInValue(text, entry!)(3, 3)).toEqual({ start: text.length, end: text.length });
  });

  test("stays inside the value for any text and any part", () => {
    fc.assert(
      fc.property(propertiesText, fc.nat(), fc.nat(), (text, a, b) => {
        for (const entry of parseProperties(text).entries) {
          const start = a % (entry.value.length + 1);
          const end = Math.min(entry.value.length, start + (b % 5));
          const span = placesInValue(text, entry)(start, end);
          expect(span.start).toBeGreaterThanOrEqual(entry.valueSpan.start);
          expect(span.end).toBeLessThanOrEqual(entry.valueSpan.end);
          expect(span.start).toBeLessThanOrEqual(span.end);
        }
      }),
    );
  });
});
