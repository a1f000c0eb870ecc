// Measured with the record builder of kafka-clients: bench/codecs/README.md says how, measured.txt has the whole output.
import type { RatioPoint } from "../producer/compression.js";
import { rowAtLevel } from "./compression-levels.js";

/** What the values are made of, as far as compression is concerned. */
export type Compressibility = "json" | "logs" | "letters" | "random";

/** The codecs of compression.type. */
export type Codec = "gzip" | "snappy" | "lz4" | "zstd";

/** What a codec makes of a kind of data, and what it costs by raw byte at batches of 16 KiB, in microseconds. */
export interface CodecMeasure {
  readonly ratio: readonly RatioPoint[];
  readonly compressPerByteUs: number;
  readonly decompressPerByteUs: number;
}

/** Compressed/raw of batches of 1, 4, 16 and 64 KiB; nanoseconds per raw byte to compress and to decompress. */
export type CodecRow = readonly [
  kib1: number,
  kib4: number,
  kib16: number,
  kib64: number,
  compressNs: number,
  decompressNs: number,
];

/** At the codec's default level. */
const MEASURED: Readonly<Record<Codec, Readonly<Record<Compressibility, CodecRow>>>> = {
  gzip: {
    json: [0.58, 0.35, 0.281, 0.255, 15.7, 4],
    logs: [0.496, 0.315, 0.239, 0.217, 14.4, 3.7],
    letters: [0.65, 0.631, 0.63, 0.635, 18.4, 6.6],
    random: [1.022, 1.005, 1, 1, 11.7, 0.5],
  },
  snappy: {
    json: [0.86, 0.543, 0.439, 0.414, 1.8, 1.2],
    logs: [0.663, 0.446, 0.356, 0.341, 1.8, 1.2],
    letters: [1.024, 1.005, 1.001, 1, 0.3, 0.5],
    random: [1.024, 1.005, 1.001, 1, 0.3, 0.5],
  },
  lz4: {
    json: [0.761, 0.511, 0.431, 0.396, 2.5, 0.6],
    logs: [0.628, 0.436, 0.354, 0.331, 2.6, 0.8],
    letters: [1.014, 1.003, 1, 0.999, 1.5, 0.2],
    random: [1.014, 1.003, 1, 0.999, 1.3, 0.2],
  },
  zstd: {
    json: [0.591, 0.349, 0.272, 0.247, 6.1, 2.6],
    logs: [0.496, 0.313, 0.237, 0.221, 6.8, 2.8],
    letters: [0.65, 0.615, 0.607, 0.609, 4.2, 2.2],
    random: [1.011, 1.002, 1, 0.999, 3.5, 1.4],
  },
};

/** What was measured of a codec: at its default level, or at another one. */
export function measureOf(codec: Codec, data: Compressibility, level?: number): CodecMeasure {
  const row = level === undefined ? undefined : rowAtLevel(codec, data, level, MEASURED[codec][data]);
  const [kib1, kib4, kib16, kib64, compressNs, decompressNs] = row ?? MEASURED[codec][data];
  return {
    ratio: [kib1, kib4, kib16, kib64].map((ratio, at) => ({ rawBytes: 1_024 * 4 ** at, ratio })),
    compressPerByteUs: compressNs / 1_000,
    decompressPerByteUs: decompressNs / 1_000,
  };
}

/** Whether a compression.type is a codec that was measured. */
export function isCodec(text: string): text is Codec {
  return Object.hasOwn(MEASURED, text);
}
