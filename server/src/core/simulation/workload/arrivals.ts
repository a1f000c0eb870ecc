import type { RandomStream } from "../engine/random.js";

/** A stretch of time in which the rate goes evenly from one value to another. */
export interface RatePiece {
  readonly durationUs: number;
  readonly fromPerSecond: number;
  readonly toPerSecond: number;
}

/** How many records arrive when: a rate over time, repeated from its start when it is over, with or without chance. */
export interface ArrivalPlan {
  readonly pieces: readonly RatePiece[];
  /** `even`: as regular as the rate allows; `poisson`: by chance, with that rate. */
  readonly spacing: "even" | "poisson";
}

const US_PER_SECOND = 1_000_000;

/** So many gaps are drawn at once: in one tight loop that costs half of what it does one by one. */
const GAPS_AHEAD = 256;

/** A steady rate. */
export function constantRate(perSecond: number): readonly RatePiece[] {
  return [{ durationUs: 3_600 * US_PER_SECOND, fromPerSecond: perSecond, toPerSecond: perSecond }];
}

/** A rate that holds for `burstUs` of every `everyUs`; in between it is `otherwisePerSecond`. */
export function burstRate(
  perSecond: number,
  burstUs: number,
  everyUs: number,
  otherwisePerSecond: number = 0,
): readonly RatePiece[] {
  return [
    { durationUs: burstUs, fromPerSecond: perSecond, toPerSecond: perSecond },
    { durationUs: everyUs - burstUs, fromPerSecond: otherwisePerSecond, toPerSecond: otherwisePerSecond },
  ];
}

/** Arrivals one by one. Between arrivals the integral of the rate grows by 1 (even) or by an exponential number (Poisson). */
export class Arrivals {
  readonly #plan: ArrivalPlan;
  readonly #random: RandomStream;
  /** What the integral of the rate grows by until the next arrivals, and how many of them were used. */
  readonly #gaps = new Float64Array(GAPS_AHEAD).fill(1);
  #usedGaps = GAPS_AHEAD;
  #piece = 0;
  #pieceStartUs = 0;
  #offsetUs = 0;
  /** Rate and end of the present piece if its rate is steady, for the short way; else 0. */
  #flatPerUs = 0;
  #flatEndUs = 0;

  constructor(plan: ArrivalPlan, random: RandomStream) {
    this.#plan = plan;
    this.#random = random;
    this.#noteFlat();
  }

  /** Time of the next arrival in microseconds (not rounded); Infinity if the plan holds none any more. */
  nextUs(): number {
    if (this.#usedGaps === GAPS_AHEAD) this.#drawGaps();
    let wanted = this.#gaps[this.#usedGaps] ?? 1;
    this.#usedGaps += 1;
    const flatPerUs = this.#flatPerUs;
    if (flatPerUs > 0) {
      const offsetUs = this.#offsetUs + wanted / flatPerUs;
      if (offsetUs <= this.#flatEndUs) return this.#pieceStartUs + (this.#offsetUs = offsetUs);
    }
    for (let tried = 0; tried <= this.#plan.pieces.length; tried += 1) {
      const piece = this.#plan.pieces[this.#piece];
      if (piece === undefined) return Infinity;
      const slope = (piece.toPerSecond - piece.fromPerSecond) / piece.durationUs;
      const rate = piece.fromPerSecond + slope * this.#offsetUs;
      const gapUs = solveGapUs(rate / US_PER_SECOND, slope / US_PER_SECOND, wanted);
      if (this.#offsetUs + gapUs <= piece.durationUs) {
        this.#offsetUs += gapUs;
        return this.#pieceStartUs + this.#offsetUs;
      }
      const restUs = piece.durationUs - this.#offsetUs;
      const passed = ((rate + slope * (restUs / 2)) / US_PER_SECOND) * restUs;
      if (passed > 0) tried = 0;
      wanted -= passed;
      this.#pieceStartUs += piece.durationUs;
      this.#offsetUs = 0;
      this.#piece = (this.#piece + 1) % this.#plan.pieces.length;
      this.#noteFlat();
    }
    return Infinity;
  }

  /** The next `count` of them: those of a stretch with a steady rate in a loop that keeps nothing in fields. */
  fill(into: Float64Array, count: number): void {
    for (let at = 0; at < count; at += 1) {
      const gaps = this.#gaps;
      const [flatPerUs, flatEndUs, startUs] = [this.#flatPerUs, this.#flatEndUs, this.#pieceStartUs];
      const most = Math.min(count - at, GAPS_AHEAD - this.#usedGaps);
      let used = 0;
      let offsetUs = this.#offsetUs;
      for (; used < most && flatPerUs > 0; used += 1) {
        const nextUs = offsetUs + (gaps[this.#usedGaps + used] ?? 1) / flatPerUs;
        if (nextUs > flatEndUs) break;
        offsetUs = nextUs;
        into[at + used] = startUs + nextUs;
      }
      this.#offsetUs = offsetUs;
      this.#usedGaps += used;
      at += used;
      if (at < count) into[at] = this.nextUs();
    }
  }

  #drawGaps(): void {
    this.#usedGaps = 0;
    if (this.#plan.spacing === "poisson") this.#random.fillExponential(this.#gaps);
  }

  #noteFlat(): void {
    const piece = this.#plan.pieces[this.#piece];
    const isFlat = piece !== undefined && piece.fromPerSecond === piece.toPerSecond;
    this.#flatPerUs = isFlat ? piece.fromPerSecond / US_PER_SECOND : 0;
    this.#flatEndUs = isFlat ? piece.durationUs : 0;
  }
}

/** The time after which a rate that grows evenly has brought `wanted` arrivals. */
function solveGapUs(ratePerUs: number, slopePerUs: number, wanted: number): number {
  if (slopePerUs === 0) return ratePerUs > 0 ? wanted / ratePerUs : Infinity;
  const discriminant = ratePerUs * ratePerUs + 2 * slopePerUs * wanted;
  return discriminant < 0 ? Infinity : (2 * wanted) / (ratePerUs + Math.sqrt(discriminant));
}
