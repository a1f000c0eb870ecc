// M9 of the break report: the work grows with the length of a text, not with its square. Counted, not timed.
import { describe, expect, it } from "vitest";
import { propertiesDialect } from "../../server/src/core/dialects/properties.js";
import { propertiesEdits } from "../../server/src/core/dialects/properties-edits.js";
import { parseProperties } from "../../server/src/core/syntax/parse-properties.js";

/** An array that counts how often its elements are looked at. */
function counting<Element>(elements: readonly Element[]): {
  readonly elements: readonly Element[];
  readonly looks: () => number;
} {
  let looks = 0;
  const counted = new Proxy(elements, {
    get: (target, name): unknown => {
      if (typeof name === "string" && /^\d+$/.test(name)) looks++;
      return Reflect.get(target, name);
    },
  });
  return { elements: counted, looks: () => looks };
}

describe("M9 the work grows with the length of a text", () => {
  it("M9 each removal of an entry looks at its neighbours only", () => {
    const count = 2_000;
    const text = "a=1\n".repeat(count);
    const nodes = counting(parseProperties(text).nodes);
    const edits = propertiesEdits({ ...parseProperties(text), nodes: nodes.elements });
    for (const setting of propertiesDialect.read("", text).settings) expect(edits.remove(setting)).toHaveLength(1);
    expect(nodes.looks()).toBeGreaterThan(count);
    expect(nodes.looks()).toBeLessThan(10 * count);
  });
});
