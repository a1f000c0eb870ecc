import { ENGLISH_RENDER_TEXTS, type RenderTexts } from "../../messages/render-texts.js";
import type { Chart, Report, ReportBlock, ReportCell, ReportSection, ReportTable } from "../report-model.js";
import { chartTables } from "./chart-data.js";
import { element, group, trustedText, type Content, type Markup } from "./markup.js";
import { PAGE_CSS, PAGE_CSS_HASH } from "./page-css.js";
import { toneMark } from "./palette.js";
import { chartMarkup } from "./render-svg.js";
import { answerWord, changeWord, directionOf } from "./tone-words.js";

export type { RenderTexts };

/** How to render a report as HTML. */
export interface HtmlOptions {
  readonly texts?: RenderTexts | undefined;
  /** Begins every id: two reports in a document need two. */
  readonly idPrefix?: string | undefined;
}

/** How to render a page of its own. */
export interface PageOptions extends HtmlOptions {
  /** The language of the report's text, as BCP 47 writes it. */
  readonly language?: string | undefined;
}

interface Context {
  readonly texts: RenderTexts;
  readonly idOf: (name: string) => string;
}

/** A report as an HTML fragment without style, script and style attributes: `REPORT_CSS` belongs to it. */
export function renderReportBody(report: Report, options: HtmlOptions = {}): string {
  return bodyOf(report, options).toString();
}

/** A report as a page that needs nothing else: no script, nothing from outside, and a policy that says so. */
export function renderReportPage(report: Report, options: PageOptions = {}): string {
  const policy = `default-src 'none'; style-src '${PAGE_CSS_HASH}'; base-uri 'none'; form-action 'none'`;
  const head = element("head", {}, [
    element("meta", { charset: "utf-8" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "color-scheme", content: "light dark" }),
    element("title", {}, report.title),
    element("style", {}, trustedText(PAGE_CSS)),
  ]);
  const body = element("body", {}, element("main", {}, bodyOf(report, options)));
  const page = element("html", { lang: options.language ?? "en" }, [head, body]);
  return `<!DOCTYPE html>\n${page.toString()}\n`;
}

function bodyOf(report: Report, { texts = ENGLISH_RENDER_TEXTS, idPrefix = "ackwise" }: HtmlOptions): Markup {
  const context: Context = { texts, idOf: (name) => `${idPrefix}-${name}` };
  const sections = report.sections.map((section, index) => sectionOf(section, index, context));
  const content = element("div", { class: "ackwise-page" }, [
    headOf(report, context),
    sections,
    footOf(report, context),
  ]);
  return element("article", { class: "ackwise-report", "aria-labelledby": context.idOf("headline") }, content);
}

function headOf(report: Report, { texts, idOf }: Context): Markup {
  const { tone, title, headline, about, complete } = report;
  const mark = element("span", { class: "ackwise-mark", "aria-hidden": "true" }, toneMark(tone));
  const verdict = element("span", { class: `ackwise-verdict ackwise-${tone}` }, [mark, answerWord(tone, texts)]);
  const facts = about.map(({ label, value }) =>
    element("div", {}, [element("dt", {}, label), element("dd", {}, value)]),
  );
  return element("header", { class: "ackwise-head" }, [
    element("p", { class: "ackwise-top" }, [verdict, " ", element("span", { class: "ackwise-title" }, title)]),
    element("h1", { class: "ackwise-headline", id: idOf("headline") }, withUnitsKept(headline)),
    complete ? [] : calloutOf(texts.incomplete, "warning", texts),
    facts.length === 0 ? [] : element("dl", { class: "ackwise-about", "aria-label": texts.about }, facts),
  ]);
}

function footOf({ reproduce }: Report, { texts, idOf }: Context): Content {
  if (reproduce === "") return [];
  const id = idOf("reproduce");
  return element("footer", { class: "ackwise-section", "aria-labelledby": id }, [
    element("h2", { class: "ackwise-heading", id }, texts.reproduce),
    element("div", { class: "ackwise-blocks" }, codeOf(reproduce)),
  ]);
}

function sectionOf({ id, title, blocks }: ReportSection, index: number, context: Context): Markup {
  const heading = context.idOf(`section-${index}`);
  const drawn = blocks.map((block, place) => blockOf(block, `${index}-${place}`, context));
  return element("section", { class: "ackwise-section", "data-section": id, "aria-labelledby": heading }, [
    element("h2", { class: "ackwise-heading", id: heading }, title),
    element("div", { class: "ackwise-blocks" }, drawn),
  ]);
}

function blockOf(block: ReportBlock, place: string, context: Context): Markup {
  switch (block.kind) {
    case "text":
      return block.tone === undefined || block.tone === "neutral"
        ? element("p", { class: "ackwise-text" }, block.text)
        : calloutOf(block.text, block.tone, context.texts);
    case "list":
      return element(
        "ul",
        {},
        block.items.map((item) => element("li", {}, item)),
      );
    case "code":
      return codeOf(block.text);
    case "table":
      return tableOf(block, context);
    case "chart":
      return figureOf(block.chart, place, context);
  }
}

function calloutOf(text: string, tone: "good" | "bad" | "warning", texts: RenderTexts): Markup {
  const mark = element("span", { "aria-hidden": "true" }, `${toneMark(tone)} `);
  const word = element("span", { class: "ackwise-word" }, [mark, answerWord(tone, texts)]);
  return element("p", { class: `ackwise-callout ackwise-${tone}` }, [word, " ", text]);
}

/** A line feed at the start of `pre` is dropped by HTML; another one keeps it. */
function codeOf(text: string): Markup {
  return element("pre", { tabindex: 0 }, ["\n", element("code", {}, text)]);
}

/** Both layouts are in the page; REPORT_CSS shows the one that fits, which also hides the other one from screen readers. */
function figureOf(chart: Chart, place: string, { texts, idOf }: Context): Markup {
  const picture = (size: "compact" | "wide"): Markup =>
    chartMarkup(chart, { size, idPrefix: idOf(`chart-${place}-${size}`), texts });
  const says = chart.description === "" ? [] : element("div", { class: "ackwise-says" }, chart.description);
  const tables = chartTables(chart, texts).map((table) => tableOf(table, { texts, idOf }));
  return element("figure", { class: "ackwise-figure" }, [
    element("figcaption", {}, [element("div", { class: "ackwise-name" }, chart.title), says]),
    picture("compact"),
    picture("wide"),
    element("details", {}, [element("summary", {}, texts.data), tables]),
  ]);
}

/** A table that scrolls sideways when it must, also by keyboard. The first cell of a row is its heading. */
function tableOf({ caption, columns, rows }: ReportTable, { texts }: Context): Markup {
  const sideOf = (column: number): string | undefined => (columns[column]?.align === "end" ? "ackwise-end" : undefined);
  const heads = columns.map(({ label }, column) => element("th", { scope: "col", class: sideOf(column) }, label));
  const body = rows.map((row) => {
    const cells = row.map((cell, column) => {
      const attributes = { class: sideOf(column), title: cell.detail };
      return column === 0
        ? element("th", { scope: "row", ...attributes }, cellOf(cell, texts))
        : element("td", attributes, cellOf(cell, texts));
    });
    return element("tr", {}, cells);
  });
  const table = element("table", { class: "ackwise-table" }, [
    element("caption", {}, caption),
    element("thead", {}, element("tr", {}, heads)),
    element("tbody", {}, body),
  ]);
  return element("div", { class: "ackwise-scroll", tabindex: 0, role: "group", "aria-label": caption }, table);
}

/** A change has its direction, its text, and a mark with a word; the detail is there for screen readers too. */
function cellOf(cell: ReportCell, texts: RenderTexts): Content {
  const { text, tone, detail } = cell;
  const shown = detail === undefined ? text : element("span", { class: "ackwise-detailed" }, text);
  const said = detail === undefined ? [] : element("span", { class: "ackwise-hidden" }, ` (${detail})`);
  if (tone === undefined) return [shown, said];
  const direction = directionOf(cell);
  const arrow =
    direction === undefined ? [] : element("span", { class: "ackwise-direction", "aria-hidden": "true" }, direction);
  const mark = element(
    "span",
    { class: "ackwise-mark", "aria-hidden": "true" },
    tone === "neutral" ? "" : toneMark(tone),
  );
  const word = element("span", { class: "ackwise-said" }, changeWord(cell, texts) ?? "");
  const end = element("span", { class: "ackwise-word" }, [mark, " ", word]);
  return group([element("span", { class: `ackwise-change ackwise-${tone}` }, [arrow, shown, " ", end]), said]);
}

/** Numbers stay on a line with their units: "5.9 ms", "1.8 %". */
function withUnitsKept(text: string): string {
  return text.replace(/(\d) (?=(?:%|ms|s|[KMG]i?B(?:\/s)?)(?![\p{L}\p{N}]))/gu, "$1\u00A0");
}
