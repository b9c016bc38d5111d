import type { SourceKey } from '../../shared/authority.js';
import type { ComparableRecord } from '../match/comparable-record.js';
import { LAST_SPOT_LEVEL, WITHIN_STPS } from '../weigh/levels.js';
import type { WeighedPairs } from '../weigh/weighed-pairs.js';
import type { Clustering } from './cluster-places.js';
import type { PeopleSay } from './people-say.js';

/**
 * Why a record belongs to a place. SAME_SPOT: it stands at the address. SAME_UNIT: it is the unit that another record
 * there describes. SOR_CODE: both have one code in SOR. COVERED: a P-unit that stands elsewhere and covers the place. PERSON: somebody said so.
 */
export const LINK_RULES = ['ONLY_RECORD', 'SAME_SPOT', 'SAME_UNIT', 'SOR_CODE', 'COVERED', 'PERSON'] as const;
export type LinkRule = (typeof LINK_RULES)[number];

/** Why a record belongs to a place: its surest pair with another record there. */
export interface PlaceMember {
  readonly sourceKey: SourceKey;
  readonly rule: LinkRule;
  /** The probability that it belongs there, 0-1. */
  readonly confidence: number;
  readonly decidedBy: 'RULE' | 'MODEL' | 'PERSON';
  readonly comparedWith?: SourceKey;
  /** The record stands at another address and covers this place as well. */
  readonly isElsewhere?: true;
}

export interface PlaceCluster {
  /** In ascending order of source key, at least one. */
  readonly records: readonly PlaceMember[];
}

/** The places with the reasons, in the order of their source keys. */
export function describePlaces(
  records: readonly ComparableRecord[],
  pairs: WeighedPairs,
  { places, covering, probability }: Clustering,
  people: PeopleSay,
): PlaceCluster[] {
  const elsewhere = new Set([...covering.values()].flat());
  const describe = (record: number, others: readonly number[], isElsewhere: boolean): PlaceMember => {
    const sourceKey = records[record]!.sourceKey;
    const mark = isElsewhere ? { isElsewhere: true as const } : {};
    const told = others.find((other) => people.areTogether(record, other));
    if (told !== undefined)
      return { sourceKey, rule: 'PERSON', confidence: 1, decidedBy: 'PERSON', comparedWith: records[told]!.sourceKey, ...mark }; // prettier-ignore
    const code = records[record]!.sorCode;
    const twin =
      code === null
        ? undefined
        : others.find((other) => other !== record && records[other]!.sorCode === code);
    const row = surestRow(pairs, probability, record, others);
    if (row === undefined && twin !== undefined)
      return {
        sourceKey,
        rule: 'SOR_CODE',
        confidence: 1,
        decidedBy: 'RULE',
        comparedWith: records[twin]!.sourceKey,
      };
    if (row === undefined) return { sourceKey, rule: 'ONLY_RECORD', confidence: 1, decidedBy: 'RULE' };
    const other = pairs.table.left[row] === record ? pairs.table.right[row]! : pairs.table.left[row]!;
    const isSpot = pairs.table.location[row]! <= LAST_SPOT_LEVEL;
    return {
      sourceKey,
      rule: isElsewhere ? 'COVERED' : isSpot ? 'SAME_SPOT' : 'SAME_UNIT',
      confidence: Math.round(probability[row]! * 10_000) / 10_000,
      decidedBy: 'MODEL',
      comparedWith: records[other]!.sourceKey,
      ...mark,
    };
  };
  const clusters: PlaceCluster[] = [];
  for (const [number, { members }] of places.all()) {
    const [only, ...others] = members;
    // A P-unit that covers places at other addresses, and shares its own with nobody, is no place of its own.
    if (others.length === 0 && elsewhere.has(only!)) continue;
    clusters.push({
      records: [
        ...members.map((member) => describe(member, members, false)),
        ...(covering.get(number) ?? []).map((unit) => describe(unit, members, true)),
      ].sort((a, b) => (a.sourceKey < b.sourceKey ? -1 : 1)),
    });
  }
  return clusters.sort((a, b) => compareKeys(a, b));
}

function compareKeys(a: PlaceCluster, b: PlaceCluster): number {
  const length = Math.max(a.records.length, b.records.length);
  for (let index = 0; index < length; index += 1) {
    const [left, right] = [a.records[index]?.sourceKey ?? '', b.records[index]?.sourceKey ?? ''];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** The most probable pair of the record with one of the others; of equal ones that with the most weight. */
function surestRow(
  { table, odds, rowsOf }: WeighedPairs,
  probability: Float64Array,
  record: number,
  others: readonly number[],
): number | undefined {
  let best: number | undefined;
  for (let at = rowsOf.starts[record]!; at < rowsOf.starts[record + 1]!; at += 1) {
    const row = rowsOf.rows[at]!;
    const other = table.left[row] === record ? table.right[row]! : table.left[row]!;
    if (table.kind[row] === WITHIN_STPS || !others.includes(other)) continue;
    const more = best === undefined ? 1 : probability[row]! - probability[best]! || odds[row]! - odds[best]!;
    if (more > 0) best = row;
  }
  return best;
}
