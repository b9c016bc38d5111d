import { rank, rankingFigures } from './ranking.js';

/**
 * AUC among visits of the same group alone (one inspector's), weighed by the pairs that each group offers. NaN where no
 * group has both outcomes. Rows whose group is not known are left out.
 */
export function aucWithinGroups(
  scores: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  groups: readonly (string | null)[],
  weights: ArrayLike<number>,
): number {
  const byGroup = Map.groupBy(groups.keys(), (row) => groups[row]);
  let concordant = 0;
  let pairs = 0;
  for (const [group, rows] of byGroup) {
    if (group === null || group === undefined) continue;
    const own = rows.map((row) => outcomes[row]!);
    const ownWeights = rows.map((row) => weights[row]!);
    const serious = own.reduce((sum, outcome, index) => sum + outcome * ownWeights[index]!, 0);
    const good = ownWeights.reduce((sum, weight) => sum + weight, 0) - serious;
    if (serious === 0 || good === 0) continue;
    const ranking = rank(rows.map((row) => scores[row]!));
    concordant += serious * good * rankingFigures(ranking, own, ownWeights).auc;
    pairs += serious * good;
  }
  return concordant / pairs;
}
