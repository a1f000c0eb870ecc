import { expect, test } from "vitest";
import { catalogFor } from "../../server/src/core/catalog/catalog.js";
import { parseVersion } from "../../server/src/core/catalog/version.js";
import { defaultsOf } from "../../server/src/core/config/defaults.js";
import { recordedLines } from "../support/fixtures.js";
import { RELEASES } from "../conformance/releases.mjs";

interface Order {
  readonly order: readonly { readonly versions: readonly string[]; readonly value: readonly string[] }[];
}

const [{ order }] = recordedLines("definitions.ndjson.gz") as [Order];

test.each(RELEASES)("settings of %s are parsed in the order of its ConfigDef", (release) => {
  const recorded = order.find(({ versions }) => versions.some((range) => inRange(release, range)))?.value ?? [];
  const { placeOf } = defaultsOf(catalogFor(parseVersion(release)!));
  const own = [...placeOf.keys()].sort((a, b) => placeOf.get(a)! - placeOf.get(b)!);
  expect(own).toEqual(recorded);
});

function inRange(release: string, range: string): boolean {
  const [first = "", last = first] = range.split("..");
  const place = RELEASES.indexOf(release);
  return place >= RELEASES.indexOf(first) && place <= RELEASES.indexOf(last);
}
