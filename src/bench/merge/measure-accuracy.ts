import { matchFacilities } from '../../domain/facility/match-facilities.js';
import type { DemoRecords } from './demo-records.js';
import { countPairs, pairsOf, sharesOf, type RecordOfPlace } from './pairwise.js';

/** How right one merge was, by the truth of the country it was made of. */
export interface Accuracy {
  readonly precision: number;
  readonly recall: number;
  /** Records that wait for a person to say to which of the possible places they belong, as a share of all. */
  readonly waiting: number;
  /** Pairs in the queue: each is one possible place of one record. */
  readonly questions: number;
  /** Of the true pairs that were not linked, the share whose two places a person is asked about. */
  readonly missedInQueue: number;
  /** Each linked or doubtful pair: its probability, and whether it is true. */
  readonly weighed: readonly { readonly probability: number; readonly isTrue: boolean }[];
}

export function measureAccuracy({ records, sorUnits, truth }: DemoRecords): Accuracy {
  const { clusters, candidates } = matchFacilities(records, sorUnits);
  const links = clusters.flatMap((cluster, place) =>
    cluster.records.map(({ sourceKey }): RecordOfPlace => [sourceKey, String(place)]),
  );
  const [decided, real] = [pairsOf(links), pairsOf(truth)];
  const placesOf = Map.groupBy(links, ([record]) => record);
  const between = (left: string, right: string): string[] =>
    (placesOf.get(left) ?? []).flatMap(([, a]) =>
      (placesOf.get(right) ?? []).map(([, b]) => (a < b ? `${a} ${b}` : `${b} ${a}`)),
    );
  const [asked, waiting] = [new Set<string>(), new Set<string>()];
  const weighed: { probability: number; isTrue: boolean }[] = [];
  let questions = 0;
  for (const { leftKey, rightKey, probability, state } of candidates()) {
    weighed.push({ probability, isTrue: real.has(`${leftKey} ${rightKey}`) });
    if (state !== 'QUEUED') continue;
    questions += 1;
    waiting.add(seeker(leftKey, rightKey));
    for (const places of between(leftKey, rightKey)) asked.add(places);
  }
  const missed = [...real].filter((pair) => !decided.has(pair));
  const inQueue = missed.filter((pair) => {
    const [left = '', right = ''] = pair.split(' ');
    return between(left, right).some((places) => asked.has(places));
  });
  return {
    ...sharesOf(countPairs(decided, real)),
    waiting: waiting.size / records.length,
    questions: questions / records.length,
    missedInQueue: missed.length === 0 ? 1 : inQueue.length / missed.length,
    weighed,
  };
}

/** Of a pair the record whose place is asked for: a location before an afdeling before a P-unit. */
function seeker(left: string, right: string): string {
  const rank = (key: string): number => ['stps', 'socialtilsynet'].indexOf(key.slice(0, key.indexOf(':')));
  return rank(left) === 0 || (rank(left) === 1 && rank(right) < 0) ? left : right;
}

export interface Band {
  readonly from: number;
  readonly pairs: number;
  /** How far the share of true pairs lies from the mean probability. */
  readonly gap: number;
}

const BANDS = 10;

/** Bands of probability, a tenth wide, with how far the probabilities are from the truth. */
export function bandsOf(weighed: Accuracy['weighed']): Band[] {
  const bands = Map.groupBy(weighed, ({ probability }) =>
    Math.min(BANDS - 1, Math.floor(probability * BANDS)),
  );
  return [...bands]
    .sort(([a], [b]) => a - b)
    .map(([band, pairs]) => {
      const mean = pairs.reduce((sum, { probability }) => sum + probability, 0) / pairs.length;
      const share = pairs.filter(({ isTrue }) => isTrue).length / pairs.length;
      return { from: band / BANDS, pairs: pairs.length, gap: Math.abs(mean - share) };
    });
}
