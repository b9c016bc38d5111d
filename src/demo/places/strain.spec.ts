import { AUTHORITIES } from '../../domain/shared/authority.js';
import { Draws } from '../draws.js';
import { DAYS_PER_QUARTER, PlaceStrain, strainPath } from './strain.js';

const draws = Draws.for(1, 'strain');
const places = Array.from({ length: 4_000 }, () => new PlaceStrain(draws, strainPath(draws, 32)));
const onYear = (year: number): number => Math.floor(year * 4 * DAYS_PER_QUARTER);

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (pick: (pair: readonly [number, number]) => number): number =>
    pairs.reduce((sum, pair) => sum + pick(pair), 0) / pairs.length;
  const [mx, my] = [mean(([x]) => x), mean(([, y]) => y)];
  const [vx, vy] = [mean(([x]) => (x - mx) ** 2), mean(([, y]) => (y - my) ** 2)];
  return mean(([x, y]) => (x - mx) * (y - my)) / Math.sqrt(vx * vy);
}

describe(PlaceStrain.name, () => {
  it.each(AUTHORITIES)('has mean 0 and variance 1 over the places for %s', (authority) => {
    const values = places.map((place) => place.at(authority, 100));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + value ** 2, 0) / values.length;

    expect(Math.abs(mean)).toBeLessThan(0.06);
    expect(Math.abs(variance - 1)).toBeLessThan(0.08);
  });

  it('is remembered from year to year, less over the years, and never quite forgotten', () => {
    const against = (year: number): number =>
      correlation(places.map((place) => [place.at('STPS', 0), place.at('STPS', onYear(year))]));

    expect(against(1)).toBeGreaterThan(0.8);
    expect(against(4)).toBeGreaterThan(0.5);
    expect(against(4)).toBeLessThan(against(1));
    expect(against(7)).toBeGreaterThan(0.3);
  });

  it('is partly the same for two authorities', () => {
    const shared = correlation(
      places.map((place) => [place.at('SOCIALTILSYNET', 0), place.at('ARBEJDSTILSYNET', 0)]),
    );

    expect(shared).toBeGreaterThan(0.38);
    expect(shared).toBeLessThan(0.55);
  });

  it('is alike for two places under one management', () => {
    const pairs = Array.from({ length: 3_000 }, () => {
      const management = strainPath(draws, 1);
      const [one, other] = [new PlaceStrain(draws, management), new PlaceStrain(draws, management)];
      return [one.at('STPS', 0), other.at('STPS', 0)] as const;
    });

    expect(correlation(pairs)).toBeGreaterThan(0.15);
  });

  it('keeps the last quarter for days after the end', () => {
    const [place] = places;

    expect(place?.at('STPS', 100_000)).toBe(place?.at('STPS', Math.floor(31.5 * DAYS_PER_QUARTER)));
  });
});
