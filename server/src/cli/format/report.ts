import type { Report } from "../../core/report/report-model.js";
import { renderReportPage } from "../../core/report/render/render-html.js";
import { renderReportMarkdown } from "../../core/report/render/render-markdown.js";
import { renderReportText } from "../../core/report/render/render-text.js";
import type { CliIo } from "../io.js";
import { plain, styleFor } from "./style.js";

/** The forms of a report. */
export const REPORT_FORMATS = ["text", "json", "md", "html"] as const;

/** A form of a report. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A report as text, page or data; `json` is printed for data. Colours are for a terminal only, not for files. */
export function formatReport(
  report: Report,
  json: unknown,
  format: ReportFormat,
  io: Pick<CliIo, "isTty" | "env" | "columns">,
  isPrinted: boolean,
): string {
  switch (format) {
    case "json":
      return `${JSON.stringify(json, undefined, 2)}\n`;
    case "md":
      return renderReportMarkdown(report);
    case "html":
      return renderReportPage(report);
    case "text":
      return renderReportText(report, {
        width: io.columns,
        style: isPrinted ? styleFor(io.isTty, io.env) : plain,
      });
  }
}
