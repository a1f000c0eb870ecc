import type { Report } from "../../server/src/core/report/report-model.js";
import { REPORT_CSS } from "../../server/src/core/report/render/report-css.js";
import { renderReportBody } from "../../server/src/core/report/render/render-html.js";
import type { ReportWords } from "../../server/src/protocol/what-if.js";
import { element } from "./dom.js";

/** The place of the report. */
export interface ReportView {
  readonly root: HTMLElement;
  /** Without words the page speaks English. */
  readonly show: (report: Report, words: ReportWords | undefined) => void;
}

/** Shows reports one after the other: what is unfolded stays unfolded, and where one reads stays in place. */
export function reportView(label: string): ReportView {
  const style = new CSSStyleSheet(); // The policy of the page admits no style in the document.
  style.replaceSync(REPORT_CSS);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  const root = element("main", { class: "report", "aria-label": label, tabindex: -1 });
  return {
    root,
    show: (report, words) => {
      const open = new Set(detailsOf(root).flatMap((one, index) => (one.open ? [keyOf(one, index)] : [])));
      const { scrollTop } = document.documentElement;
      root.innerHTML = renderReportBody(report, words); // Every text in it is escaped by the renderer.
      for (const heading of root.querySelectorAll("thead th")) mayBreak(heading);
      detailsOf(root).forEach((one, index) => (one.open = open.has(keyOf(one, index))));
      document.documentElement.scrollTop = scrollTop;
    },
  };
}

/** `delivery.timeout.ms=30000` is broken behind its points, and not within a word. */
function mayBreak(heading: Element): void {
  const [text, ...others] = heading.childNodes;
  if (text?.nodeType !== Node.TEXT_NODE || others.length > 0) return;
  const words = heading.textContent.split(/(?<=[.=])/);
  heading.replaceChildren(...words.flatMap((word, index) => (index === 0 ? [word] : [element("wbr"), word])));
}

function detailsOf(root: HTMLElement): readonly HTMLDetailsElement[] {
  return [...root.querySelectorAll("details")];
}

/** A section keeps its name from report to report; its place among the unfolded does not always. */
function keyOf(details: HTMLDetailsElement, index: number): string {
  const section = details.closest("section");
  const id = section?.dataset["section"];
  if (section === null || id === undefined) return String(index);
  return `${id} ${[...section.querySelectorAll("details")].indexOf(details)}`;
}
