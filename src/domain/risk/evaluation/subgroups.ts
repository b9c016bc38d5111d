import { rank, rankingFigures } from './ranking.js';

/** How a score does among places of one kind. */
export interface SubgroupFigures {
  readonly group: string;
  readonly visits: number;
  readonly baseRate: number;
  readonly meanProbability: number;
  /** |mean probability - base rate|. */
  readonly calibrationError: number;
  /** NaN where all visits ended alike. */
  readonly auc: number;
}

const LEAST_VISITS = 100;

/** One row per group with enough visits, by name. `groupsOf` names the groups of a row, at most one of each kind. */
export function subgroupFigures(
  scores: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  groupsOf: (row: number) => readonly string[],
): SubgroupFigures[] {
  const rowsOf = new Map<string, number[]>();
  for (let row = 0; row < outcomes.length; row += 1) {
    for (const group of groupsOf(row)) {
      const rows = rowsOf.get(group) ?? [];
      rows.push(row);
      rowsOf.set(group, rows);
    }
  }
  return [...rowsOf]
    .filter(([, rows]) => rows.length >= LEAST_VISITS)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, rows]) => {
      const own = rows.map((row) => outcomes[row]!);
      const mean = (values: readonly number[]): number =>
        values.reduce((sum, value) => sum + value, 0) / values.length;
      const baseRate = mean(own);
      const meanProbability = mean(rows.map((row) => probabilities[row]!));
      const ranking = rank(rows.map((row) => scores[row]!));
      return {
        group,
        visits: rows.length,
        baseRate,
        meanProbability,
        calibrationError: Math.abs(meanProbability - baseRate),
        auc: rankingFigures(ranking, own, new Uint8Array(own.length).fill(1)).auc,
      };
    });
}
