import fc from 'fast-check';
import { isCvrNumber, isPNumber, isSorCode } from '../../domain/shared/identifiers.js';
import { InventedIdentifiers } from './invented-identifiers.js';

const seeds = fc.integer();
const indices = fc.nat(200_000);

describe(InventedIdentifiers.name, () => {
  it('passes every check digit, whatever the seed', () => {
    fc.assert(
      fc.property(seeds, indices, (seed, index) => {
        const identifiers = new InventedIdentifiers(seed);

        expect(isCvrNumber(identifiers.cvrNumber(index))).toBe(true);
        expect(isPNumber(identifiers.pNumber(index))).toBe(true);
        expect(isSorCode(identifiers.sorCode(index))).toBe(true);
      }),
    );
  });

  it('stays in ranges that have not been given out', () => {
    fc.assert(
      fc.property(seeds, indices, (seed, index) => {
        const identifiers = new InventedIdentifiers(seed);

        expect(identifiers.cvrNumber(index)).toMatch(/^4[789]/);
        expect(identifiers.pNumber(index)).toMatch(/^10[89]/);
        expect(identifiers.sorCode(index)).toMatch(/^\d{5,6}100001600\d$/);
      }),
    );
  });

  it('gives different numbers to different indices', () => {
    const identifiers = new InventedIdentifiers(7);
    const all = Array.from({ length: 40_000 }, (_, index) => index);

    expect(new Set(all.map((index) => identifiers.cvrNumber(index))).size).toBe(40_000);
    expect(new Set(all.map((index) => identifiers.pNumber(index))).size).toBe(40_000);
    expect(new Set(all.map((index) => identifiers.sorCode(index))).size).toBe(40_000);
  });

  it('says so when the CVR numbers are used up', () => {
    expect(() => new InventedIdentifiers(1).cvrNumber(300_000)).toThrow(
      'No CVR number is left for operator 300000',
    );
  });
});
