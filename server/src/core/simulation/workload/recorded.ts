/** Arrivals that were recorded: times from the start, in microseconds and in order; begun again every `everyUs`. */
export interface RecordedArrivalPlan {
  readonly spacing: "recorded";
  readonly timesUs: readonly number[];
  /** Without it the recording is played once. */
  readonly everyUs?: number;
}

/** Plays recorded arrivals. */
export class RecordedArrivals {
  readonly #plan: RecordedArrivalPlan;
  #next = 0;
  #startUs = 0;

  constructor(plan: RecordedArrivalPlan) {
    this.#plan = plan;
  }

  /** The next `count` of them. */
  fill(into: Float64Array, count: number): void {
    for (let at = 0; at < count; at += 1) into[at] = this.nextUs();
  }

  /** Time of the next arrival in microseconds; Infinity if there is none any more. */
  nextUs(): number {
    const { timesUs, everyUs } = this.#plan;
    if (this.#next >= timesUs.length) {
      if (everyUs === undefined || timesUs.length === 0) return Infinity;
      this.#next = 0;
      this.#startUs += everyUs;
    }
    const timeUs = timesUs[this.#next] ?? Infinity;
    this.#next += 1;
    return this.#startUs + timeUs;
  }
}

/** A mistake in a recording: line numbers count from 1. */
export interface RecordingError {
  readonly code: "not-a-number" | "out-of-order" | "empty";
  readonly line: number;
}

/** What was read from a recording: arrivals, and the value sizes if it has a second column. */
export interface Recording {
  readonly timesUs: readonly number[];
  readonly valueBytes: readonly number[];
}

/**
 * Reads a recording: one record per line, `milliseconds[,value bytes]`, in order of time; the first line may be a heading.
 * Lines that are empty or begin with `#` are skipped.
 */
export function readRecording(csv: string): Recording | RecordingError {
  const timesUs: number[] = [];
  const valueBytes: number[] = [];
  for (const [line, time, bytes] of numberRows(csv)) {
    if (Number.isNaN(time) || Number.isNaN(bytes)) return { code: "not-a-number", line };
    const timeUs = Math.round(time * 1_000);
    if (timeUs < (timesUs[timesUs.length - 1] ?? 0)) return { code: "out-of-order", line };
    timesUs.push(timeUs);
    if (bytes !== undefined) valueBytes.push(Math.floor(bytes));
  }
  return timesUs.length === 0 ? { code: "empty", line: 1 } : { timesUs, valueBytes };
}

/** The rows of a CSV text: the number of the line, from 1, and its first two columns; NaN where there is no number. */
export function* numberRows(
  csv: string,
): Generator<readonly [line: number, first: number, second: number | undefined]> {
  let sawFirst = false;
  for (const [index, text] of csv.split(/\r?\n/).entries()) {
    const line = text.trim();
    if (line === "" || line.startsWith("#")) continue;
    const [one = "", other] = line.split(",", 2);
    const first = numberOf(one);
    const isHeading = !sawFirst && Number.isNaN(first);
    sawFirst = true;
    if (!isHeading) yield [index + 1, first, other === undefined ? undefined : numberOf(other)];
  }
}

/** A number of at least 0 as people write it, else NaN. */
function numberOf(text: string): number {
  return /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : NaN;
}
