import fc from 'fast-check';
import { Draws } from '../draws.js';
import { misspelled, withoutDanishLetters } from './misspelling.js';

describe(misspelled.name, () => {
  it('makes one slip: the length changes by one letter at most', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom('Bostedet Spiren', 'Søndre Kærvej', 'Ærenprisgården'),
        (seed, text) => {
          const written = misspelled(text, Draws.for(seed, 'slip'));

          expect(Math.abs(written.length - text.length)).toBeLessThanOrEqual(1);
          expect(written[0]).toBe(text[0]);
        },
      ),
    );
  });

  it('swaps, drops and doubles letters', () => {
    const draws = Draws.for(1, 'slip');
    const written = new Set(Array.from({ length: 300 }, () => misspelled('Havnen', draws)));

    expect([...written]).toEqual(expect.arrayContaining(['Hvanen', 'Hvnen', 'Haavnen']));
  });

  it('leaves text alone that has no letter between letters', () => {
    expect(misspelled('B 12', Draws.for(1, 'slip'))).toBe('B 12');
  });
});

describe(withoutDanishLetters.name, () => {
  it('writes every Danish letter with two', () => {
    expect(withoutDanishLetters('Ærø Ågade Allé Østerå')).toBe('Aeroe Aagade Alle Oesteraa');
  });
});
