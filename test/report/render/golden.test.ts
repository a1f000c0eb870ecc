// Every rendering of the sample reports, as it was when somebody looked at it last. UPDATE=1 rewrites them; look at the pages of
// `node scripts/report-samples.mjs --pictures` before you commit.
import { describe, expect, test } from "vitest";
import type { Chart } from "../../../server/src/core/report/report-model.js";
import { renderReportBody, renderReportPage } from "../../../server/src/core/report/render/render-html.js";
import { renderReportMarkdown } from "../../../server/src/core/report/render/render-markdown.js";
import { renderChart } from "../../../server/src/core/report/render/render-svg.js";
import { renderReportText } from "../../../server/src/core/report/render/render-text.js";
import type { TextStyle } from "../../../server/src/core/report/render/text-style.js";
import { expectGolden } from "../../support/golden.js";
import { SAMPLE_REPORTS } from "./sample-reports.js";

const FIXTURES = "test/report/render/fixtures";
/** Pictures are large: one of each kind is enough. */
const DRAWN: readonly (readonly [name: string, report: string, chart: number])[] = [
  ["bars-of-shares", "lossy", 0],
  ["percentiles", "lossy", 1],
  ["bars-of-stages", "lossy", 2],
  ["distribution", "healthy", 2],
  ["over-time", "leader-crash", 1],
  ["heat-map", "sweep", 0],
  ["points", "sweep", 1],
  ["scatter", "tune", 0],
];

function chartsOf(name: string): readonly Chart[] {
  const { sections } = SAMPLE_REPORTS[name]!;
  return sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "chart" ? [block.chart] : [])));
}

describe.each(Object.entries(SAMPLE_REPORTS))("%s", (name, report) => {
  test("as Markdown", () => expectGolden(`${FIXTURES}/${name}.md`, renderReportMarkdown(report)));

  test("as text", () => expectGolden(`${FIXTURES}/${name}.txt`, renderReportText(report)));

  test.each([60, 80, 120, 200])("as text of %i columns: no line but code is longer", (width) => {
    const lines = renderReportText({ ...report, reproduce: "" }, { width }).split("\n");
    expect(lines.filter((line) => Array.from(line).length > width)).toEqual([]);
  });

  test("as text with looks: the same words", () => {
    const style: TextStyle = (look, text) => `<${look}>${text}</>`;
    const styled = renderReportText(report, { style });
    expect(styled.replace(/<\w+>|<\/>/g, "")).toBe(renderReportText(report));
    expect(styled).toMatch(/<bold>/);
  });

  test("as a page: the body in it, and not too large", () => {
    const page = renderReportPage(report);
    expect(page).toContain(renderReportBody(report));
    expect(page.length).toBeLessThan(150_000);
  });
});

test.each(DRAWN)("%s as pictures", (name, report, index) => {
  const chart = chartsOf(report)[index]!;
  for (const size of ["compact", "wide"] as const) {
    const svg = renderChart(chart, { size, idPrefix: "a" });
    expectGolden(`${FIXTURES}/${name}-${size}.svg`, `${svg.replaceAll("><", ">\n<")}\n`);
  }
});

test("a big report stays below 300 KB: lines are thinned to what can be seen, tables to what can be read", () => {
  const points = Array.from({ length: 5_000 }, (_, x) => [x, Math.sin(x / 50) * 40 + 50 + (x % 7)] as const);
  const lines: Chart = {
    ...(chartsOf("leader-crash")[1] as Extract<Chart, { kind: "lines" }>),
    series: ["a", "b", "c"].map((label) => ({ label, points })),
  };
  const all = Object.keys(SAMPLE_REPORTS).flatMap((name) => SAMPLE_REPORTS[name]!.sections);
  const big = { id: "big", title: "Big", blocks: [{ kind: "chart" as const, chart: lines }] };
  const page = renderReportPage({ ...SAMPLE_REPORTS["lossy"]!, sections: [...all, big] });
  expect(Buffer.byteLength(page)).toBeLessThan(300_000);
});
