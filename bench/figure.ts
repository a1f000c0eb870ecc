/** A number that README.md or an issue promises, and what was measured here. */
export interface Figure {
  readonly name: string;
  readonly measured: number;
  readonly limit: number;
  readonly unit: "ms" | "KiB";
}

/** The value below which a part of the samples lies: 0.5 is the median. */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** A Markdown table; a figure beyond its limit is marked. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, measured, limit, unit }) => {
    const mark = measured <= limit ? "" : " **beyond**";
    return `| ${name} | ${digits(measured)} ${unit}${mark} | ${limit.toString()} ${unit} |`;
  });
  return ["| what | measured | limit |", "| --- | --- | --- |", ...rows].join("\n");
}

function digits(value: number): string {
  return value < 10 ? value.toFixed(3) : value.toFixed(1);
}
