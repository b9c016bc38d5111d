import fc from 'fast-check';
import { hideAddress, ADDRESS_MASK } from './hide-address.js';

const SECRET = {
  addresses: [
    { street: 'Ahornsgårdvej 12A, 2. th', postalCode: '7182', town: 'Bredsten' },
    { street: 'Store Møllevej 3', postalCode: '7100', town: 'Vejle' },
  ],
  municipalityNames: ['Vejle'],
};

describe(hideAddress.name, () => {
  it.each([
    ['Krisecenter Ahornsgårdvej', `Krisecenter ${ADDRESS_MASK}`],
    ['AHORNSGAARDVEJ 12 A, krisecenter', `${ADDRESS_MASK}, krisecenter`],
    ['Ahornsgårdv. 12', ADDRESS_MASK],
    ['Huset på St. Møllevej og Store  Møllevej 3', `Huset på St. ${ADDRESS_MASK} og ${ADDRESS_MASK}`],
    ['Bredstenhus', `${ADDRESS_MASK}hus`],
    ['Store Moellevej', ADDRESS_MASK],
    ['Bredsten Krisecenter, 7182', `${ADDRESS_MASK} Krisecenter, ${ADDRESS_MASK}`],
  ])('turns "%s" into "%s"', (text, hidden) => {
    expect(hideAddress(text, SECRET)).toBe(hidden);
  });

  it.each(['Vejle Kommune', 'Ahornen', 'Ahorn', '71821', 'Krisecenter Vest'])(
    'leaves "%s" as it is',
    (text) => {
      expect(hideAddress(text, SECRET)).toBe(text);
    },
  );

  it('never lets the street through, whatever stands around it', () => {
    const around = fc.constantFrom('', ' ', ', ', ' - ', '(', ')', 'krisecenter ', ' hus 3', '/', '"', 'x');
    const street = fc.constantFrom(
      'Ahornsgårdvej 12A',
      'ahornsgaardvej',
      'AHORNSGÅRDVEJ',
      'Store Møllevej 3',
    );

    fc.assert(
      fc.property(around, street, around, (before, name, after) => {
        expect(hideAddress(before + name + after, SECRET).toLowerCase()).not.toMatch(/g(å|aa)rdvej|møllevej/);
      }),
    );
  });
});
