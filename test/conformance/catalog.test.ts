// schemas/producer-catalog.json says what the recorded ConfigDef of each release says, and a release is added to it by command.
import { describe, expect, it } from "vitest";
import { catalogWith, factsOf, sameFact, type DescribedKey } from "../../scripts/conformance-catalog.mjs";
import { catalogData, catalogFor, valueIn } from "../../server/src/core/catalog/catalog.js";
import type { CatalogData, KeyHistory } from "../../server/src/core/catalog/types.js";
import { parseVersion } from "../../server/src/core/catalog/version.js";
import { recordedLines } from "../support/fixtures.js";
import { RELEASES } from "./releases.mjs";

interface Definitions {
  readonly key: string;
  readonly definitions: readonly { readonly versions: readonly string[]; readonly value: Omit<DescribedKey, "name"> }[];
}
interface Order {
  readonly order: readonly { readonly versions: readonly string[]; readonly value: readonly string[] }[];
}

const [{ order }, ...lines] = recordedLines("definitions.ndjson.gz") as [Order, ...Definitions[]];
const LAST = "4.4.0";
const FACTS = ["type", "default", "validator", "importance"] as const;

function inRanges(release: string, versions: readonly string[]): boolean {
  const place = RELEASES.indexOf(release);
  return versions.some((range) => {
    const [first = "", last = first] = range.split("..");
    return place >= RELEASES.indexOf(first) && place <= RELEASES.indexOf(last);
  });
}

/** The keys of a release in their order; what a list validator allows is not recorded and taken from the catalog. */
function definedIn(release: string): readonly DescribedKey[] {
  const names = order.find(({ versions }) => inRanges(release, versions))?.value ?? [];
  return names.map((name) => {
    const { definitions } = lines.find(({ key }) => key === name)!;
    const { value } = definitions.find(({ versions }) => inRanges(release, versions))!;
    const validator = valueIn(catalogData.keys[name]?.validator ?? [], parseVersion(release)!);
    const emptyListAllowed = validator?.kind === "list" ? validator.emptyListAllowed : null;
    const internal = catalogData.keys[name]?.internal ?? false;
    return { name, ...value, emptyListAllowed, internal };
  });
}

describe.each(RELEASES)("the catalog of %s", (release) => {
  it("has the keys, types, defaults, validators and importance of its ConfigDef", () => {
    const version = parseVersion(release)!;
    const keys = definedIn(release);
    expect([...catalogFor(version).keys.keys()]).toEqual(keys.map(({ name }) => name));
    const wrong = keys.flatMap((key) => {
      const facts = factsOf(key);
      const history = catalogData.keys[key.name]!;
      return FACTS.filter((fact) => !sameFact(valueIn<unknown>(history[fact], version), facts[fact])).map(
        (fact) => `${key.name}: ${fact} ${JSON.stringify(facts[fact])}`,
      );
    });
    expect(wrong).toEqual([]);
  });
});

describe("adding a release", () => {
  /** As it was before a release: its keys and the entries that begin with it are gone. */
  function before(data: CatalogData, release: string): CatalogData {
    const older = <T extends { readonly from: string }>(list: readonly T[]): T[] =>
      list.filter(({ from }) => from !== release);
    const keys = Object.entries(data.keys)
      .filter(([, { since }]) => since !== release)
      .map(([key, history]): [string, KeyHistory] => [
        key,
        {
          ...history,
          removedIn: history.removedIn === release ? null : history.removedIn,
          type: older(history.type),
          default: older(history.default),
          validator: older(history.validator),
          importance: older(history.importance),
        },
      ]);
    const known = new Set(keys.map(([key]) => key));
    return {
      ...data,
      order: data.order.map(({ from, v }) => ({ from, v: v.filter((key) => known.has(key)) })),
      keys: Object.fromEntries(keys),
    };
  }

  it("makes the catalog of it again, but for what people write", () => {
    const { catalog, added, removed, changed } = catalogWith(before(catalogData, LAST), LAST, definedIn(LAST));
    expect(added).toHaveLength(7);
    expect([...removed, ...changed]).toEqual([]);
    const written = Object.entries(catalog.keys).map(([key, history]): [string, KeyHistory] => {
      const { summary, group } = catalogData.keys[key]!;
      if (!added.includes(key)) return [key, history];
      expect(history).toMatchObject({ summary: "", group: "" });
      return [key, { ...history, summary, group }];
    });
    expect({ ...catalog, keys: Object.fromEntries(written) }).toEqual(catalogData);
  });

  it("changes nothing the second time", () => {
    const result = catalogWith(catalogData, LAST, definedIn(LAST));
    expect(result).toEqual({ catalog: catalogData, added: [], removed: [], changed: [] });
  });

  const NEXT = "9.9.0";
  const keys = definedIn(LAST);

  it("notes removed keys, and facts that change from then on", () => {
    const next = keys
      .filter(({ name }) => name !== "linger.ms")
      .map((key) => (key.name === "acks" ? { ...key, default: "1", validator: "[0,...,5]" } : key));
    const { catalog, added, removed, changed } = catalogWith(catalogData, NEXT, next);
    expect([added, removed, changed]).toEqual([[], ["linger.ms"], ["acks"]]);
    expect(catalog.keys["linger.ms"]?.removedIn).toBe(NEXT);
    expect(catalog.keys["acks"]?.default.at(-1)).toEqual({ from: NEXT, v: { value: "1" } });
    expect(catalog.keys["acks"]?.validator.at(-1)).toEqual({ from: NEXT, v: { kind: "range", min: 0, max: 5 } });
    expect(catalog.keys["acks"]?.type).toEqual(catalogData.keys["acks"]?.type);
    expect(catalog.order).toEqual(catalogData.order);
  });

  it("puts a new key where it is parsed, and begins a new order when two keys swap", () => {
    const fresh: DescribedKey = { ...keys[0]!, name: "a.new.key", type: "password", internal: false };
    const { catalog, added } = catalogWith(catalogData, NEXT, [keys[0]!, fresh, ...keys.slice(1)]);
    expect(added).toEqual(["a.new.key"]);
    expect(catalog.keys["a.new.key"]).toMatchObject({
      since: NEXT,
      sensitive: true,
      type: [{ from: NEXT, v: "password" }],
    });
    expect(catalog.order).toHaveLength(1);
    expect(catalog.order[0]?.v.slice(0, 2)).toEqual([keys[0]!.name, "a.new.key"]);
    const swapped = [keys[1]!, keys[0]!, ...keys.slice(2)];
    expect(catalogWith(catalogData, NEXT, swapped).catalog.order).toEqual([
      ...catalogData.order,
      { from: NEXT, v: swapped.map(({ name }) => name) },
    ]);
  });

  it("does not guess at a validator that it has not met", () => {
    const next = keys.map((key) => (key.name === "acks" ? { ...key, validator: "prime numbers" } : key));
    expect(() => catalogWith(catalogData, NEXT, next)).toThrow(
      'acks: no validator known that calls itself "prime numbers"',
    );
  });
});
