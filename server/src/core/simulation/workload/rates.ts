import { constantRate, type RatePiece } from "./arrivals.js";

/** A rate that grows or falls evenly for `overUs` and then stays. */
export function rampRate(fromPerSecond: number, toPerSecond: number, overUs: number): readonly RatePiece[] {
  return [{ durationUs: overUs, fromPerSecond, toPerSecond }, ...constantRate(toPerSecond)];
}

const DAY_PIECES = 48;

/**
 * A day of `dayUs`: the least rate at its start, the greatest in its middle, in 48 straight pieces along 3t² - 2t³ (close to
 * a sine, but from multiplications only: the same bytes on every machine).
 */
export function diurnalRate(leastPerSecond: number, mostPerSecond: number, dayUs: number): readonly RatePiece[] {
  const rate = (piece: number): number => {
    const toNoon = (2 * Math.min(piece, DAY_PIECES - piece)) / DAY_PIECES;
    return leastPerSecond + (mostPerSecond - leastPerSecond) * toNoon * toNoon * (3 - 2 * toNoon);
  };
  return Array.from({ length: DAY_PIECES }, (_, piece) => ({
    durationUs: dayUs / DAY_PIECES,
    fromPerSecond: rate(piece),
    toPerSecond: rate(piece + 1),
  }));
}
