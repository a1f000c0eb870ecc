import { resolve } from "node:path";
import { simulateText, type SimulateOptions } from "../../core/report/simulate.js";
import type { SimulateResult } from "../../core/simulation/result/result.js";
import { chromeTrace } from "../../core/simulation/trace/chrome-trace.js";
import { traceNdjson } from "../../core/simulation/trace/ndjson.js";
import { TraceCollector } from "../../core/simulation/trace/trace-collector.js";
import { formatSimulateMarkdown } from "../format/simulate-markdown.js";
import { formatSimulateText } from "../format/simulate-text.js";
import { styleFor } from "../format/style.js";
import type { ReadingOptions } from "../input/options.js";
import { readScenarioOption } from "../input/scenario.js";
import { VersionChooser } from "../input/version-choice.js";
import { EXIT, type CliIo } from "../io.js";
import { refuse } from "./lint.js";
import { readOneFile } from "./one-file.js";

export const SIMULATE_FORMATS = ["text", "json", "md"] as const;

/** The options of `ackwise simulate`. */
export interface SimulateCommandOptions extends ReadingOptions {
  readonly scenario?: string;
  readonly seed: string;
  readonly format: (typeof SIMULATE_FORMATS)[number];
  readonly trace?: string;
}

/** `ackwise simulate`: what the producer does under load. Exit code 1 when the client does not start, 2 for a bad scenario. */
export async function simulate(name: string, options: SimulateCommandOptions, io: CliIo): Promise<number> {
  const seed = seedOf(options.seed);
  if (seed === undefined) return refuse(io, [`--seed ${options.seed}: no whole number from 0 to 2^53 - 1`]);
  const { trace } = options;
  if (trace !== undefined && !/\.(ndjson|json)$/.test(trace))
    return refuse(io, [`--trace ${trace}: expected a name that ends in .ndjson (event log) or .json (Chrome trace)`]);
  const scenario = await readScenarioOption(io, options.scenario);
  if ("problems" in scenario) return refuse(io, scenario.problems);
  const file = await readOneFile(io, name, options);
  if (Array.isArray(file)) return refuse(io, file);
  const { input, fileName, dialect } = file;
  const { outer } = await new VersionChooser(io, options.kafkaVersion).choose(input);
  const collectors: TraceCollector[] = [];
  const progress = progressOf(io);
  const core: SimulateOptions = { fileName, dialect, outerVersion: outer, seed, onProgress: progress };
  const observe: SimulateOptions["observe"] = (plan) => {
    const collector = new TraceCollector(plan);
    collectors.push(collector);
    return collector;
  };
  const result = simulateText(input.text, scenario.input, trace === undefined ? core : { ...core, observe });
  if (result.outcome === "bad-scenario") return refuse(io, result.mistakes.map(mistakeLine));
  for (const collector of collectors) await writeTrace(io, trace ?? "", collector);
  io.stdout(printed(input.file, result, options.format, io));
  return result.outcome === "refused" ? EXIT.findings : EXIT.clean;
}

function printed(file: string, result: SimulateResult, format: SimulateCommandOptions["format"], io: CliIo): string {
  switch (format) {
    case "json":
      return `${JSON.stringify({ file, ...result }, undefined, 2)}\n`;
    case "md":
      return formatSimulateMarkdown(file, result);
    case "text":
      return formatSimulateText(file, result, styleFor(io.isTty, io.env));
  }
}

async function writeTrace(io: CliIo, name: string, collector: TraceCollector): Promise<void> {
  const events = collector.finish();
  const text = name.endsWith(".ndjson") ? traceNdjson(events) : chromeTrace(events);
  await io.writeFile(resolve(io.cwd, name), Buffer.from(text, "utf8"));
}

function seedOf(text: string): number | undefined {
  const seed = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(seed) ? seed : undefined;
}

function mistakeLine({ path, value, allowed }: { path: string; value?: unknown; allowed: string }): string {
  const shown = value === undefined ? "missing" : JSON.stringify(value);
  return `scenario${path === "" ? "" : `, ${path}`}: ${shown}, expected ${allowed}`;
}

/** A bar on a terminal, in one line that is wiped at the end; nothing elsewhere. */
function progressOf(io: CliIo): ((share: number) => void) | undefined {
  if (!io.isTty) return undefined;
  const width = 30;
  let shown = -1;
  return (share) => {
    const done = Math.floor(share * width);
    if (done === shown) return;
    shown = done;
    const bar = `[${"#".repeat(done)}${" ".repeat(width - done)}] ${Math.floor(share * 100)} %`;
    io.stderr(share >= 1 ? `\r${" ".repeat(bar.length)}\r` : `\r${bar}`);
  };
}
