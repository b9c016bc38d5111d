import type { SorUnit } from '../sor-unit.js';
import { afdeling, location, productionUnit } from '../source-record.factory.js';
import { learnLocalities, municipalityOf } from './learn-localities.js';

const NO_UNITS: ReadonlyMap<string, SorUnit> = new Map();

describe(learnLocalities.name, () => {
  it('knows every municipality that a postal code was seen in', () => {
    const { municipalitiesOf } = learnLocalities(
      [
        afdeling('T1/1', { address: 'Skovvej 1, 3600', municipalityCode: '0260' }),
        afdeling('T2/1', { address: 'Skovvej 2, 3600', municipalityCode: '0250' }),
      ],
      NO_UNITS,
    );

    expect(municipalitiesOf.get('3600')).toEqual(['0250', '0260']);
  });

  it('reads the code of a municipality from SOR before guessing from postal codes', () => {
    const unit = { sorCode: '311000016009', municipalityCode: '0260', postalCode: null, street: null };
    const { codeOf } = learnLocalities(
      [
        afdeling('T1/1', { address: 'Skovvej 1, 3600', municipalityCode: '0250' }),
        location('S1', { municipalityName: 'Halsnæs', address: 'Skovvej 1, 3600' }),
        location('S2', { municipalityName: 'Halsnæs', sorCode: '311000016009' }),
      ],
      new Map([['311000016009', { ...unit, name: 'Skovbrynet', cvrNumber: null, pNumber: null }]]),
    );

    expect(codeOf.get('halsnaes')).toBe('0260');
  });

  it('guesses from a postal code that lies in one municipality only', () => {
    const records = [
      afdeling('T1/1', { address: 'Skovvej 1, 3600', municipalityCode: '0250' }),
      location('S1', { municipalityName: 'Frederikssund', address: 'Engvej 9, 3600' }),
    ];

    expect(learnLocalities(records, NO_UNITS).codeOf.get('frederikssund')).toBe('0250');
  });
});

describe(municipalityOf.name, () => {
  const localities = learnLocalities(
    [
      afdeling('T1/1', { address: 'Skovvej 1, 3600', municipalityCode: '0250' }),
      afdeling('T2/1', { address: 'Skovvej 2, 3390', municipalityCode: '0250' }),
      afdeling('T3/1', { address: 'Skovvej 3, 3390', municipalityCode: '0260' }),
    ],
    NO_UNITS,
  );

  it('tells the municipality of a postal code that lies in one', () => {
    expect(municipalityOf(productionUnit('A1', { address: 'Engvej 4, 3600' }), localities)).toBe('0250');
  });

  it('does not choose where a postal code spans two', () => {
    expect(municipalityOf(productionUnit('A1', { address: 'Engvej 4, 3390' }), localities)).toBeNull();
  });
});
