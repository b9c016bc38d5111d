import type { ComparableRecord } from '../match/comparable-record.js';
import type { GrowingPlaces } from './growing-places.js';
import { bySureness, type Link } from './link.js';

/** The P-units that cover a place without standing there, by place number and unit: the link that says so. */
export type Coverage = Map<number, Map<number, Link>>;

/**
 * Finds the further places of P-units: one may hold an operator's places at several addresses. A place that has a
 * P-unit of its own is covered by no other.
 */
export function coverPlaces(
  places: GrowingPlaces,
  records: readonly ComparableRecord[],
  links: readonly Link[],
): Coverage {
  const coverage: Coverage = new Map();
  for (const link of [...links].sort(bySureness)) {
    if (link.claim !== 'UNIT' || !sharePNumber(records[link.left], records[link.right])) continue;
    for (const [unit, other] of [
      [link.left, link.right],
      [link.right, link.left],
    ] as const) {
      const place = places.numberOf(other);
      if (records[unit]?.authority !== 'ARBEJDSTILSYNET' || places.numberOf(unit) === place) continue;
      if (places.at(place).authorities.has('ARBEJDSTILSYNET')) continue;
      const units = coverage.get(place) ?? new Map<number, Link>();
      if (!units.has(unit)) units.set(unit, link);
      coverage.set(place, units);
    }
  }
  return coverage;
}

function sharePNumber(left: ComparableRecord | undefined, right: ComparableRecord | undefined): boolean {
  return left?.pNumbers.some((pNumber) => right?.pNumbers.includes(pNumber)) ?? false;
}
