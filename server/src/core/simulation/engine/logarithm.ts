const LN2 = 0.6931471805599453;
const SQRT2 = 1.4142135623730951;
// The series of the area tangent: 1/3, 1/5, …
const C3 = 1 / 3;
const C5 = 1 / 5;
const C7 = 1 / 7;
const C9 = 1 / 9;
const C11 = 1 / 11;
const C13 = 1 / 13;
const C15 = 1 / 15;
const C17 = 1 / 17;
const C19 = 1 / 19;
const C21 = 1 / 21;
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
  let sum = C17 + square * (C19 + square * C21);
  sum = C9 + square * (C11 + square * (C13 + square * (C15 + square * sum)));
  sum = 1 + square * (C3 + square * (C5 + square * (C7 + square * sum)));
  return 2 * ratio * sum + exponent * LN2;
}
