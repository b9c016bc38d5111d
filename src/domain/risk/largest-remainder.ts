/**
 * Whole numbers that sum exactly to `total` and stay within 1 of `parts`, whose sum must round to `total`: everyone
 * gets the whole part, and what is left goes to the largest remainders (Hare's method), the first one at a tie.
 */
export function roundToSum(parts: readonly number[], total: number): number[] {
  const rounded = parts.map((part) => Math.floor(part));
  const left = total - rounded.reduce((sum, part) => sum + part, 0);
  const byRemainder = parts
    .map((part, index) => ({ index, remainder: part - Math.floor(part) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  if (left < 0 || left > parts.length)
    throw new RangeError(`Parts that round to ${total - left} at least cannot be made to sum to ${total}.`);
  for (const { index } of byRemainder.slice(0, left)) rounded[index] = (rounded[index] ?? 0) + 1;
  return rounded.map((part) => part + 0);
}
