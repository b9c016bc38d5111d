import type { GrowingPlaces } from './growing-places.js';

const NOTHING: readonly number[] = [];

/** The P-units that hold places without standing there: one may hold an operator's places at several addresses. */
export class CoveredPlaces {
  /** By P-unit: a record of each place it covers; the place itself may still grow. */
  private readonly recordsOf = new Map<number, number[]>();

  constructor(private readonly places: GrowingPlaces) {}

  cover(record: number, unit: number): void {
    const records = this.recordsOf.get(unit);
    if (!records) this.recordsOf.set(unit, [record]);
    else if (!records.includes(record)) records.push(record);
  }

  /** Numbers of the places that the unit covers now, without the one that it stands at. */
  placesOf(unit: number): readonly number[] {
    const records = this.recordsOf.get(unit);
    if (!records) return NOTHING;
    const own = this.places.numberOf(unit);
    return [...new Set(records.map((record) => this.places.numberOf(record)))].filter(
      (place) => place !== own,
    );
  }

  isCovered(place: number, unit: number): boolean {
    return this.placesOf(unit).includes(place);
  }

  /** The covering units by number of the place. */
  byPlace(): Map<number, number[]> {
    const units = new Map<number, number[]>();
    for (const unit of this.recordsOf.keys()) {
      for (const place of this.placesOf(unit)) units.set(place, [...(units.get(place) ?? []), unit]);
    }
    return units;
  }

  /** A P-unit that covers places elsewhere, and shares its own address with nobody, is no place of its own. */
  isOnlyCovering(place: number): boolean {
    const [only, ...others] = this.places.at(place).members;
    return others.length === 0 && only !== undefined && this.placesOf(only).length > 0;
  }
}
