/** Compressed bytes by raw bytes for batches of so many raw bytes; larger batches compress better. */
export interface RatioPoint {
  readonly rawBytes: number;
  readonly ratio: number;
}

/** What compression makes of the records: the codec, and compressed bytes by raw bytes. */
export interface CompressionPlan {
  /** compression.type; for reports only. */
  readonly codec: string;
  /** compression.CODEC.level, where the codec and the release have one; for reports only. */
  readonly level?: number;
  /** What a batch is compressed to, headers of batches aside; above 1 it grows. Points in order of size, or one for all. */
  readonly ratio: Ratio;
  /** Topics whose values are of another kind. */
  readonly ratioByTopic?: ReadonlyMap<string, Ratio>;
  /** What is known of each batch, before everything else. */
  readonly ratioOfBatch?: (batch: CompressedBatch) => number;
}

/** A batch whose records are to be compressed. */
export interface CompressedBatch {
  readonly partition: { readonly topic: string; readonly partition: number };
  /** Record numbers. */
  readonly records: readonly number[];
  readonly rawBytes: number;
}

/** Compressed bytes by raw bytes: one number, or points in order of size. */
export type Ratio = number | readonly RatioPoint[];

/** `CompressionRatioEstimator`: floats, as in the client. */
const START = 1;
const IMPROVING_STEP = Math.fround(0.005);
const DETERIORATE_STEP = Math.fround(0.05);
const SAFETY_FACTOR = Math.fround(1.05);

/** What a codec's frame adds to data that it cannot make smaller, about. */
const FRAME_BYTES = 20;

/** What the client expects of compression, by topic: it learns from every batch that it closes. */
export class CompressionRatios {
  readonly #plan: CompressionPlan;
  readonly #estimates = new Map<string, number>();

  constructor(plan: CompressionPlan) {
    this.#plan = plan;
  }

  /** What a batch is really compressed to. */
  actual(batch: CompressedBatch): number {
    const { ratioOfBatch, ratioByTopic } = this.#plan;
    const ratio = ratioOfBatch?.(batch) ?? ratioByTopic?.get(batch.partition.topic) ?? this.#plan.ratio;
    return Math.fround(typeof ratio === "number" ? ratio : ratioAt(ratio, batch.rawBytes));
  }

  /** The ratio a new batch of a topic is expected to reach. */
  estimate(topic: string): number {
    return this.#estimates.get(topic) ?? START;
  }

  /** A batch was closed: a worse ratio than expected counts at once or by 0.05, a better one by 0.005. */
  observe(topic: string, actual: number): void {
    const old = this.estimate(topic);
    if (actual > old) this.#estimates.set(topic, Math.max(Math.fround(old + DETERIORATE_STEP), actual));
    else if (actual < old) this.#estimates.set(topic, Math.max(Math.fround(old - IMPROVING_STEP), actual));
  }

  /** A batch was too large for the broker: nothing is expected of compression any more. */
  reset(topic: string, actual: number): void {
    this.#estimates.set(topic, Math.max(START, actual));
  }
}

/** Bytes that records are expected to take when they are compressed (`MemoryRecordsBuilder.estimatedBytesWritten`). */
export function estimatedBytes(rawBytes: number, ratio: number): number {
  return Math.trunc(Math.fround(Math.fround(rawBytes * ratio) * SAFETY_FACTOR));
}

/**
 * Between two sizes the ratio is a line in 1 / size, for what a batch costs beyond its data is spread over it. Smaller batches
 * go on along the first line, but never beyond the data and a frame; larger ones keep the last ratio.
 */
function ratioAt(points: readonly RatioPoint[], rawBytes: number): number {
  let [low, high] = [points[0], points[1] ?? points[0]];
  for (const point of points.slice(1)) {
    if (low === undefined || high === undefined || rawBytes <= high.rawBytes) break;
    [low, high] = [high, point];
  }
  if (low === undefined || high === undefined) return 1;
  if (rawBytes >= high.rawBytes || low === high) return high.ratio;
  const share = (1 / rawBytes - 1 / high.rawBytes) / (1 / low.rawBytes - 1 / high.rawBytes);
  const ratio = high.ratio + (low.ratio - high.ratio) * share;
  return rawBytes < low.rawBytes ? Math.min(ratio, 1 + FRAME_BYTES / rawBytes) : ratio;
}
