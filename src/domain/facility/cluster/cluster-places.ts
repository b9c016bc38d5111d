import type { SourceKey } from '../../shared/authority.js';
import type { ComparableRecord } from '../match/comparable-record.js';
import { coverPlaces } from './cover-places.js';
import { GrowingPlaces } from './growing-places.js';
import { joinSpots } from './join-spots.js';
import { bySureness, type Link } from './link.js';
import { settleUnplaced } from './settle-unplaced.js';

/** Why a record belongs to a place: its surest link to another record there. */
export interface PlaceMember {
  readonly sourceKey: SourceKey;
  /** The rule of the link, or ONLY_RECORD where the place has no other. */
  readonly rule: string;
  /** 0-1. */
  readonly confidence: number;
  readonly comparedWith?: SourceKey;
  /** The record stands at another address and covers this place as well. */
  readonly isElsewhere?: true;
}

export interface PlaceCluster {
  /** In ascending order of source key, at least one. */
  readonly records: readonly PlaceMember[];
}

/**
 * Groups records into physical places. Every record is in at least one; a P-unit may be in several. `records` in
 * ascending order of source key, links as indices into them; the places come in order of their first source key.
 */
export function clusterPlaces(records: readonly ComparableRecord[], links: readonly Link[]): PlaceCluster[] {
  const places = new GrowingPlaces(records);
  joinSpots(places, records, links);
  settleUnplaced(places, links);
  const coverage = coverPlaces(places, records, links);

  const elsewhere = new Set([...coverage.values()].flatMap((units) => [...units.keys()]));
  const evidence = linksByRecord(links);
  const clusters: PlaceCluster[] = [];
  for (const [number, { members }] of places.all()) {
    const [only] = members;
    // A P-unit that covers places at other addresses, and shares its own with nobody, is no place of its own.
    if (members.length === 1 && only !== undefined && elsewhere.has(only)) continue;
    const covering = [...(coverage.get(number) ?? [])];
    clusters.push({
      records: [
        ...members.map((member) =>
          memberOf(records, member, surestLink(evidence.get(member), member, members)),
        ),
        ...covering.map(([unit, link]): PlaceMember => ({
          ...memberOf(records, unit, link),
          isElsewhere: true,
        })),
      ].sort(bySourceKey),
    });
  }
  return clusters.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

function nameOf(cluster: PlaceCluster): string {
  return cluster.records.map(({ sourceKey }) => sourceKey).join(' ');
}

function linksByRecord(links: readonly Link[]): ReadonlyMap<number, Link[]> {
  const byRecord = new Map<number, Link[]>();
  for (const link of [...links].sort(bySureness)) {
    for (const record of [link.left, link.right]) {
      const found = byRecord.get(record);
      if (found) found.push(link);
      else byRecord.set(record, [link]);
    }
  }
  return byRecord;
}

function surestLink(
  links: readonly Link[] = [],
  member: number,
  members: readonly number[],
): Link | undefined {
  return links.find((link) => members.includes(otherEnd(link, member)));
}

function otherEnd(link: Link, end: number): number {
  return link.left === end ? link.right : link.left;
}

function memberOf(records: readonly ComparableRecord[], member: number, link: Link | undefined): PlaceMember {
  const sourceKey = keyOf(records, member);
  if (!link) return { sourceKey, rule: 'ONLY_RECORD', confidence: 1 };
  const comparedWith = keyOf(records, otherEnd(link, member));
  return { sourceKey, rule: link.rule, confidence: link.confidence, comparedWith };
}

function bySourceKey(a: PlaceMember, b: PlaceMember): number {
  return a.sourceKey < b.sourceKey ? -1 : 1;
}

function keyOf(records: readonly ComparableRecord[], index: number): SourceKey {
  const record = records[index];
  if (!record) throw new RangeError(`No record has index ${index}.`);
  return record.sourceKey;
}
