// What the product says of the sample: the pictures of the walkthrough show nothing else.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { MarkupContent } from "vscode-languageserver-types";
import type { Language } from "../../server/src/core/messages/languages.js";
import { inlineRunner } from "../../server/src/core/report/what-if/inline-runner.js";
import type { Report } from "../../server/src/core/report/report-model.js";
import { DEFAULT_SETTINGS } from "../../server/src/protocol/settings.js";
import type { ServiceContext } from "../../server/src/service/analysis.js";
import { whatIf } from "../../server/src/service/experiment.js";
import { createLanguageService } from "../../server/src/service/language-service.js";
import { ackwise } from "../cli/memory-io.js";
import { read, ROOT } from "../repository/repository.js";

const SCENARIO = "file:///sample/peak.ackwise.yaml";

/** What is drawn. */
export interface Facts {
  readonly broken: { readonly lines: readonly string[]; readonly message: string; readonly fixes: readonly string[] };
  /** The hover of `acks`, as Markdown. */
  readonly hover: string;
  /** With `acks=all` in place of `acks=1`. */
  readonly report: Report;
  /** The command line's lines about the producer that does not start. */
  readonly terminal: readonly string[];
  /** A text of the extension in the user's language. */
  readonly said: (english: string, ...values: readonly string[]) => string;
}

export async function factsOf(language: Language): Promise<Facts> {
  const service = createLanguageService({ locale: language });
  const text = (name: string): string => readFileSync(join(ROOT, "client", "sample", language, name), "utf8");
  const open = (name: string): TextDocument =>
    TextDocument.create(`file:///sample/${name}`, "properties", 1, text(name));
  const context: ServiceContext = {
    settings: DEFAULT_SETTINGS,
    folderUri: undefined,
    buildVersion: undefined,
    scenarioFiles: [{ uri: SCENARIO, text: text("peak.ackwise.yaml") }],
  };
  const broken = open("broken-producer.properties");
  const found = service.diagnostics(broken, context);
  const asked = { diagnostics: found, only: ["quickfix"] };
  const producer = open("producer.properties");
  const place = producer.positionAt(producer.getText().indexOf("acks="));
  const cli = await ackwise(["lint", "broken-producer.properties", "--lang", language], {
    files: { "broken-producer.properties": text("broken-producer.properties") },
    columns: 66,
  });
  if (cli.stderr !== "") throw new Error(cli.stderr);
  const bundle =
    language === "en" ? {} : (JSON.parse(read(`l10n/bundle.l10n.${language}.json`)) as Record<string, string>);
  return {
    broken: {
      lines: broken.getText().trimEnd().split("\n"),
      message: found[0]!.message as string,
      fixes: service.codeActions(broken, found[0]!.range, asked, context).map(({ title }) => title),
    },
    hover: (service.hover(producer, place, context)!.contents as MarkupContent).value,
    report: await reportOf(service.configurationOf(producer, context)!),
    terminal: cli.stdout.trimEnd().split("\n"),
    said: (english, ...values) =>
      (bundle[english] ?? english).replaceAll(/\{(\d)\}/g, (_, at) => values[Number(at)] ?? ""),
  };
}

async function reportOf(analysis: Parameters<typeof whatIf>[0]): Promise<Report> {
  const params = { changes: [{ key: "acks", value: "all" }], seeds: 5 };
  const runner = inlineRunner({ fileName: analysis.document.fileName }, () => Promise.resolve());
  const result = await whatIf(analysis, params, runner, { aborted: false });
  if (result.outcome !== "report") throw new Error(`no report: ${result.outcome}`);
  return result.report;
}
