import { clusterPlaces, type PlaceCluster } from './cluster/cluster-places.js';
import type { Link } from './cluster/link.js';
import { compareRecords } from './compare/compare-records.js';
import { blockingKeys, LARGEST_BLOCK } from './match/blocking-keys.js';
import { candidatePairs } from './match/candidate-pairs.js';
import type { ComparableRecord } from './match/comparable-record.js';
import { decide } from './match/match-rules.js';
import { prepareRecords } from './match/prepare-records.js';
import type { SorUnit } from './sor-unit.js';
import type { SourceRecord } from './source-record.js';

/**
 * Decides which records of the registers belong to the same physical place. The order of the input never matters.
 * Throws RangeError where a source key comes twice.
 */
export function matchFacilities(
  records: readonly SourceRecord[],
  sorUnits: readonly SorUnit[] = [],
): PlaceCluster[] {
  const prepared = prepareRecords(records, sorUnits);
  return clusterPlaces(prepared, linksBetween(prepared));
}

function linksBetween(records: readonly ComparableRecord[]): Link[] {
  const links: Link[] = [];
  for (const [left, right] of candidatePairs(records.map(blockingKeys), LARGEST_BLOCK)) {
    const [a, b] = [records[left], records[right]];
    if (!a || !b) continue;
    const rule = decide(compareRecords(a, b));
    if (!rule || (rule.claim === 'SPOT' && mayBeParents(a, b))) continue;
    links.push({ left, right, rule: rule.name, claim: rule.claim, confidence: rule.confidence });
  }
  return links;
}

/** Two units of one register whose address may be their parent's do not stand there because both have it. */
function mayBeParents(a: ComparableRecord, b: ComparableRecord): boolean {
  const isSameUnit = a.sorCode !== null && a.sorCode === b.sorCode;
  const areUnsure = a.addressTrust === 'UNSURE' && b.addressTrust === 'UNSURE' && a.address !== null;
  return a.authority === b.authority && areUnsure && !isSameUnit;
}
