/**
 * Whole numbers that sum exactly to `total` and stay within 1 of `parts`, whose sum must round to `total`: everyone
 * gets the whole part, and what is left goes to the largest remainders (Hare's method), the first one at a tie.
 */
export function roundToSum(parts: readonly number[], total: number): number[] {
  const rounded = parts.map((part) => Math.floor(part));
  const left = total - rounded.reduce((sum, part) => sum + part, 0);
  if (left < 0 || left > parts.length)
    throw new RangeError(`Parts that round to ${total - left} at least cannot be made to sum to ${total}.`);
  const byRemainder = remainders(parts);
  for (let place = 0; place < left; place += 1) rounded[byRemainder[place]!]! += 1;
  return rounded.map((part) => part + 0);
}

// Called for every place and authority: sorts numbers in place, without an object for each part.
function remainders(parts: readonly number[]): Uint32Array {
  const remainder = Float64Array.from(parts);
  const order = new Uint32Array(parts.length);
  for (let index = 0; index < order.length; index += 1) {
    remainder[index]! -= Math.floor(remainder[index]!);
    order[index] = index;
  }
  return order.sort((a, b) => remainder[b]! - remainder[a]! || a - b);
}
