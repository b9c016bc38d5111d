import type { IdentifiedFacility } from '../domain/facility/identity/assign-facility-ids.js';
import type { SourceKey } from '../domain/shared/authority.js';
import type { DecidedLink, KnownLink, LinkChanges } from './facilities.repository.js';

/** What has to be written where these links are known and those were decided. */
export function linkChanges(known: readonly KnownLink[], decided: readonly DecidedLink[]): LinkChanges {
  const current = new Map(
    known.filter(({ isCurrent }) => isCurrent).map((link) => [`${link.sourceKey} ${link.facilityId}`, link]),
  );
  const [changed, added]: DecidedLink[][] = [[], []];
  for (const link of decided) {
    const key = `${link.sourceKey} ${link.facilityId}`;
    const before = current.get(key);
    if (!before) added!.push(link);
    else if (!isSame(before, link)) changed!.push(link);
    current.delete(key);
  }
  return { ended: [...current.values()], changed: changed!, added: added! };
}

function isSame(one: DecidedLink, other: DecidedLink): boolean {
  return (
    one.rule === other.rule &&
    one.confidence === other.confidence &&
    one.comparedWith === other.comparedWith &&
    one.decidedBy === other.decidedBy
  );
}

/** The links that a place stands for. */
export function linksOf({ facilityId, cluster }: IdentifiedFacility): DecidedLink[] {
  return cluster.records.map(({ sourceKey, rule, confidence, decidedBy, comparedWith = null }) => ({
    sourceKey,
    facilityId,
    rule,
    confidence,
    comparedWith,
    decidedBy,
  }));
}

export function facilitiesByKey(known: readonly KnownLink[]): Map<SourceKey, string[]> {
  const facilities = new Map<SourceKey, string[]>();
  for (const { sourceKey, facilityId } of known) {
    const ids = facilities.get(sourceKey);
    if (ids) ids.push(facilityId);
    else facilities.set(sourceKey, [facilityId]);
  }
  return facilities;
}

/** Places whose profile may have changed: by a record, by a link, or by what a person says of their records. */
export function touchedFacilities(
  facilities: readonly IdentifiedFacility[],
  { ended, changed, added }: LinkChanges,
  changedKeys: ReadonlySet<SourceKey>,
): ReadonlySet<string> {
  const touched = new Set([...ended, ...changed, ...added].map(({ facilityId }) => facilityId));
  for (const { facilityId, cluster } of facilities) {
    if (cluster.records.some(({ sourceKey, rule }) => rule === 'PERSON' || changedKeys.has(sourceKey)))
      touched.add(facilityId);
  }
  return touched;
}
