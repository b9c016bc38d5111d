import { Draws } from '../draws.js';
import { Noise } from '../noise.js';
import { plainAddress, writtenAddress } from './address-styles.js';

const ADDRESS = { street: 'Søndre Kærvej', houseNumber: 12, letter: 'A' };

function manyWays(noise: number): string[] {
  const draws = Draws.for(1, 'address');
  return Array.from({ length: 2_000 }, () => writtenAddress(ADDRESS, draws, new Noise(noise)));
}

describe(writtenAddress.name, () => {
  it('always writes the plain form without noise', () => {
    expect(new Set(manyWays(0))).toEqual(new Set(['Søndre Kærvej 12A']));
  });

  it('writes the same address in the ways clerks do', () => {
    expect(manyWays(1)).toEqual(
      expect.arrayContaining([
        'Søndre Kærvej 12A',
        'Søndre Kærvej 12 A',
        'Sdr. Kærvej 12A',
        'Soendre Kaervej 12A',
        'Søndre Kærvej 12A, st.',
      ]),
    );
  });

  it('keeps number and letter whatever the style', () => {
    expect(manyWays(3).filter((address) => !/ 12 ?A(, st\.)?$/.test(address))).toEqual([]);
  });

  it('strays more often from the plain form with more noise', () => {
    const plain = (noise: number): number =>
      manyWays(noise).filter((address) => address === plainAddress(ADDRESS)).length;

    expect(plain(1.5)).toBeLessThan(plain(1));
    expect(plain(1)).toBeLessThan(plain(0.5));
  });
});
