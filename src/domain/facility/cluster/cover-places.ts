import type { ComparableRecord } from '../match/comparable-record.js';
import { shareWithoutPartner, type WeighedPairs } from '../weigh/weighed-pairs.js';
import type { GrowingPlace, GrowingPlaces } from './growing-places.js';
import type { PeopleSay } from './people-say.js';

/** A P-unit that covers a place without standing there. */
export interface Coverage {
  readonly place: number;
  /** Index of the P-unit's record. */
  readonly unit: number;
  readonly probability: number;
}

/**
 * Finds the further places of P-units: one may hold an operator's places at several addresses. A place that has a
 * P-unit of its own is covered by no other. Answers all that is possible, the most probable first.
 */
export function possibleCoverage(
  places: GrowingPlaces,
  records: readonly ComparableRecord[],
  pairs: WeighedPairs,
  people: PeopleSay,
  isAsked: (place: GrowingPlace) => boolean = () => true,
): Coverage[] {
  const { table, odds, rowsOf } = pairs;
  const counts = { SOCIALTILSYNET: 0, ARBEJDSTILSYNET: 0, STPS: 0 };
  for (const { authority } of records) counts[authority] += 1;
  const coverages: Coverage[] = [];
  for (const [number, place] of places.all()) {
    if (place.authorities.has('ARBEJDSTILSYNET') || !isAsked(place)) continue;
    const best = new Map<number, number>();
    for (const member of place.members) {
      for (let at = rowsOf.starts[member]!; at < rowsOf.starts[member + 1]!; at += 1) {
        const row = rowsOf.rows[at]!;
        const unit = table.left[row] === member ? table.right[row]! : table.left[row]!;
        if (records[unit]!.authority !== 'ARBEJDSTILSYNET' || people.areApart(unit, member)) continue;
        if (isAnother(records[unit]!.pNumbers, place.pNumbers)) continue;
        best.set(unit, Math.max(best.get(unit) ?? 0, odds[row]!));
      }
    }
    if (best.size === 0) continue;
    const known = place.authorities.has('SOCIALTILSYNET') ? 'SOCIALTILSYNET' : 'STPS';
    const none = shareWithoutPartner(pairs, counts[known], known, 'ARBEJDSTILSYNET');
    const atSpots = new Map<number, number>();
    for (const [unit, own] of best) {
      const spot = places.numberOf(unit);
      atSpots.set(spot, (atSpots.get(spot) ?? 0) + own);
    }
    const total = none + [...best.values()].reduce((sum, own) => sum + own, 0);
    for (const [unit, own] of best) {
      const rivals = total - atSpots.get(places.numberOf(unit))!;
      coverages.push({ place: number, unit, probability: own / (own + rivals) });
    }
  }
  return coverages.sort((a, b) => b.probability - a.probability || a.place - b.place || a.unit - b.unit);
}

/** A P-unit has one P-number: a place that states another is not its. */
function isAnother(pNumbers: readonly string[], stated: ReadonlySet<string>): boolean {
  return pNumbers.length > 0 && stated.size > 0 && !pNumbers.some((pNumber) => stated.has(pNumber));
}
