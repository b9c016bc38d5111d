/** That a record belongs to a place: what was decided, or what is true. */
export type RecordOfPlace = readonly [record: string, place: string];

export interface PairCounts {
  readonly decided: number;
  readonly real: number;
  readonly both: number;
}

/** Pairs of records of different registers that share a place, each as `left right` in ascending order. */
export function pairsOf(links: readonly RecordOfPlace[]): Set<string> {
  const pairs = new Set<string>();
  for (const members of Map.groupBy(links, ([, place]) => place).values()) {
    const records = [...new Set(members.map(([record]) => record))].sort();
    records.forEach((left, index) => {
      for (const right of records.slice(index + 1)) {
        if (registerOf(left) !== registerOf(right)) pairs.add(`${left} ${right}`);
      }
    });
  }
  return pairs;
}

export function countPairs(decided: ReadonlySet<string>, real: ReadonlySet<string>): PairCounts {
  let both = 0;
  for (const pair of decided) if (real.has(pair)) both += 1;
  return { decided: decided.size, real: real.size, both };
}

/** The share of decided pairs that are real, and of real pairs that were decided; 1 where there are none. */
export function sharesOf({ decided, real, both }: PairCounts): { precision: number; recall: number } {
  return { precision: decided === 0 ? 1 : both / decided, recall: real === 0 ? 1 : both / real };
}

function registerOf(record: string): string {
  return record.slice(0, record.indexOf(':'));
}
