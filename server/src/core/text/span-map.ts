import type { Span } from "./span.js";

/**
 * What stands at places of a text, found without walking through all of it: a text of five megabytes has hundreds of thousands of
 * places, and as many findings that ask for theirs.
 */
export class SpanMap<Value> {
  readonly #entries: readonly (readonly [Span, Value])[];

  /** The spans must not overlap; they may come in any order. */
  constructor(entries: Iterable<readonly [Span, Value]>) {
    this.#entries = [...entries].sort(([a], [b]) => a.start - b.start || a.end - b.end);
  }

  /** What stands at an offset. */
  at(offset: number): Value | undefined {
    const entry = this.#entries[this.#firstEndingAfter(offset)];
    return entry !== undefined && entry[0].start <= offset ? entry[1] : undefined;
  }

  /** What shares a character with a span, in the order of the text. A span without characters shares those around it. */
  *overlapping({ start, end }: Span): Generator<Value, undefined> {
    for (let index = this.#firstEndingAfter(start); index < this.#entries.length; index++) {
      const [span, value] = this.#entries[index] ?? [];
      if (span === undefined || span.start >= end) return;
      if (value !== undefined) yield value;
    }
  }

  #firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#entries[middle]?.[0].end ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
