const LN2 = 0.6931471805599453;

/**
 * e to the power of a number from -700 to 700, from additions, multiplications and divisions only: the same bytes on every
 * machine, which `Math.exp` does not promise. Relative error below 1e-14.
 */
export function deterministicExp(power: number): number {
  const doublings = Math.round(power / LN2);
  const rest = power - doublings * LN2;
  let sum = 1;
  for (let term = 14; term > 0; term -= 1) sum = 1 + (rest / term) * sum;
  return sum * 2 ** doublings;
}
