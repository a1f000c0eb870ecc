import type { SettingType } from "../core/catalog/types.js";
import { serviceSpeaker, type SayService } from "../core/messages/service-texts.js";

type Unit = readonly [name: "day" | "h" | "min" | "s" | "GiB" | "MiB" | "KiB", size: number];

const TIME_UNITS: readonly Unit[] = [
  ["day", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1_000],
];
const SIZE_UNITS: readonly Unit[] = [
  ["GiB", 1_073_741_824],
  ["MiB", 1_048_576],
  ["KiB", 1_024],
];
const SIZE_KEYS: ReadonlySet<string> = new Set(["batch.size", "buffer.memory", "max.request.size"]);
const SECOND_MS = 1_000;
const MAX_INT = 2_147_483_647;

/** `120000` of a time setting as `2 min`, `16384` of a size setting as `16 KiB`; undefined when it says nothing new. */
export function humanValue(
  key: string,
  type: SettingType,
  text: string,
  say: SayService = english,
): string | undefined {
  if (type !== "int" && type !== "long" && type !== "short") return undefined;
  if (!/^\s*[+-]?\d{1,19}\s*$/.test(text)) return undefined;
  const value = Number(text);
  if (value === MAX_INT && key === "retries") return say("unit/no-limit");
  if (value <= 0) return undefined;
  if (key.endsWith(".ms")) return inUnits(value, TIME_UNITS, say);
  if (key.endsWith(".seconds")) return inUnits(value * SECOND_MS, TIME_UNITS, say);
  return SIZE_KEYS.has(key) || key.endsWith(".bytes") ? inUnits(value, SIZE_UNITS, say) : undefined;
}

/** Exact where two digits suffice, else marked as rounded. */
function inUnits(value: number, units: readonly Unit[], say: SayService): string | undefined {
  const unit = units.find(([, size]) => value >= size);
  if (unit === undefined) return undefined;
  const [name, size] = unit;
  const amount = Math.round((value / size) * 100) / 100;
  const shown = inUnit(amount, name, say);
  return amount * size === value ? shown : say("unit/about", { amount: shown });
}

function inUnit(amount: number, name: Unit[0], say: SayService): string {
  switch (name) {
    case "day":
      return say(amount === 1 ? "unit/day" : "unit/days", { amount });
    case "h":
    case "min":
    case "s":
      return say(`unit/${name}`, { amount });
    default:
      return `${amount} ${name}`;
  }
}

const english = serviceSpeaker();
