const SUB_BUCKET_BITS = 7;
const SUB_BUCKETS = 1 << SUB_BUCKET_BITS;

/** Fine buckets in a coarse one: eight coarse ones per doubling. */
const COARSE = SUB_BUCKETS / 8;
/** Upper ends of coarse buckets where fine ones are whole numbers: eight per doubling as far as there are so many. */
const COARSE_BELOW_US: ReadonlySet<number> = new Set(
  Array.from({ length: 65 }, (_, step) => Math.round(2 ** (step / 8)) - 1),
);

/** The state of a distribution at some time. */
export interface HistogramSnapshot {
  readonly counts: Float64Array;
  readonly count: number;
  readonly sumUs: number;
}

/**
 * A distribution of times in whole microseconds: exact count, sum and maximum, percentiles within 1/128 of their value
 * (buckets double every 128, as in HdrHistogram).
 */
export class Histogram {
  readonly #counts = new Float64Array((32 - SUB_BUCKET_BITS + 1) * SUB_BUCKETS);
  #count = 0;
  #sumUs = 0;
  #maxUs = 0;

  get count(): number {
    return this.#count;
  }

  get meanUs(): number {
    return this.#count === 0 ? 0 : this.#sumUs / this.#count;
  }

  get maxUs(): number {
    return this.#maxUs;
  }

  /** Counts a time, `weight` times; what lasts longer than 2^32 µs (71 minutes) is counted there. */
  add(timeUs: number, weight: number = 1): void {
    const bucket = bucketOf(timeUs);
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + weight;
    this.#count += weight;
    this.#sumUs += timeUs * weight;
    if (timeUs > this.#maxUs) this.#maxUs = timeUs;
  }

  /** Counts the times from each of the first `count` starts to an end, one by one: sums stay in local variables meanwhile. */
  addSince(startsUs: Float64Array, count: number, endUs: number): void {
    const counts = this.#counts;
    let sumUs = this.#sumUs;
    let maxUs = this.#maxUs;
    for (let at = 0; at < count; at += 1) {
      const timeUs = endUs - (startsUs[at] ?? 0);
      const bucket = bucketOf(timeUs);
      counts[bucket] = (counts[bucket] ?? 0) + 1;
      sumUs += timeUs;
      if (timeUs > maxUs) maxUs = timeUs;
    }
    this.#count += count;
    this.#sumUs = sumUs;
    this.#maxUs = maxUs;
  }

  /** Counts everything that another histogram has counted. */
  addAll(other: Histogram): void {
    other.#counts.forEach((count, bucket) => {
      this.#counts[bucket] = (this.#counts[bucket] ?? 0) + count;
    });
    this.#count += other.#count;
    this.#sumUs += other.#sumUs;
    this.#maxUs = Math.max(this.#maxUs, other.#maxUs);
  }

  /** Takes back what another histogram has counted, all of which was counted here; the maximum stays. */
  takeAway(other: Histogram): void {
    other.#counts.forEach((count, bucket) => {
      this.#counts[bucket] = (this.#counts[bucket] ?? 0) - count;
    });
    this.#count -= other.#count;
    this.#sumUs -= other.#sumUs;
  }

  /** How many values are longer than a time, beyond the bucket it is in. */
  countAbove(timeUs: number): number {
    let above = 0;
    for (let bucket = bucketOf(timeUs) + 1; bucket < this.#counts.length; bucket += 1)
      above += this.#counts[bucket] ?? 0;
    return above;
  }

  /** How often a value was counted: exact below 256, else with its whole bucket. */
  countOf(value: number): number {
    const shift = Math.max(0, 32 - Math.clz32(value) - SUB_BUCKET_BITS - 1);
    return this.#counts[shift * SUB_BUCKETS + (value >>> shift)] ?? 0;
  }

  /** What was counted so far, to be compared with later. */
  snapshot(): HistogramSnapshot {
    return { counts: this.#counts.slice(), count: this.#count, sumUs: this.#sumUs };
  }

  /** Count, mean and 99th percentile of what was counted since a snapshot. */
  since(earlier: HistogramSnapshot): { readonly count: number; readonly meanUs: number; readonly p99Us: number } {
    const count = this.#count - earlier.count;
    if (count === 0) return { count, meanUs: 0, p99Us: 0 };
    let above = count - Math.max(1, Math.ceil(0.99 * count));
    let bucket = this.#counts.length - 1;
    for (; bucket > 0; bucket -= 1) {
      above -= (this.#counts[bucket] ?? 0) - (earlier.counts[bucket] ?? 0);
      if (above < 0) break;
    }
    return { count, meanUs: (this.#sumUs - earlier.sumUs) / count, p99Us: Math.min(upperEnd(bucket), this.#maxUs) };
  }

  /** The values in eight buckets per doubling: each upper end with its count, without the empty ones at both ends. */
  coarse(): { readonly upToUs: readonly number[]; readonly counts: readonly number[] } {
    const upToUs: number[] = [];
    const counts: number[] = [];
    let sum = 0;
    for (let bucket = 0; bucket < this.#counts.length; bucket += 1) {
      sum += this.#counts[bucket] ?? 0;
      const below = bucket < 2 * SUB_BUCKETS ? COARSE_BELOW_US.has(bucket) : bucket % COARSE === COARSE - 1;
      if (!below) continue;
      if (sum > 0 || counts.length > 0) {
        upToUs.push(upperEnd(bucket));
        counts.push(sum);
      }
      sum = 0;
    }
    while (counts.at(-1) === 0) {
      counts.pop();
      upToUs.pop();
    }
    return { upToUs, counts };
  }

  /** The time that a share of the values (0 … 1) does not exceed: upper end of its bucket, never above the maximum. */
  percentileUs(share: number): number {
    const wanted = Math.max(1, Math.ceil(share * this.#count));
    let seen = 0;
    for (let bucket = 0; bucket < this.#counts.length; bucket += 1) {
      seen += this.#counts[bucket] ?? 0;
      if (seen >= wanted) return Math.min(upperEnd(bucket), this.#maxUs);
    }
    return this.#maxUs;
  }
}

function bucketOf(timeUs: number): number {
  const whole = timeUs < 0xffffffff ? timeUs >>> 0 : 0xffffffff;
  if (whole < 2 * SUB_BUCKETS) return whole;
  const shift = 31 - SUB_BUCKET_BITS - Math.clz32(whole);
  return shift * SUB_BUCKETS + (whole >>> shift);
}

function upperEnd(bucket: number): number {
  if (bucket < 2 * SUB_BUCKETS) return bucket;
  const shift = Math.floor(bucket / SUB_BUCKETS) - 1;
  return (bucket - shift * SUB_BUCKETS + 1) * 2 ** shift - 1;
}
