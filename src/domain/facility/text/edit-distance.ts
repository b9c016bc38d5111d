/**
 * Damerau's edit distance in its restricted form (optimal string alignment; F. Damerau, 1964): insertions, deletions,
 * substitutions and swaps of neighbours cost 1 each. Returns `limit + 1` as soon as the distance exceeds `limit`.
 */
export function editDistance(left: string, right: string, limit: number): number {
  if (left === right) return 0;
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  if (left.length > SHORTEST_SCREENED && lettersMissing(left, right) > limit) return limit + 1;
  const [a, b] = withoutCommonEnds(left, right);
  if (a.length === 0 || b.length === 0) return Math.min(Math.max(a.length, b.length), limit + 1);
  // Between the first and the last error nothing more is equal where there may be one alone.
  if (limit === 1) return isOneError(a, b) ? 1 : 2;
  return Math.min(alignmentCost(a, b, limit), limit + 1);
}

const SHORTEST_SCREENED = 4;

function isOneError(left: string, right: string): boolean {
  if (left.length === 1 && right.length === 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** How many different letters of the one text the other lacks: each costs an error at least. */
function lettersMissing(left: string, right: string): number {
  let missing = lettersOf(left) & ~lettersOf(right);
  let count = 0;
  for (; missing !== 0; missing &= missing - 1) count += 1;
  return count;
}

function lettersOf(text: string): number {
  let letters = 0;
  for (let index = 0; index < text.length; index += 1) letters |= 1 << (text.charCodeAt(index) & 31);
  return letters;
}

/** Equal beginnings and ends cost nothing; most of two nearly equal texts is gone before the table is filled. */
function withoutCommonEnds(left: string, right: string): [string, string] {
  let start = 0;
  const shortest = Math.min(left.length, right.length);
  while (start < shortest && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < shortest - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1;
  return [left.slice(start, left.length - end), right.slice(start, right.length - end)];
}

function alignmentCost(left: string, right: string, limit: number): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = new Array<number>(right.length + 1).fill(Infinity);
    current[0] = row;
    let smallest = row;
    // Outside this band the lengths alone differ by more than the limit.
    const last = Math.min(right.length, row + limit);
    for (let column = Math.max(1, row - limit); column <= last; column += 1) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1;
      let best = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + cost,
      );
      const isSwap =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (isSwap) best = Math.min(best, at(beforePrevious, column - 2) + 1);
      current[column] = best;
      smallest = Math.min(smallest, best);
    }
    if (smallest > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, right.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
