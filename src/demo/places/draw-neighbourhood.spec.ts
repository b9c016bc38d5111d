import fc from 'fast-check';
import { day } from '../../domain/shared/day.js';
import { checkedOptions } from '../demo-options.js';
import { DemoWorld } from '../demo-world.js';
import { Draws } from '../draws.js';
import { drawNeighbourhood } from './draw-neighbourhood.js';
import type { Neighbourhood } from './tilbud.js';

function neighbourhoods(count: number, noise: number, seed = 1, placesLeft = 10): Neighbourhood[] {
  const from = day('2022-01-01');
  const world = new DemoWorld(
    checkedOptions({ places: 500, seed, noise, from, deliveredOn: day('2024-01-01') }),
  );
  return Array.from({ length: count }, (_, index) =>
    drawNeighbourhood(world, Draws.for(seed, `places/${index}`), placesLeft),
  );
}

describe(drawNeighbourhood.name, () => {
  it('never takes more places than are left', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 4 }), (seed, placesLeft) => {
        const [one] = neighbourhoods(1, 1, seed, placesLeft);

        expect(one?.places.length).toBeGreaterThan(0);
        expect(one?.places.length).toBeLessThanOrEqual(placesLeft);
      }),
      { numRuns: 20 },
    );
  });

  it('gives every place an afdeling and a production unit', () => {
    for (const { places, tilbud, productionUnits } of neighbourhoods(400, 1)) {
      const withAfdeling = new Set(tilbud.flatMap((one) => one.afdelinger.map(({ place }) => place)));
      const withUnit = new Set(productionUnits.flatMap((unit) => unit.places));

      expect(withAfdeling).toEqual(new Set(places));
      expect(withUnit).toEqual(new Set(places));
    }
  });

  it('has tilbud at several places, P-units over several places, and places that several tilbud share', () => {
    const all = neighbourhoods(400, 1);

    expect(all.filter(({ places }) => places.length > 1).length).toBeGreaterThan(50);
    expect(
      all.filter(({ productionUnits }) => productionUnits.some((unit) => unit.places.length > 1)).length,
    ).toBeGreaterThan(10);
    expect(all.filter(({ tilbud }) => tilbud.length > 1).length).toBeGreaterThan(5);
    expect(
      all.flatMap(({ productionUnits }) => productionUnits).filter((unit) => unit.pNumber === null).length,
    ).toBeGreaterThan(5);
  });

  it('is tidy without noise: one tilbud, and one production unit with a P-number for each place', () => {
    for (const { places, tilbud, productionUnits } of neighbourhoods(400, 0)) {
      expect(tilbud).toHaveLength(1);
      expect(productionUnits.map((unit) => unit.places)).toEqual(places.map((place) => [place]));
      expect(productionUnits.every((unit) => unit.pNumber !== null)).toBe(true);
    }
  });

  it('lets nobody share the secret address of a crisis centre', () => {
    const secret = neighbourhoods(1_500, 3).filter(({ tilbud }) => tilbud.some((one) => one.isSecret));

    expect(secret.length).toBeGreaterThan(20);
    expect(secret.filter(({ tilbud }) => tilbud.length > 1)).toEqual([]);
  });

  it('puts most tilbud, but not all, under the office of their own region', () => {
    const same = neighbourhoods(1_000, 1).map(({ tilbud, places }) => {
      return tilbud[0]?.office === places[0]?.town.municipality.region.socialtilsyn;
    });
    const share = same.filter(Boolean).length / same.length;

    expect(share).toBeGreaterThan(0.8);
    expect(share).toBeLessThan(0.97);
  });

  it('never lets a municipality that holds a socialtilsyn supervise its own tilbud', () => {
    const own = neighbourhoods(3_000, 1)
      .flatMap(({ tilbud }) => tilbud)
      .filter(({ operator }) => operator.name === 'Silkeborg Kommune');

    expect(own.length).toBeGreaterThan(5);
    expect(own.filter(({ office }) => office === 'Socialtilsyn Midt')).toEqual([]);
  });
});
