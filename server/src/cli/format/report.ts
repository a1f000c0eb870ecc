import type { Report } from "../../core/report/report-model.js";
import { renderReportPage } from "../../core/report/render/render-html.js";
import { renderReportMarkdown } from "../../core/report/render/render-markdown.js";
import { renderReportText } from "../../core/report/render/render-text.js";
import { languageOf } from "../../core/messages/languages.js";
import { renderTextsOf } from "../../core/messages/render-texts.js";
import { localeOf, messagesOf } from "../language.js";
import type { CliIo } from "../io.js";
import { inJson, inTerminal, withoutCommands } from "../../core/text/shown.js";
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
  io: Pick<CliIo, "isTty" | "env" | "columns" | "language">,
  isPrinted: boolean,
): string {
  const texts = renderTextsOf(messagesOf(io));
  switch (format) {
    case "json":
      return `${inJson(json, 2)}\n`;
    case "md":
      return withoutCommands(renderReportMarkdown(report, { texts }));
    case "html":
      return renderReportPage(report, { texts, language: languageOf(io.language?.() ?? localeOf(io.env)) });
    case "text":
      return inTerminal(
        renderReportText(report, {
          texts,
          width: io.columns,
          style: isPrinted ? styleFor(io.isTty, io.env) : plain,
        }),
      );
  }
}
