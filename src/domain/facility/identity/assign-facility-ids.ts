import type { SourceKey } from '../../shared/authority.js';
import type { PlaceCluster } from '../cluster/describe-places.js';
import { facilityIdFor } from './facility-id.js';
import { overlapsOf, redirectsOf } from './facility-overlaps.js';

export interface IdentifiedFacility {
  readonly facilityId: string;
  /** The id did not exist before. */
  readonly isNew: boolean;
  readonly cluster: PlaceCluster;
}

export interface FacilityAssignment {
  /** In ascending order of facility id. */
  readonly facilities: readonly IdentifiedFacility[];
  /** Ids that are gone, each with the id of the facility that holds most of its records now. */
  readonly redirects: ReadonlyMap<string, string>;
  /** Ids that are gone together with all their records. */
  readonly ended: readonly string[];
}

/**
 * Gives each place an id that stays when places gain, lose or swap records: the existing id that most of its records
 * have (each id goes to one place, the largest overlap first), or else a new one derived from a source key of its own.
 * `existing` holds the facility ids that each record had. The order of the clusters never matters, and a second run on
 * its own result changes nothing.
 * `retired` are ids that no record has any more; a new id is never one of them.
 */
export function assignFacilityIds(
  clusters: readonly PlaceCluster[],
  existing: ReadonlyMap<SourceKey, readonly string[]>,
  retired: ReadonlySet<string> = new Set(),
): FacilityAssignment {
  const ordered = [...clusters].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
  const idOf = new Map<number, string>();
  const given = new Set<string>();
  const overlaps = overlapsOf(ordered, existing);
  for (const { place, facilityId } of overlaps) {
    if (idOf.has(place) || given.has(facilityId)) continue;
    idOf.set(place, facilityId);
    given.add(facilityId);
  }
  const taken = new Set([...retired, ...[...existing.values()].flat()]);
  const placesOf = countPlaces(ordered);
  const facilities = ordered.map((cluster, place): IdentifiedFacility => {
    const kept = idOf.get(place);
    const facilityId = kept ?? newId(cluster, placesOf, taken);
    idOf.set(place, facilityId);
    taken.add(facilityId);
    return { facilityId, isNew: kept === undefined, cluster };
  });
  return {
    facilities: facilities.sort((a, b) => (a.facilityId < b.facilityId ? -1 : 1)),
    ...redirectsOf(overlaps, idOf, given, existing),
  };
}

/** A P-unit that covers several places would give them all the same id, so a key that only this place has comes first. */
function newId(
  cluster: PlaceCluster,
  placesOf: ReadonlyMap<SourceKey, number>,
  taken: ReadonlySet<string>,
): string {
  const keys = cluster.records.map(({ sourceKey }) => sourceKey).sort();
  const seed = keys.find((key) => placesOf.get(key) === 1) ?? keys.join(' ');
  let facilityId = facilityIdFor(seed);
  // The key's id may still be held by a place that it has left.
  for (let attempt = 2; taken.has(facilityId); attempt += 1) facilityId = facilityIdFor(`${seed} ${attempt}`);
  return facilityId;
}

function countPlaces(clusters: readonly PlaceCluster[]): ReadonlyMap<SourceKey, number> {
  const counts = new Map<SourceKey, number>();
  for (const { sourceKey } of clusters.flatMap(({ records }) => records))
    counts.set(sourceKey, (counts.get(sourceKey) ?? 0) + 1);
  return counts;
}

function textOf(cluster: PlaceCluster): string {
  return cluster.records
    .map(({ sourceKey }) => sourceKey)
    .sort()
    .join(' ');
}
