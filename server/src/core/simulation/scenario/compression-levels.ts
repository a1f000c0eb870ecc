// Measured with the record builder of kafka-clients: bench/codecs/README.md says how, measured-levels.txt has the whole output.
import type { Codec, CodecRow, Compressibility } from "./compression-table.js";

/** What was measured of a level. */
type LevelRows = { readonly level: number } & Readonly<Record<Compressibility, CodecRow>>;

/** Other levels of zstd were not measured: lower ones are faster still, higher ones take milliseconds for every batch. */
export const ZSTD_LEVELS = { least: -7, most: 9 } as const;

/** Levels but the default ones, which stand in compression-table.ts; in order. */
const LEVELS: Readonly<Record<Exclude<Codec, "snappy">, readonly LevelRows[]>> = {
  gzip: [
    {
      level: 1,
      json: [0.589, 0.376, 0.317, 0.301, 10.7, 4.9],
      logs: [0.502, 0.333, 0.269, 0.255, 10.2, 4.6],
      letters: [0.65, 0.631, 0.652, 0.663, 14.5, 7.3],
      random: [1.022, 1.005, 1, 1, 11.5, 0.5],
    },
    {
      level: 3,
      json: [0.587, 0.366, 0.302, 0.281, 10.2, 4],
      logs: [0.5, 0.326, 0.257, 0.237, 10, 3.8],
      letters: [0.65, 0.631, 0.652, 0.663, 13.9, 6.8],
      random: [1.022, 1.005, 1, 1, 11, 0.4],
    },
    {
      level: 4,
      json: [0.581, 0.362, 0.296, 0.272, 13.1, 4.1],
      logs: [0.498, 0.323, 0.252, 0.232, 12, 3.8],
      letters: [0.65, 0.631, 0.63, 0.635, 18.4, 6.7],
      random: [1.022, 1.005, 1, 1, 11.5, 0.4],
    },
    {
      level: 5,
      json: [0.58, 0.353, 0.285, 0.26, 13.8, 3.8],
      logs: [0.496, 0.316, 0.241, 0.22, 13.7, 3.7],
      letters: [0.65, 0.631, 0.63, 0.635, 18.5, 6.7],
      random: [1.022, 1.005, 1, 1, 11.8, 0.4],
    },
    {
      level: 7,
      json: [0.58, 0.349, 0.279, 0.253, 16.4, 3.7],
      logs: [0.496, 0.313, 0.234, 0.211, 16.1, 3.7],
      letters: [0.65, 0.631, 0.63, 0.635, 18.8, 6.7],
      random: [1.022, 1.005, 1, 1, 11.6, 0.4],
    },
    {
      level: 8,
      json: [0.58, 0.349, 0.278, 0.251, 19.1, 3.8],
      logs: [0.496, 0.313, 0.234, 0.209, 17.2, 3.7],
      letters: [0.65, 0.631, 0.63, 0.635, 17.7, 6.4],
      random: [1.022, 1.005, 1, 1, 12.1, 0.5],
    },
    {
      level: 9,
      json: [0.58, 0.349, 0.278, 0.25, 19.2, 3.8],
      logs: [0.496, 0.313, 0.234, 0.209, 17.1, 3.8],
      letters: [0.65, 0.631, 0.63, 0.635, 18.7, 6.7],
      random: [1.022, 1.005, 1, 1, 11.8, 0.4],
    },
  ],
  lz4: [
    {
      level: 1,
      json: [0.751, 0.485, 0.395, 0.351, 7.2, 0.5],
      logs: [0.617, 0.413, 0.323, 0.289, 7.3, 0.7],
      letters: [1.014, 1.003, 0.995, 0.967, 10.8, 0.5],
      random: [1.014, 1.003, 1, 0.999, 10.2, 0.3],
    },
    {
      level: 3,
      json: [0.751, 0.483, 0.392, 0.346, 7.7, 0.6],
      logs: [0.616, 0.411, 0.318, 0.282, 7.6, 0.7],
      letters: [1.014, 1.003, 0.995, 0.96, 10.6, 0.5],
      random: [1.014, 1.003, 1, 0.999, 10.2, 0.2],
    },
    {
      level: 5,
      json: [0.751, 0.482, 0.39, 0.341, 9.1, 0.5],
      logs: [0.616, 0.41, 0.314, 0.275, 9.1, 0.8],
      letters: [1.014, 1.003, 0.995, 0.96, 10.7, 0.5],
      random: [1.014, 1.003, 1, 0.999, 10.7, 0.3],
    },
    {
      level: 8,
      json: [0.751, 0.482, 0.389, 0.339, 9.8, 0.5],
      logs: [0.616, 0.41, 0.314, 0.273, 9.5, 0.7],
      letters: [1.014, 1.003, 0.995, 0.96, 10.5, 0.5],
      random: [1.014, 1.003, 1, 0.999, 10.5, 0.2],
    },
    {
      level: 10,
      json: [0.751, 0.482, 0.388, 0.338, 23.6, 0.6],
      logs: [0.616, 0.409, 0.312, 0.271, 23.4, 0.7],
      letters: [1.014, 1.003, 0.995, 0.96, 13.4, 0.5],
      random: [1.014, 1.003, 1, 0.999, 12.6, 0.2],
    },
    {
      level: 12,
      json: [0.751, 0.482, 0.388, 0.338, 31.8, 0.6],
      logs: [0.616, 0.409, 0.312, 0.27, 33.9, 0.8],
      letters: [1.014, 1.003, 0.995, 0.959, 13.6, 0.5],
      random: [1.014, 1.003, 1, 0.999, 12.5, 0.2],
    },
    {
      level: 17,
      json: [0.751, 0.482, 0.388, 0.338, 32.5, 0.6],
      logs: [0.616, 0.409, 0.312, 0.27, 34.2, 0.8],
      letters: [1.014, 1.003, 0.995, 0.959, 13.8, 0.5],
      random: [1.014, 1.003, 1, 0.999, 12.9, 0.2],
    },
  ],
  zstd: [
    {
      level: -7,
      json: [0.846, 0.592, 0.489, 0.456, 3.4, 2.1],
      logs: [0.732, 0.494, 0.379, 0.362, 4.5, 2.2],
      letters: [1.011, 1.002, 1, 0.999, 2, 1.4],
      random: [1.011, 1.002, 1, 0.999, 2, 1.5],
    },
    {
      level: -1,
      json: [0.755, 0.463, 0.379, 0.35, 4.5, 2],
      logs: [0.6, 0.392, 0.309, 0.287, 5.3, 2.3],
      letters: [1.011, 1.002, 1, 0.999, 2, 1.5],
      random: [1.011, 1.002, 1, 0.999, 2, 1.4],
    },
    {
      level: 1,
      json: [0.592, 0.348, 0.271, 0.245, 4.8, 2.4],
      logs: [0.504, 0.316, 0.239, 0.221, 7.7, 3.6],
      letters: [0.65, 0.615, 0.607, 0.609, 3.1, 2.1],
      random: [1.011, 1.002, 1, 0.999, 2.4, 1.5],
    },
    {
      level: 2,
      json: [0.592, 0.349, 0.27, 0.243, 4.7, 2.5],
      logs: [0.504, 0.316, 0.237, 0.219, 5.7, 2.7],
      letters: [0.65, 0.615, 0.607, 0.609, 3.2, 2.1],
      random: [1.011, 1.002, 1, 0.999, 2.7, 1.5],
    },
    {
      level: 4,
      json: [0.591, 0.349, 0.272, 0.247, 8.9, 2.9],
      logs: [0.496, 0.313, 0.237, 0.221, 9.1, 3.1],
      letters: [0.65, 0.615, 0.607, 0.609, 7, 2.5],
      random: [1.011, 1.002, 1, 0.999, 6.3, 1.8],
    },
    {
      level: 5,
      json: [0.591, 0.347, 0.269, 0.244, 14.3, 3],
      logs: [0.492, 0.31, 0.231, 0.212, 14.6, 3.3],
      letters: [0.65, 0.615, 0.607, 0.609, 9.1, 2.6],
      random: [1.011, 1.002, 1, 0.999, 8.6, 1.9],
    },
    {
      level: 6,
      json: [0.587, 0.344, 0.265, 0.237, 16.8, 3],
      logs: [0.49, 0.305, 0.225, 0.206, 17.8, 3.2],
      letters: [0.65, 0.615, 0.607, 0.609, 9.6, 2.7],
      random: [1.011, 1.002, 1, 0.999, 8.7, 1.9],
    },
    {
      level: 7,
      json: [0.587, 0.344, 0.264, 0.236, 24.9, 3.6],
      logs: [0.49, 0.303, 0.224, 0.203, 25.1, 3.5],
      letters: [0.65, 0.615, 0.607, 0.609, 15.9, 2.9],
      random: [1.011, 1.002, 1, 0.999, 15.7, 2.2],
    },
    {
      level: 9,
      json: [0.587, 0.343, 0.261, 0.231, 40.6, 3.6],
      logs: [0.49, 0.302, 0.221, 0.199, 40.8, 3.5],
      letters: [0.65, 0.615, 0.607, 0.609, 29.1, 3.1],
      random: [1.011, 1.002, 1, 0.999, 28.4, 2.4],
    },
  ],
};

/** gzip has -1 for its default, zstd 0. */
const DEFAULT_LEVELS: Readonly<Record<Exclude<Codec, "snappy">, readonly number[]>> = {
  gzip: [6, -1],
  lz4: [9],
  zstd: [3, 0],
};

/** What a level makes of data: as measured, or between the measured levels around it. */
export function rowAtLevel(codec: Codec, data: Compressibility, level: number, atDefault: CodecRow): CodecRow {
  if (codec === "snappy" || DEFAULT_LEVELS[codec].includes(level)) return atDefault;
  const measured = LEVELS[codec].map((rows) => ({ level: rows.level, row: rows[data] }));
  // lz4 at its default level is another compressor, the fast one: nothing lies between it and its neighbours.
  const standard = codec === "lz4" ? [] : [{ level: DEFAULT_LEVELS[codec][0] ?? 0, row: atDefault }];
  const known = [...measured, ...standard].sort((one, other) => one.level - other.level);
  const above = known.find((one) => one.level >= level) ?? known.at(-1);
  const below = known.findLast((one) => one.level <= level) ?? known[0];
  if (above === undefined || below === undefined) return atDefault;
  const share = above.level === below.level ? 0 : (level - below.level) / (above.level - below.level);
  return between(below.row, above.row, share);
}

function between(low: CodecRow, high: CodecRow, share: number): CodecRow {
  const [a, b, c, d, e, f] = low.map((value, index) => value + ((high[index] ?? value) - value) * share);
  return [a ?? 1, b ?? 1, c ?? 1, d ?? 1, e ?? 0, f ?? 0];
}
