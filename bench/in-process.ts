import { Bench } from "tinybench";
import { CodeActionTriggerKind } from "vscode-languageserver-types";
import { TextDocument } from "vscode-languageserver-textdocument";
import { effectiveConfigOf } from "../server/src/core/report/effective.js";
import { lintDocument } from "../server/src/core/report/lint.js";
import { DEFAULT_SETTINGS } from "../server/src/protocol/settings.js";
import type { ServiceContext } from "../server/src/service/analysis.js";
import { createLanguageService } from "../server/src/service/language-service.js";
import { quantile, type Figure } from "./figure.js";
import { longText, TWENTY_LINES } from "./texts.js";

const FILE = "producer.properties";
const TIME_MS = 1500;

/** Core and language service without a connection, warm, medians. */
export async function inProcessFigures(): Promise<readonly Figure[]> {
  const [short, long] = [longText(200), longText(10_000)];
  const { hover, completion } = features();
  const tasks: readonly (readonly [string, number, () => unknown])[] = [
    ["validate 20 lines (parse, constructor, effective values)", 0.2, () => effectiveConfigOf(TWENTY_LINES)],
    ["parse + rules, 20 lines", 1, () => lintDocument(TWENTY_LINES, { fileName: FILE })],
    ["parse + rules, 200 lines", 1, () => lintDocument(short, { fileName: FILE })],
    ["parse + rules, 10,000 lines", 25, () => lintDocument(long, { fileName: FILE })],
    ["hover, 200 lines", 2, hover],
    ["completion of keys, 200 lines", 2, completion],
  ];
  const bench = new Bench({ time: TIME_MS, warmupTime: 500, retainSamples: true });
  for (const [name, , run] of tasks) bench.add(name, () => void run());
  await bench.run();
  const figures = tasks.map(([name, limit]) => {
    const result = bench.getTask(name)?.result;
    const samples = result !== undefined && "latency" in result ? (result.latency.samples ?? []) : [];
    return { name, measured: quantile(samples, 0.5), limit, unit: "ms" } as const;
  });
  return [...figures, ...actionFigures()];
}

const ACTION_RUNS = 300;

/** Code actions on versions of a document that nobody has asked about, as the light bulb and the menu ask for them. */
function actionFigures(): readonly Figure[] {
  const service = createLanguageService();
  const context: ServiceContext = { settings: DEFAULT_SETTINGS, folderUri: undefined, buildVersion: undefined };
  const text = longText(495).replace(
    "linger.ms=20",
    "linger.ms=20\nlinger.ms=20 \nacks=all\nbuffer.memory=33554432 \n",
  );
  const p95 = (triggerKind: CodeActionTriggerKind): number => {
    const samples: number[] = [];
    for (let run = 1; run <= ACTION_RUNS; run++) {
      const document = TextDocument.create("file:///bench/producer.properties", "properties", ++version, text);
      service.diagnostics(document, context);
      const position = { line: run % 30, character: 3 };
      const begin = performance.now();
      service.codeActions(document, { start: position, end: position }, { diagnostics: [], triggerKind }, context);
      if (run > ACTION_RUNS / 3) samples.push(performance.now() - begin);
    }
    return quantile(samples, 0.95);
  };
  let version = 0;
  const about = (name: string, measured: number): Figure => ({ name, measured, limit: 5, unit: "ms" });
  return [
    about("code actions at the cursor, 500 lines, p95", p95(CodeActionTriggerKind.Automatic)),
    about("all code actions with their edits, 500 lines, p95", p95(CodeActionTriggerKind.Invoked)),
  ];
}

/** Hover and completion as a person meets them: each on a version of the document that nobody has looked at. */
function features(): { readonly hover: () => unknown; readonly completion: () => unknown } {
  const service = createLanguageService();
  const context: ServiceContext = { settings: DEFAULT_SETTINGS, folderUri: undefined, buildVersion: undefined };
  const text = `${longText(199)}l`;
  const uri = "file:///bench/producer.properties";
  let version = 0;
  const fresh = (): TextDocument => TextDocument.create(uri, "properties", ++version, text);
  return {
    hover: () => service.hover(fresh(), { line: 8, character: 4 }, context),
    completion: () => service.completion(fresh(), { line: 199, character: 1 }, context),
  };
}
