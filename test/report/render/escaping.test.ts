// No text of a report can become markup, whatever it is, in any rendering.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Report } from "../../../server/src/core/report/report-model.js";
import { inFence, inMarkdown, withoutControls } from "../../../server/src/core/text/shown.js";
import { renderReportBody, renderReportPage } from "../../../server/src/core/report/render/render-html.js";
import { renderReportMarkdown } from "../../../server/src/core/report/render/render-markdown.js";
import { renderReportText } from "../../../server/src/core/report/render/render-text.js";
import { expectBalanced, readMarkup, unescaped } from "./markup-reader.js";
import { SAMPLE_REPORTS } from "./sample-reports.js";

const HOSTILE = fc.oneof(
  fc.constantFrom(
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style></title><svg/onload=alert(1)>",
    "<!-- -->]]><![CDATA[",
    "&lt;script&gt;&#60;b&#62;",
    "javascript:alert(1)",
    "url(javascript:alert(1))",
    "`${1}` | a | b |\n|---|\n# x\n<details>",
    "```\n[x](javascript:alert(1)) ![y](https://example.com/z)",
    "\u001B[31mred\u001B[0m\u0007\u0000",
    "\u202Eabc\u2066",
    "\uD800 half",
  ),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ maxLength: 200 }),
);

/** A report holds some hundred texts: this many reports are enough for a run. */
const WHOLE_REPORTS = Number(process.env["PROPERTY_RUNS"] ?? 25);

/** Fields that choose among words of the program; everything else that is a string is text. */
const CHOICES: ReadonlySet<string> = new Set(["kind", "tone", "align", "scale", "shape", "role", "better", "language"]);

/** The same report with other text everywhere. */
function withTexts<T>(value: T, next: () => string): T {
  if (typeof value === "string") return next() as T;
  if (Array.isArray(value)) return value.map((part: unknown) => withTexts(part, next)) as T;
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value).map(([name, part]: [string, unknown]) => [
    name,
    CHOICES.has(name) ? part : withTexts(part, next),
  ]);
  return Object.fromEntries(parts) as T;
}

const hostileReport: fc.Arbitrary<Report> = fc
  .tuple(fc.constantFrom(...Object.values(SAMPLE_REPORTS)), fc.array(HOSTILE, { minLength: 1, maxLength: 12 }))
  .map(([report, texts]) => {
    let count = 0;
    return withTexts(report, () => texts[count++ % texts.length]!);
  });

const ELEMENTS = new Set(
  (
    "html head meta title style body main article div header p span h1 h2 dl dt dd section ul li pre code figure figcaption " +
    "details summary table caption thead tbody tr th td footer svg desc g defs pattern rect path line circle text"
  ).split(" "),
);
const ATTRIBUTES = new Set(
  (
    "lang charset http-equiv content name class id role tabindex title scope data-section xmlns viewBox fill stroke x y x1 y1 x2 " +
    "y2 cx cy r rx d width height transform font-family font-size font-weight text-anchor text-decoration paint-order " +
    "stroke-width stroke-dasharray stroke-linejoin stroke-opacity fill-opacity patternUnits patternTransform " +
    "aria-hidden aria-label aria-labelledby aria-describedby"
  ).split(" "),
);

describe("HTML", () => {
  test("has known elements and attributes only, whatever the text", () => {
    const prefix = fc.constantFrom("a", "b");
    fc.assert(
      fc.property(hostileReport, prefix, (report, idPrefix) => {
        const { tags, texts } = readMarkup(renderReportBody(report, { idPrefix }));
        expectBalanced(tags);
        expect(tags.filter(({ name }) => !ELEMENTS.has(name))).toEqual([]);
        expect(
          tags.flatMap(({ attributes }) => [...attributes.keys()]).filter((name) => !ATTRIBUTES.has(name)),
        ).toEqual([]);
        for (const { attributes } of tags) {
          expect([...attributes.values()].join(" ")).not.toMatch(CONTROLS);
          for (const name of ["fill", "stroke", "d", "transform"]) {
            expect(attributes.get(name) ?? "").toMatch(
              /^(?:|none|[MLHVCAZmlhvaz\d., e()a-z-]*|#[\da-f]+|url\(#[\w-]+\)|var\(--ackwise-[\w-]+, #?[\w.]+\))$/,
            );
          }
        }
        expect(texts.join("")).not.toMatch(CONTROLS);
      }),
      { numRuns: WHOLE_REPORTS },
    );
  });

  test("shows the text as it is", () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        const report = { ...SAMPLE_REPORTS["healthy"]!, title: text };
        const [, shown = ""] = /<span class="ackwise-title">([^<]*)<\/span>/.exec(renderReportBody(report)) ?? [];
        expect(unescaped(shown)).toBe(withoutControls(text));
      }),
    );
  });

  test("is a page with a policy that lets nothing in, and a body of the same kind", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const page = renderReportPage(report);
        const [start, end] = [page.indexOf("<style>"), page.indexOf("</style>")];
        const { tags } = readMarkup(page.slice("<!DOCTYPE html>".length, start + 7) + page.slice(end));
        expectBalanced(tags);
        const [policy] = tags.filter(({ attributes }) => attributes.has("http-equiv"));
        expect(unescaped(policy?.attributes.get("content") ?? "")).toMatch(
          /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'$/,
        );
      }),
      { numRuns: WHOLE_REPORTS },
    );
  });
});

const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;

describe("Markdown", () => {
  test("escaping keeps the text and leaves no sign that could be markup", () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        const escaped = inMarkdown(text);
        expect(escaped).not.toMatch(/[\n\r]/);
        expect(escaped.replace(/\\[!-/:-@[-`{-~]/g, "x")).not.toMatch(
          /[`*[\]<>&|~!$\\]|^#|^\d+[.)](?:\s|$)|^[-+](?:\s|$)/,
        );
        expect(escaped.replace(/\\([!-/:-@[-`{-~])/g, "$1")).toBe(withoutControls(text).replace(/\s+/g, " ").trim());
      }),
    );
  });

  test("a fence is longer than every fence in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("`", "\n", "a") }), (text) => {
        const lines = inFence(text, "shell").split("\n");
        const fence = lines.at(-1)!;
        expect(lines[0]).toBe(`${fence}shell`);
        expect(lines.slice(1, -1).filter((line) => line.includes(fence))).toEqual([]);
      }),
    );
  });

  test("tables keep their columns, and only the program's own elements are there", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const outside = withoutFences(renderReportMarkdown(report)).replace(/\\./g, "");
        expect(outside.replace(/<\/?(?:details|summary)>/g, "").replace(/^>/gm, "")).not.toMatch(/[<>&`]/);
        for (const table of outside.matchAll(/(?:^\|.*\|$\n?)+/gm)) {
          const counts = table[0]
            .trim()
            .split("\n")
            .map((line) => line.split("|").length);
          expect(new Set(counts).size).toBe(1);
        }
      }),
      { numRuns: WHOLE_REPORTS },
    );
  });
});

function withoutFences(markdown: string): string {
  let fence: string | undefined;
  return markdown
    .split("\n")
    .filter((line) => {
      const [run] = /^`{3,}/.exec(line) ?? [];
      if (fence === undefined && run !== undefined) {
        fence = run;
        return false;
      }
      if (fence === undefined) return true;
      if (line === fence) fence = undefined;
      return false;
    })
    .join("\n");
}

test("text for terminals cannot steer them", () => {
  fc.assert(
    fc.property(hostileReport, fc.integer({ min: 20, max: 200 }), (report, width) => {
      expect(renderReportText(report, { width })).not.toMatch(CONTROLS);
    }),
    { numRuns: WHOLE_REPORTS },
  );
});
