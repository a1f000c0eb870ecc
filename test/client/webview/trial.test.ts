import { describe, expect, test } from "vitest";
import { nearestStop } from "../../../client/webview/field.js";
import { nameOf, wordsOf } from "../../../client/webview/scenario-name.js";
import {
  changesText,
  rebased,
  reset,
  variantsToRun,
  withoutVariant,
  withValue,
  withVariant,
} from "../../../client/webview/trial.js";
import type { PanelState } from "../../../server/src/protocol/what-if-panel.js";
import type { ScenarioGroup, WhatIfField, WhatIfForm } from "../../../server/src/protocol/what-if.js";

const stopsOf = (...values: string[]): WhatIfField["stops"] => values.map((value) => ({ value, label: value }));

function field(key: string, value: string): WhatIfField {
  const stops = stopsOf("0", "5", "20");
  return { key, value, stops, group: "batching", kind: "number", source: "file", defaultValue: "5", summary: "" };
}

function form(lingerMs: string): WhatIfForm {
  return {
    uri: "file:///p.properties",
    documentVersion: 1,
    fileName: "p.properties",
    kafkaVersion: "4.3.1",
    fields: [field("linger.ms", lingerMs), field("acks", "all")],
    scenarios: [],
    scenario: { name: "one-rack", from: "default" },
  };
}

const START: PanelState = { uri: "file:///p.properties", changes: [], variants: [] };

describe("what is tried", () => {
  test("a value that differs from the file's", () => {
    const tried = withValue(START, form("20"), "linger.ms", "5");
    expect(tried.changes).toEqual([{ key: "linger.ms", value: "5" }]);
    expect(withValue(tried, form("20"), "linger.ms", "0").changes).toEqual([{ key: "linger.ms", value: "0" }]);
    expect(withValue(tried, form("20"), "linger.ms", "20").changes).toEqual([]);
  });

  test("is dropped when the file says so itself, or knows no such setting", () => {
    const tried = withValue(withValue(START, form("20"), "linger.ms", "5"), form("20"), "acks", "1");
    expect(rebased(tried, form("5")).changes).toEqual([{ key: "acks", value: "1" }]);
    expect(rebased(tried, { ...form("5"), fields: [field("retries", "0")] }).changes).toEqual([]);
    expect(rebased(tried, { ...form("5"), fields: [] })).toBe(tried);
  });

  test("variants stand beside it, each once", () => {
    const tried = withValue(START, form("20"), "linger.ms", "5");
    const pinned = withVariant(withVariant(tried));
    expect(pinned.variants).toEqual([tried.changes]);
    expect(variantsToRun(pinned)).toEqual([]);
    const next = withValue(pinned, form("20"), "acks", "1");
    expect(variantsToRun(next)).toEqual([tried.changes]);
    expect(withoutVariant(next, 0).variants).toEqual([]);
    expect(reset(next)).toEqual(START);
    expect(withVariant(START)).toBe(START);
  });

  test("has a name", () => {
    const changes = [
      { key: "linger.ms", value: "5" },
      { key: "acks", value: undefined },
    ];
    expect(changesText(changes)).toBe("linger.ms=5, − acks");
  });
});

test.each([
  ["20", 2],
  ["6", 1],
  ["1000", 2],
  ["nonsense", 0],
])("the stop nearest to %s", (value, place) => {
  expect(nearestStop(stopsOf("0", "5", "20"), value)).toBe(place);
});

describe("names of scenarios", () => {
  const group = (id: ScenarioGroup["id"], ...names: string[]): ScenarioGroup => ({
    id,
    names: names.map((name) => ({ name, what: "" })),
  });
  const groups = [group("places", "one-rack", "laptop"), group("events", "calm", "leader-crash")];

  test("are taken apart and put together", () => {
    expect(wordsOf("leader-crash+laptop", groups)).toEqual({ places: "laptop", events: "leader-crash" });
    expect(wordsOf("own.ackwise.yaml", groups)).toBeUndefined();
    expect(nameOf({ events: "calm", places: "laptop" }, groups)).toBe("laptop+calm");
  });
});
