/** That a record belongs to a place: what was decided, or what is true. */
export type Link = readonly [record: string, place: string];

/**
 * The share, 0-1, of the pairs of records brought together that truly share a place; and of all true pairs, the share
 * that was brought together.
 */
export function pairwise(
  decided: readonly Link[],
  truth: readonly Link[],
): { precision: number; recall: number } {
  const found = pairsOf(decided);
  const real = pairsOf(truth);
  const both = [...found].filter((pair) => real.has(pair)).length;
  return { precision: both / found.size, recall: both / real.size };
}

function pairsOf(links: readonly Link[]): Set<string> {
  const places = Map.groupBy(links, ([, place]) => place);
  return new Set(
    [...places.values()].flatMap((members) => {
      const records = members.map(([record]) => record).sort();
      return records.flatMap((left, index) => records.slice(index + 1).map((right) => `${left} ${right}`));
    }),
  );
}
