import type { SettingType } from "../core/catalog/types.js";

const TIME_UNITS: readonly (readonly [string, number])[] = [
  ["day", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1_000],
];
const SIZE_UNITS: readonly (readonly [string, number])[] = [
  ["GiB", 1_073_741_824],
  ["MiB", 1_048_576],
  ["KiB", 1_024],
];
const SIZE_KEYS: ReadonlySet<string> = new Set(["batch.size", "buffer.memory", "max.request.size"]);
const MAX_INT = 2_147_483_647;

/** `120000` of a time setting as `2 min`, `16384` of a size setting as `16 KiB`; undefined when it says nothing new. */
export function humanValue(key: string, type: SettingType, text: string): string | undefined {
  if (type !== "int" && type !== "long") return undefined;
  if (!/^\s*[+-]?\d{1,19}\s*$/.test(text)) return undefined;
  const value = Number(text);
  if (value === MAX_INT && key === "retries") return "no limit: delivery.timeout.ms ends the attempts";
  if (value <= 0) return undefined;
  if (key.endsWith(".ms")) return inUnits(value, TIME_UNITS);
  return SIZE_KEYS.has(key) || key.endsWith(".bytes") ? inUnits(value, SIZE_UNITS) : undefined;
}

/** Exact where two digits suffice, else marked as rounded. */
function inUnits(value: number, units: readonly (readonly [string, number])[]): string | undefined {
  const unit = units.find(([, size]) => value >= size);
  if (unit === undefined) return undefined;
  const [name, size] = unit;
  const amount = Math.round((value / size) * 100) / 100;
  const plural = name === "day" && amount !== 1 ? "days" : name;
  return `${amount * size === value ? "" : "about "}${amount.toString()} ${plural}`;
}
