import type { SchemaCheck } from "../../schema/schema-check.js";
import { readRecording, type Recording, type RecordingError } from "../workload/recorded.js";
import { MOST_PER_SECOND, MOST_RATE_LINES, readRates, type RatesError } from "../workload/recorded-rates.js";
import type { ScenarioArrivals } from "./scenario.js";
import { NOT_READ } from "./traffic-file.js";

type Recorded = Extract<ScenarioArrivals, { readonly kind: "recorded" }>;
type Steps = Extract<ScenarioArrivals, { readonly kind: "steps" }>;

const MOST_VALUE_BYTES = 104_857_600;
const LONGEST_LINE_SHOWN = 100;
const PATH = "workload.arrivals";

const EXPECTED: Readonly<Record<RecordingError["code"] | RatesError["code"], string>> = {
  "not-a-number": "milliseconds[,bytes]",
  "out-of-order": "times in order",
  empty: "records",
  "no-rate": "milliseconds,records per second",
  "rate-too-high": `at most ${MOST_PER_SECOND} records per second`,
  "time-not-later": "a time later than the one before",
  "too-few": "two lines with rates at least",
  "too-many": `at most ${MOST_RATE_LINES} lines with rates`,
};

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
  const lastMs = (timesUs.at(-1) ?? 0) / 1_000;
  if (everyMs !== undefined && everyMs < lastMs)
    check.note(`${PATH}.everyMs`, everyMs, `at least the last time of the recording (${lastMs})`);
  if (valueBytes.length > 0 && valueBytes.length < timesUs.length)
    check.note(
      path,
      `${valueBytes.length} of ${timesUs.length} lines have bytes`,
      "all lines with bytes, or none",
      csvFile,
    );
  const tooLarge = valueBytes.find((bytes) => bytes > MOST_VALUE_BYTES);
  if (tooLarge !== undefined) check.note(path, tooLarge, `at most ${MOST_VALUE_BYTES} bytes`, csvFile);
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

/** Where it stands in its file, or in the text that stands in the scenario. */
function noteLine(
  { csv = "", csvFile }: Recorded | Steps,
  error: RecordingError | RatesError,
  check: SchemaCheck,
): void {
  const line = (csv.split(/\r?\n/)[error.line - 1] ?? "").slice(0, LONGEST_LINE_SHOWN);
  const expected = EXPECTED[error.code];
  if (csvFile === undefined) check.note(`${PATH}.csv`, line, `${expected} in line ${error.line}`);
  else check.note(`${PATH}.csvFile`, line, expected, `${csvFile}:${error.line}`);
}
