import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ackwise } from "../cli/memory-io.js";
import { hoverText } from "../service/harness.js";
import { catalogData } from "../../server/src/core/catalog/catalog.js";
import { guideOf } from "../../server/src/core/catalog/guide.js";
import { keyKind } from "../../server/src/core/catalog/key-kind.js";
import { latestVersion } from "../../server/src/core/catalog/version.js";

const NOTES = 48;

const lines = readFileSync("docs/notes-coverage.md", "utf8").split("\n");
const rows = lines.filter((line) => /^\| N\d/.test(line)).map(cellsOf);

describe("docs/notes-coverage.md", () => {
  it("lists every note once, in order", () => {
    const numbers = Array.from({ length: NOTES }, (_, index) => `N${String(index + 1).padStart(2, "0")}`);
    expect(rows.map(([note]) => note)).toEqual(numbers);
  });

  it.each(rows.map(([note = "", , found = ""]) => ({ note, found })))("$note is found where it says", ({ found }) => {
    const places = placesIn(found);
    expect(places.filter((place) => !exists(place))).toEqual([]);
    expect(places.length).toBeGreaterThan(0);
  });

  it.each(rows.map(([note = "", , found = ""]) => ({ note, found })))(
    "$note is shown by hovers and explain, not only written in the guide",
    async ({ found }) => {
      for (const place of placesIn(found).filter((name) => name.startsWith("guide: "))) {
        const { key = "", part = "", value } = PART.exec(place.slice("guide: ".length))?.groups ?? {};
        const texts = textsOf(key, part, value);
        expect(texts.length, place).toBeGreaterThan(0);
        const hover = hoversOf(key, part, value);
        const explained = (await ackwise(["explain", key])).stdout.replace(/\s+/g, " ");
        expect(texts.filter((text) => !hover.includes(text) || !explained.includes(text))).toEqual([]);
      }
    },
  );

  it("names keys for the spellings that do not exist", () => {
    const start = lines.findIndex((line) => line.startsWith("## Spellings"));
    const spellings = lines.slice(start).map((line) => /^\| `([^`]+)` \| `([^`]+)` \|$/.exec(line));
    const pairs = spellings.flatMap((match) => (match === null ? [] : [[match[1], match[2]]]));
    expect(pairs).toHaveLength(5);
    for (const [written = "", meant] of pairs) {
      expect(keyKind(written, latestVersion())).toEqual({ kind: "misspelled", use: meant });
    }
  });
});

function placesIn(found: string): readonly string[] {
  return found.split(", ").map((place) => /^`([^`]+)`$/.exec(place)?.[1] ?? `unquoted: ${place}`);
}

/** Every sentence of a part of the guide. */
function textsOf(key: string, part: string, value: string | undefined): readonly string[] {
  const whole: unknown = Object.entries(guideOf(key) ?? {}).find(([name]) => name === part)?.[1];
  const chosen: unknown =
    value === undefined ? whole : Object.entries(whole as object).find(([name]) => name === value)?.[1];
  return sentencesIn(chosen);
}

function sentencesIn(value: unknown): readonly string[] {
  if (typeof value === "string") return value.endsWith(".") ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(sentencesIn) : [];
}

/** What an editor shows on the key, or on its values when the part is about them. */
function hoversOf(key: string, part: string, value: string | undefined): string {
  if (part !== "values") return hoverText(`|${key}=x\n`) ?? "";
  const values = value === undefined ? Object.keys(guideOf(key)?.values ?? {}) : [value];
  return values.map((one) => hoverText(`${key}=|${one}\n`) ?? "").join("\n");
}

/** Whether a place as the table names it is there: `rule: id`, `guide: key.part`, `default: key`, … */
function exists(place: string): boolean {
  const [kind, name = ""] = place.split(": ");
  switch (kind) {
    case "rule":
      return existsSync(`server/src/core/rules/all/${name}.ts`);
    case "guide":
      return isInGuide(name);
    case "default":
      return (catalogData.keys[name]?.default.length ?? 0) > 1;
    case "completion":
      return Object.hasOwn(catalogData.keys, name);
    case "known":
      return keyKind(name, latestVersion()).kind === "plugin";
    case "simulation":
      return isInResult(name);
    default:
      return false;
  }
}

interface SchemaPart {
  readonly properties?: Readonly<Record<string, SchemaPart>>;
}

/** Whether simulations give a number of this name: `stagesMs.batch`. */
function isInResult(path: string): boolean {
  const schema = JSON.parse(readFileSync("schemas/result.schema.json", "utf8")) as {
    readonly definitions: Readonly<Record<string, SchemaPart>>;
  };
  let part: SchemaPart | undefined = schema.definitions["simulated"];
  for (const name of path.split(".")) part = part?.properties?.[name];
  return part !== undefined;
}

const PART =
  /^(?<key>.+)\.(?<part>details|tradeOffs|values|interactsWith|dependsOnBroker|mistakes)(?:\.(?<value>[^.]+))?$/;

function isInGuide(path: string): boolean {
  const { key = "", part, value } = PART.exec(path)?.groups ?? {};
  const guide: object = guideOf(key) ?? {};
  const found: unknown = Object.entries(guide).find(([name]) => name === part)?.[1];
  if (typeof found === "string") return found !== "" && value === undefined;
  if (typeof found !== "object" || found === null) return false;
  return value === undefined ? Object.keys(found).length > 0 : Object.hasOwn(found, value);
}

function cellsOf(row: string): string[] {
  return row
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());
}
