/** What compression makes of the records: the codec, and compressed bytes by raw bytes. */
export interface CompressionPlan {
  /** compression.type; for reports only. */
  readonly codec: string;
  /** What a batch is compressed to, headers of batches aside; above 1 it grows. */
  readonly ratio: number;
}

/** `CompressionRatioEstimator`: floats, as in the client. */
const START = 1;
const IMPROVING_STEP = Math.fround(0.005);
const DETERIORATE_STEP = Math.fround(0.05);
const SAFETY_FACTOR = Math.fround(1.05);

/** What the client expects of compression, by topic: it learns from every batch that it closes. */
export class CompressionRatios {
  /** What batches are really compressed to. */
  readonly actual: number;
  readonly #estimates = new Map<string, number>();

  constructor(plan: CompressionPlan) {
    this.actual = Math.fround(plan.ratio);
  }

  /** The ratio a new batch of a topic is expected to reach. */
  estimate(topic: string): number {
    return this.#estimates.get(topic) ?? START;
  }

  /** A batch was closed: a worse ratio than expected counts at once or by 0.05, a better one by 0.005. */
  observe(topic: string): void {
    const old = this.estimate(topic);
    const { actual } = this;
    if (actual > old) this.#estimates.set(topic, Math.max(Math.fround(old + DETERIORATE_STEP), actual));
    else if (actual < old) this.#estimates.set(topic, Math.max(Math.fround(old - IMPROVING_STEP), actual));
  }

  /** A batch was too large for the broker: nothing is expected of compression any more. */
  reset(topic: string): void {
    this.#estimates.set(topic, Math.max(START, this.actual));
  }
}

/** Bytes that records are expected to take when they are compressed (`MemoryRecordsBuilder.estimatedBytesWritten`). */
export function estimatedBytes(rawBytes: number, ratio: number): number {
  return Math.trunc(Math.fround(Math.fround(rawBytes * ratio) * SAFETY_FACTOR));
}
