import type { SourceKey } from '../../shared/authority.js';
import type { PlaceCluster } from '../cluster/describe-places.js';

/** How many records a place (by index) has in common with what a facility id stood for. */
export interface Overlap {
  readonly place: number;
  readonly facilityId: string;
  readonly records: number;
}

/** All overlaps, the largest first; of equal ones that of the smaller former facility, which it fills more of. */
export function overlapsOf(
  clusters: readonly PlaceCluster[],
  existing: ReadonlyMap<SourceKey, readonly string[]>,
): Overlap[] {
  const sizes = new Map<string, number>();
  for (const facilityId of [...existing.values()].flat())
    sizes.set(facilityId, (sizes.get(facilityId) ?? 0) + 1);
  const overlaps: Overlap[] = [];
  clusters.forEach(({ records }, place) => {
    const counts = new Map<string, number>();
    for (const { sourceKey } of records) {
      for (const facilityId of existing.get(sourceKey) ?? []) {
        counts.set(facilityId, (counts.get(facilityId) ?? 0) + 1);
      }
    }
    for (const [facilityId, count] of counts) overlaps.push({ place, facilityId, records: count });
  });
  const sizeOf = (overlap: Overlap): number => sizes.get(overlap.facilityId) ?? 0;
  return overlaps.sort(
    (a, b) =>
      b.records - a.records ||
      sizeOf(a) - sizeOf(b) ||
      a.place - b.place ||
      (a.facilityId < b.facilityId ? -1 : 1),
  );
}

/** Where the ids that no place kept lead now: to the place with the largest overlap, or nowhere (ended). */
export function redirectsOf(
  overlaps: readonly Overlap[],
  idOf: ReadonlyMap<number, string>,
  kept: ReadonlySet<string>,
  existing: ReadonlyMap<SourceKey, readonly string[]>,
): { redirects: ReadonlyMap<string, string>; ended: readonly string[] } {
  const redirects = new Map<string, string>();
  for (const { place, facilityId } of overlaps) {
    const target = idOf.get(place);
    if (target && !kept.has(facilityId) && !redirects.has(facilityId)) redirects.set(facilityId, target);
  }
  const gone = [...new Set([...existing.values()].flat())].filter(
    (id) => !kept.has(id) && !redirects.has(id),
  );
  return { redirects, ended: gone.sort() };
}
