import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../server/src/core/dialects/dialects.js";
import { applyEdits } from "../../server/src/core/text/span.js";
import { propertiesText } from "../support/arbitraries.js";

const read = (text: string): ReturnType<typeof readDocument> => readDocument("properties", "producer.properties", text);
const valuesOf = (text: string): Map<string, string> =>
  new Map([...read(text).byKey].map(([key, { value }]) => [key, value]));
const plainValue = fc.string().filter((value) => value.trim() === value && !/[\u0000-\u001f]/.test(value));

describe("edits of a .properties file", () => {
  test("setting a value is read back, and every other setting stays", () => {
    fc.assert(
      fc.property(propertiesText, plainValue, (text, value) => {
        const document = read(text);
        fc.pre(document.problems.length === 0);
        for (const setting of document.byKey.values()) {
          const changed = valuesOf(applyEdits(text, document.edits.setValue(setting, value)));
          expect(changed.get(setting.key)?.trimEnd()).toBe(value);
          const others = (all: Map<string, string>): [string, string][] =>
            [...all].filter(([key]) => key !== setting.key);
          expect(others(changed)).toEqual(others(valuesOf(text)));
        }
      }),
    );
  });

  test("inserting adds one setting and keeps the others", () => {
    fc.assert(
      fc.property(propertiesText, plainValue, (text, value) => {
        const document = read(text);
        fc.pre(document.problems.length === 0 && !/\\\s*$/.test(text) && !document.byKey.has("new.key"));
        const changed = valuesOf(applyEdits(text, document.edits.insert("new.key", value, document.settings.at(-1))));
        expect(changed.get("new.key")).toBe(value);
        changed.delete("new.key");
        expect(changed).toEqual(valuesOf(text));
      }),
    );
  });

  test("removing takes one entry out and keeps the others", () => {
    fc.assert(
      fc.property(propertiesText, (text) => {
        const document = read(text);
        // A lone backslash that comes to stand at the end of a text becomes an entry of its own.
        fc.pre(document.problems.length === 0 && !/^[ \t\f]*\\[\r\n]/m.test(text));
        for (const setting of document.byKey.values()) {
          if (document.settings.some((other) => other.overridden && other.key === setting.key)) continue;
          const changed = valuesOf(applyEdits(text, document.edits.remove(setting)));
          const expected = valuesOf(text);
          expected.delete(setting.key);
          expect(changed).toEqual(expected);
        }
      }),
    );
  });
});
