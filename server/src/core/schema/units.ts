import { ownOf } from "../text/own.js";

/** A kind of numbers that people write with a unit. */
interface UnitKind {
  /** As schemas/scenario.schema.json has it, so that editors know it too; a test compares them. */
  readonly pattern: string;
  readonly examples: readonly string[];
  /** What a unit is worth, in the unit that the name of the part ends with. */
  readonly factors: Readonly<Record<string, number>>;
}

const NUMBER = "^[0-9]+(\\.[0-9]+)? ?";

const BYTES = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 1_024, MiB: 1_048_576, GiB: 1_073_741_824 };

/** Milliseconds; parts whose names end with Us are in microseconds. */
const TIMES = { ns: 1e-6, us: 1e-3, µs: 1e-3, ms: 1, s: 1e3, min: 60e3, h: 3_600e3 };

/** The kinds of units in scenarios. */
export const UNIT_KINDS: readonly UnitKind[] = [
  { pattern: `${NUMBER}(ns|us|µs|ms|s|min|h)$`, examples: ["5ms", "2 s", "1 min"], factors: TIMES },
  { pattern: `${NUMBER}(B|kB|MB|GB|KiB|MiB|GiB)$`, examples: ["200 B", "16 KiB", "1 MiB"], factors: BYTES },
  {
    pattern: `${NUMBER}(B|kB|MB|GB|KiB|MiB|GiB)/s$`,
    examples: ["500 kB/s", "2 MiB/s"],
    factors: Object.fromEntries(Object.entries(BYTES).map(([unit, factor]) => [`${unit}/s`, factor])),
  },
  {
    pattern: `${NUMBER}(/s|k|M|k/s|M/s)$`,
    examples: ["500/s", "10k/s"],
    factors: { "/s": 1, k: 1e3, M: 1e6, "k/s": 1e3, "M/s": 1e6 },
  },
  {
    pattern: `${NUMBER}(kbit|Mbit|Gbit)/s$`,
    examples: ["100 Mbit/s", "1 Gbit/s"],
    factors: { "kbit/s": 1e-3, "Mbit/s": 1, "Gbit/s": 1e3 },
  },
];

/** The kind of units that a pattern of the schema stands for. */
export function unitKindOf(pattern: string | undefined): UnitKind | undefined {
  return UNIT_KINDS.find((kind) => kind.pattern === pattern);
}

/** The number that a text with a unit stands for, in the unit of the part of this name; NaN when the unit does not fit. */
export function numberWithUnit(text: string, { pattern, factors }: UnitKind, name: string): number {
  if (!new RegExp(pattern, "u").test(text)) return NaN;
  const [, number = "", unit = ""] = /^([0-9.]+) ?(.*)$/u.exec(text) ?? [];
  const factor = (ownOf(factors, unit) ?? NaN) * (name.endsWith("Us") && factors === TIMES ? 1_000 : 1);
  // Twelve digits are what people write; the rest is what multiplying leaves over, such as 1.1 s = 1100.0000000000002 ms.
  return Number((Number(number) * factor).toPrecision(12));
}
