const LN2 = 0.6931471805599453;
const SQRT2 = 1.4142135623730951;
const DOUBLE = new Float64Array(1);
const WORDS = new Uint32Array(DOUBLE.buffer);

/**
 * Natural logarithm of a positive normal number, from additions and multiplications only. `Math.log` may differ in its last
 * bit between JavaScript engines; a simulation must give the same bytes on all of them. Relative error below 1e-14.
 */
export function deterministicLog(value: number): number {
  DOUBLE[0] = value;
  const high = WORDS[1] ?? 0;
  let exponent = (high >>> 20) - 1_023;
  WORDS[1] = (high & 0xfffff) | (1_023 << 20);
  let mantissa = DOUBLE[0];
  if (mantissa > SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let sum = 1 / 21;
  for (let odd = 19; odd >= 1; odd -= 2) sum = sum * square + 1 / odd;
  return 2 * ratio * sum + exponent * LN2;
}
