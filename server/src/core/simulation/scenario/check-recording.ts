import type { Phrase } from "../../messages/format.js";
import { phrase } from "../../messages/phrase-texts.js";
import { THIS_LINE, type SchemaCheck } from "../../schema/schema-check.js";
import { readRecording, type Recording, type RecordingError } from "../workload/recorded.js";
import { MOST_PER_SECOND, MOST_RATE_LINES, readRates, type RatesError } from "../workload/recorded-rates.js";
import type { ScenarioArrivals } from "./scenario.js";
import { NOT_READ } from "./traffic-file.js";

type Recorded = Extract<ScenarioArrivals, { readonly kind: "recorded" }>;
type Steps = Extract<ScenarioArrivals, { readonly kind: "steps" }>;

const MOST_VALUE_BYTES = 104_857_600;
const LONGEST_LINE_SHOWN = 100;
const PATH = "workload.arrivals";

/** What should stand in a line that is wrong. */
function expectedOf(code: RecordingError["code"] | RatesError["code"]): Phrase {
  if (code === "rate-too-high") return phrase("recording/rate-too-high", { most: MOST_PER_SECOND });
  if (code === "too-many") return phrase("recording/too-many", { most: MOST_RATE_LINES });
  return phrase(`recording/${code}`);
}

/** Recorded arrivals: they must be there, and every line must be right. */
export function checkRecording(arrivals: Recorded, check: SchemaCheck): void {
  const { csv, csvFile } = arrivals;
  const recording = csv === undefined ? undefined : readRecording(csv);
  if (recording === undefined) noteUnread(csvFile, check);
  else if ("code" in recording) noteLine(arrivals, recording, check);
  else checkWhole(arrivals, recording, check);
}

function checkWhole({ csvFile, everyMs }: Recorded, { timesUs, valueBytes }: Recording, check: SchemaCheck): void {
  const path = `${PATH}.${csvFile === undefined ? "csv" : "csvFile"}`;
  const inFile = csvFile === undefined ? {} : { place: csvFile };
  const lastMs = (timesUs.at(-1) ?? 0) / 1_000;
  if (everyMs !== undefined && everyMs < lastMs)
    check.note(`${PATH}.everyMs`, everyMs, phrase("allowed/recording-length", { lastMs }));
  if (valueBytes.length > 0 && valueBytes.length < timesUs.length)
    check.note(path, valueBytes.length, phrase("allowed/recording-bytes"), {
      ...inFile,
      shown: phrase("shown/recording-bytes", { some: valueBytes.length, all: timesUs.length }),
    });
  const tooLarge = valueBytes.find((bytes) => bytes > MOST_VALUE_BYTES);
  if (tooLarge !== undefined) check.note(path, tooLarge, phrase("allowed/bytes", { most: MOST_VALUE_BYTES }), inFile);
}

/** A recorded rate: steps, or a text that is right. */
export function checkSteps(arrivals: Steps, check: SchemaCheck): void {
  const { steps, csv, csvFile } = arrivals;
  if (steps !== undefined) return;
  const rates = csv === undefined ? undefined : readRates(csv);
  if (rates === undefined) noteUnread(csvFile, check);
  else if ("code" in rates) noteLine(arrivals, rates, check);
}

function noteUnread(csvFile: string | undefined, check: SchemaCheck): void {
  check.note(`${PATH}.csvFile`, csvFile, NOT_READ);
}

/**
 * Where it stands in its file, or in the text that stands in the scenario. A line of a file is never quoted: the path comes from a scenario that
 * somebody else may have written, and names any file of the machine.
 */
function noteLine(
  { csv = "", csvFile }: Recorded | Steps,
  error: RecordingError | RatesError,
  check: SchemaCheck,
): void {
  const allowed = expectedOf(error.code);
  if (csvFile !== undefined) {
    const about = { place: `${csvFile}:${error.line}`, shown: THIS_LINE };
    check.note(`${PATH}.csvFile`, error.line, allowed, about);
    return;
  }
  const line = (csv.split(/\r?\n/)[error.line - 1] ?? "").slice(0, LONGEST_LINE_SHOWN);
  check.note(`${PATH}.csv`, line, phrase("allowed/in-line", { allowed, line: error.line }));
}
