// What a page must have for people who do not see it, see it without colours, or see it small.
import { describe, expect, test } from "vitest";
import { REPORT_COLOURS } from "../../../server/src/core/report/render/report-colours.js";
import { renderReportBody, renderReportPage } from "../../../server/src/core/report/render/render-html.js";
import { readMarkup, type Tag } from "./markup-reader.js";
import { SAMPLE_REPORTS } from "./sample-reports.js";

/** The least size of text in a picture, in the units of a view box that is never drawn smaller than at its own width. */
const LEAST_FONT_SIZE = 11;

describe.each(Object.entries(SAMPLE_REPORTS))("%s", (_name, report) => {
  const body = renderReportBody(report);
  const tags = readMarkup(body).tags.filter(({ isClosing }) => !isClosing);
  const named = (name: string): readonly Tag[] => tags.filter((tag) => tag.name === name);
  const valuesOf = (attribute: string): readonly string[] =>
    tags.flatMap(({ attributes }) => attributes.get(attribute) ?? []);

  test("ids are unique, and what refers to one finds it", () => {
    const ids = valuesOf("id");
    expect(new Set(ids).size).toBe(ids.length);
    const fills = [...valuesOf("fill")].flatMap((fill) => /^url\(#(.*)\)$/.exec(fill)?.[1] ?? []);
    const referred = [...valuesOf("aria-labelledby"), ...valuesOf("aria-describedby"), ...fills];
    expect(referred.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("every picture is one, has a title and a description, and its data behind it", () => {
    const pictures = named("svg");
    const charts = report.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "chart")).length;
    expect(pictures.length).toBe(charts * 2);
    for (const { attributes } of pictures) {
      expect(attributes.get("role")).toBe("img");
      const [title, desc] = [attributes.get("aria-labelledby")!, attributes.get("aria-describedby")!];
      expect(body).toMatch(new RegExp(`<title id="${title}">[^<]+</title><desc id="${desc}">[^<]+</desc>`));
    }
    const figures = body.split("<figure").slice(1);
    for (const figure of figures) expect(figure).toMatch(/<details><summary>Data<\/summary>.*<table.*<tbody><tr>/);
  });

  test("every table has a caption, and headings of columns and rows", () => {
    const tables = body.split("<table").slice(1);
    for (const table of tables) {
      expect(table).toMatch(/^ class="ackwise-table"><caption>[^<]+<\/caption><thead><tr><th scope="col"/);
    }
    expect(named("th").filter(({ attributes }) => !/^(col|row)$/.test(attributes.get("scope") ?? ""))).toEqual([]);
    const bodyRows = [...body.matchAll(/<tbody>(.*?)<\/tbody>/g)].flatMap(([, rows = ""]) =>
      rows.split("<tr>").slice(1),
    );
    expect(bodyRows.filter((row) => !row.startsWith('<th scope="row"'))).toEqual([]);
  });

  test("a tone has a mark and a word", () => {
    const cells = report.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "table" ? block.rows.flat() : [])),
    );
    const toned = cells.filter(({ tone }) => tone !== undefined && tone !== "neutral");
    const words = [
      ...body.matchAll(/<span class="ackwise-mark" aria-hidden="true">[✓✕!]<\/span> <span class="ackwise-said">\w+</g),
    ];
    expect(words.length).toBe(toned.length);
    expect(body).toMatch(/aria-hidden="true">[✓✕!•]<\/span>(?:Good|Problem|Caution|Result)<\/span>/);
  });

  test("text in pictures is large enough, and the only h1 is the answer", () => {
    const sizes = valuesOf("font-size").map(Number);
    expect(Math.min(...sizes, 99)).toBeGreaterThanOrEqual(LEAST_FONT_SIZE);
    expect(named("h1")).toHaveLength(1);
  });

  test("colours are custom properties with fallbacks, and nothing is styled in place", () => {
    const colours = [...valuesOf("fill"), ...valuesOf("stroke")];
    expect(
      colours.filter((colour) => !/^(none|url\(#[\w-]+\)|var\(--ackwise-[\w-]+, #[\da-f]{6}\))$/.test(colour)),
    ).toEqual([]);
    expect(valuesOf("style")).toEqual([]);
    const defined = new Set([...REPORT_COLOURS.matchAll(/(--ackwise-[\w-]+):/g)].map(([, name]) => name));
    const used = [...body.matchAll(/var\((--ackwise-[\w-]+)/g)].map(([, name]) => name);
    const withDefault = ["--ackwise-texture", "--ackwise-area"];
    expect(used.filter((name) => !defined.has(name) && !withDefault.includes(name!))).toEqual([]);
  });

  test("the page is in its language", () => {
    expect(renderReportPage(report, { language: "ko" })).toMatch(/^<!DOCTYPE html>\n<html lang="ko">/);
  });
});

/** Custom properties with plain colours, in one of the blocks of the style. */
function coloursOf(block: string): ReadonlyMap<string, string> {
  const declared = [...block.matchAll(/(--ackwise-[\w-]+): (?:var\([\w-]+, )?(#[\da-f]{6})/g)];
  return new Map(declared.map(([, name = "", colour = ""]) => [name.replace("--ackwise-", ""), colour]));
}

/** WCAG 2.2: relative luminance and contrast. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
      const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 1, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const TEXTS = ["ink", "muted", "good", "bad", "warning", "neutral"];
const SERIES = [1, 2, 3, 4, 5, 6].map((index) => `series-${index}`);

describe.each([
  ["light", REPORT_COLOURS.split("color-scheme: light;")[1]!.split("}")[0]!],
  ["dark", REPORT_COLOURS.split("color-scheme: dark;")[1]!.split("}")[0]!],
])("contrast on a %s page", (_name, block) => {
  const colours = coloursOf(block);
  const of = (name: string): string => colours.get(name) ?? expect.unreachable(name);

  test.each([...TEXTS, ...SERIES])("of %s is that of text", (name) => {
    expect(contrast(of(name), of("surface"))).toBeGreaterThanOrEqual(4.5);
  });

  test.each([...TEXTS.slice(2), ...SERIES])("of text on %s", (name) => {
    expect(contrast(of("on-colour"), of(name))).toBeGreaterThanOrEqual(4.5);
  });

  test.each([1, 2, 3, 4, 5, 6, 7])("of text on shade %i", (level) => {
    expect(contrast(of(`heat-ink-${level}`), of(`heat-${level}`))).toBeGreaterThanOrEqual(4.5);
  });
});
