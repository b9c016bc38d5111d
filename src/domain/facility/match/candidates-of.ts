import type { Clustering } from '../cluster/cluster-places.js';
import type { PeopleSay } from '../cluster/people-say.js';
import { CROSS_KINDS } from '../weigh/levels.js';
import { explainPair } from '../weigh/explain-pair.js';
import { ratiosOf } from '../weigh/weigh-pairs.js';
import type { WeighedPairs } from '../weigh/weighed-pairs.js';
import type { ComparableRecord } from './comparable-record.js';
import type { CandidateState } from './match-candidate.js';
import type { CandidateRow } from './told-pairs.js';

/**
 * The pairs of different registers that are linked, doubtful, or held apart by a person, with their explanation, in
 * ascending order of their keys. Of the doubtful pairs between two places only the most probable is a question.
 */
export function* candidatesOf(
  records: readonly ComparableRecord[],
  pairs: WeighedPairs,
  clustering: Clustering,
  people: PeopleSay,
  lower: number,
  isAsked: (row: number) => boolean = () => true,
): Generator<CandidateRow> {
  const { table, model } = pairs;
  const ratios = model.kinds.map(ratiosOf);
  const questions = questionsOf(pairs, clustering, people, lower);
  for (let row = 0; row < table.left.length; row += 1) {
    if (table.kind[row]! >= CROSS_KINDS || !isAsked(row)) continue;
    const [left, right] = [table.left[row]!, table.right[row]!];
    const state = stateOf(row, clustering, people.areApart(left, right), questions);
    if (!state) continue;
    const isTold = people.areApart(left, right) || people.areTogether(left, right);
    const probability = clustering.probability[row]!;
    const { weights, totalWeight } = explainPair(pairs, ratios[table.kind[row]!]!, row, probability);
    yield {
      row,
      candidate: {
        leftKey: records[left]!.sourceKey,
        rightKey: records[right]!.sourceKey,
        weights,
        totalWeight,
        probability: Math.round(probability * 100_000) / 100_000,
        state,
        decidedBy: isTold ? 'PERSON' : 'MODEL',
      },
    };
  }
}

function stateOf(
  row: number,
  { isLinked }: Clustering,
  isApart: boolean,
  questions: ReadonlySet<number>,
): CandidateState | undefined {
  if (isApart) return 'APART';
  if (isLinked[row] === 1) return 'LINKED';
  return questions.has(row) ? 'QUEUED' : undefined;
}

/** The rows that a person is asked about: for each two places the most probable pair. */
function questionsOf(
  { table, odds }: WeighedPairs,
  { places, probability, isLinked }: Clustering,
  people: PeopleSay,
  lower: number,
): Set<number> {
  const best = new Map<string, number>();
  for (let row = 0; row < table.left.length; row += 1) {
    if (table.kind[row]! >= CROSS_KINDS || isLinked[row] === 1 || probability[row]! < lower) continue;
    const [a, b] = [places.numberOf(table.left[row]!), places.numberOf(table.right[row]!)];
    if (people.keepsApart(places.at(a), places.at(b))) continue;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const other = best.get(key);
    const more =
      other === undefined ? 1 : probability[row]! - probability[other]! || odds[row]! - odds[other]!;
    if (more > 0) best.set(key, row);
  }
  return new Set(best.values());
}
