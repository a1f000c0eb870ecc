// Numbers as text, the same on every machine: no locale of the host, thin grouping by commas.

/** A value for tables: up to four significant digits, whole numbers in full with thousands apart. */
export function formatValue(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (Number.isInteger(value)) return grouped(value.toFixed(0));
  const size = Math.abs(value);
  if (size >= 1_000) return grouped(value.toFixed(0));
  return withoutZeros(size < 1e-6 ? value.toExponential(2) : value.toFixed(digitsFor(size)));
}

/** A value for narrow places, such as axes and cells: three significant digits with k, M and G. */
export function formatCompact(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  for (const [factor, suffix] of SUFFIXES) {
    if (size >= factor * 0.9995) return `${threeDigits(value / factor)}${suffix}`;
  }
  return size !== 0 && size < 1e-3 ? withoutZeros(value.toExponential(1)) : threeDigits(value);
}

/** A share from 0 to 1 in per cent; small shares keep a digit that shows, and nothing but 1 is 100 %. */
export function formatShare(share: number): string {
  if (!Number.isFinite(share)) return "–";
  const percent = share * 100;
  if (share > 0 && percent < 0.001) return "< 0.001 %";
  if (share < 1 && percent > 99.999) return "> 99.999 %";
  for (const digits of [0, 1, 2, 3]) {
    const text = percent.toFixed(digits);
    const isTrue = (share >= 1 || Number(text) < 100) && (share <= 0 || Number(text) > 0);
    const isFine = digits >= (percent >= 10 && percent <= 90 ? 0 : 1);
    if (isTrue && isFine) return `${withoutZeros(text)} %`;
  }
  return `${percent.toFixed(3)} %`;
}

/** A value with its unit, if it has one. */
export function withUnit(text: string, unit: string): string {
  return unit === "" ? text : `${text} ${unit}`;
}

const SUFFIXES: readonly (readonly [number, string])[] = [
  [1e9, "G"],
  [1e6, "M"],
  [1e3, "k"],
];

function threeDigits(value: number): string {
  const size = Math.abs(value);
  if (size >= 99.95) return value.toFixed(0);
  if (size >= 9.995) return withoutZeros(value.toFixed(1));
  return withoutZeros(value.toFixed(size >= 0.0995 ? 2 : 4));
}

function digitsFor(size: number): number {
  return Math.max(0, 3 - Math.floor(Math.log10(size)));
}

function withoutZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+(?=e|$)/, "") : text;
}

/** An integer's digits with a comma at every thousand. */
export function grouped(text: string): string {
  return text.replace(/\B(?=(\d{3})+$)/g, ",");
}
