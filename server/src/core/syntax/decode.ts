import type { Span } from "../text/span.js";
import type { LogicalLine } from "./logical-line.js";
import { readLogicalLine } from "./logical-line.js";
import { BACKSLASH, type PropertiesEntry, type PropertiesProblem } from "./properties.js";
import { ownOf } from "../text/own.js";

const UNICODE_DIGITS = 4;
const HEXADECIMAL = /^[0-9a-fA-F]{4}$/;
const SIMPLE_ESCAPES: Readonly<Record<string, string>> = { t: "\t", r: "\r", n: "\n", f: "\f" };

/** Resolves the escapes of a part of a logical line (java.util.Properties.loadConvert). */
export function decodeLogical(line: LogicalLine, from: number, to: number, problems: PropertiesProblem[]): string {
  const raw = line.content.slice(from, to);
  if (!raw.includes("\\")) return raw;
  let result = "";
  let index = from;
  while (index < to) {
    const step = decodeStep(line.content, index, to);
    result += step.text;
    if (step.malformed) {
      problems.push({
        code: "malformed-unicode-escape",
        span: { start: line.offsetOf(index), end: line.endOffsetOf(step.next) },
      });
    }
    index = step.next;
  }
  return result;
}

interface DecodeStep {
  readonly text: string;
  readonly next: number;
  readonly malformed: boolean;
}

function decodeStep(content: string, index: number, to: number): DecodeStep {
  if (content.charCodeAt(index) !== BACKSLASH || index + 1 >= to) {
    return { text: content.charAt(index), next: index + 1, malformed: false };
  }
  const escaped = content.charAt(index + 1);
  if (escaped !== "u") return { text: ownOf(SIMPLE_ESCAPES, escaped) ?? escaped, next: index + 2, malformed: false };
  const digitsEnd = index + 2 + UNICODE_DIGITS;
  const digits = content.slice(index + 2, Math.min(digitsEnd, to));
  if (HEXADECIMAL.test(digits)) {
    return { text: String.fromCharCode(Number.parseInt(digits, 16)), next: digitsEnd, malformed: false };
  }
  const written = /^\\u[0-9a-fA-F]*/.exec(content.slice(index, Math.min(digitsEnd, to)))?.[0] ?? "\\u";
  return { text: written, next: index + written.length, malformed: true };
}

/**
 * Gives the span in the text of a part of an entry's decoded value, for squiggles inside escaped or continued values; parts are UTF-16
 * indexes in `entry.value`. An escaped value is decoded again when it is first asked for: rules ask for each of thousands of elements.
 */
export function placesInValue(text: string, entry: PropertiesEntry): (start: number, end: number) => Span {
  const base = entry.valueSpan.start;
  if (entry.valueIsRaw) return (start, end) => ({ start: base + start, end: base + end });
  let known: DecodedOffsets | undefined;
  return (start, end) => {
    const { starts, ends } = (known ??= decodedOffsets(readLogicalLine(text, base)));
    if (start === end) {
      const at = starts[start] ?? entry.valueSpan.end;
      return { start: at, end: at };
    }
    return { start: starts[start] ?? base, end: ends[end - 1] ?? entry.valueSpan.end };
  };
}

/** Where each character of a decoded value starts and ends in the text. */
interface DecodedOffsets {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function decodedOffsets(line: LogicalLine): DecodedOffsets {
  const starts: number[] = [];
  const ends: number[] = [];
  let index = 0;
  while (index < line.content.length) {
    const step = decodeStep(line.content, index, line.content.length);
    const [start, end] = [line.offsetOf(index), line.endOffsetOf(step.next)];
    for (let i = 0; i < step.text.length; i++) {
      starts.push(start);
      ends.push(end);
    }
    index = step.next;
  }
  return { starts, ends };
}
