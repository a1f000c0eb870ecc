const BLOCKS = "▁▂▃▄▅▆▇█";
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** Values as a row of blocks, at most `width` of them: of each stretch the highest, so that no peak is lost. */
export function sparkline(values: readonly number[], width: number): string {
  const finite = values.filter((value) => Number.isFinite(value));
  if (finite.length === 0) return "";
  const count = Math.max(1, Math.min(width, finite.length));
  const highest = Array.from({ length: count }, (_, place) => {
    const from = Math.floor((place * finite.length) / count);
    const to = Math.max(from + 1, Math.floor(((place + 1) * finite.length) / count));
    return finite.slice(from, to).reduce((most, value) => Math.max(most, value), -Infinity);
  });
  const least = Math.min(0, ...highest);
  const spread = Math.max(...highest) - least;
  return highest
    .map((value) => BLOCKS.charAt(spread > 0 ? Math.round(((value - least) / spread) * (BLOCKS.length - 1)) : 0))
    .join("");
}

/** A bar of a length in columns, to the eighth of a column. A value that is there has at least an eighth. */
export function bar(length: number): string {
  const eighths = Math.max(length > 0 ? 1 : 0, Math.round(length * 8));
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}
