/**
 * The pairs of records that share a blocking key, each pair once, as indices with left < right in ascending order.
 * Blocks of more than `largestBlock` records are left out, so the work grows with the number of records, not its square.
 */
export function* candidatePairs(
  keysOf: readonly (readonly string[])[],
  largestBlock: number,
): Generator<readonly [left: number, right: number]> {
  const blocks = new Map<string, number[]>();
  keysOf.forEach((keys, index) => {
    for (const key of new Set(keys)) {
      const block = blocks.get(key);
      if (block) block.push(index);
      else blocks.set(key, [index]);
    }
  });
  const seenFrom = new Int32Array(keysOf.length).fill(-1);
  for (const [left, keys] of keysOf.entries()) {
    const partners: number[] = [];
    for (const key of keys) {
      const block = blocks.get(key) ?? [];
      if (block.length > largestBlock) continue;
      for (const right of block) {
        if (right <= left || seenFrom[right] === left) continue;
        seenFrom[right] = left;
        partners.push(right);
      }
    }
    for (const right of partners.sort((a, b) => a - b)) yield [left, right];
  }
}
