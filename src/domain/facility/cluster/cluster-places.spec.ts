import { matchFacilities } from '../match-facilities.js';
import { afdeling, location, productionUnit } from '../source-record.factory.js';
import type { SourceRecord } from '../source-record.js';
import type { PlaceCluster } from './describe-places.js';

const P_1 = '1004128795';
const P_2 = '1089152867';
const RUN_BY_AARHUS = { municipalityCode: '0751', cvrNumber: '13748136' };
const TOWN_HALL = { address: 'Rådhuspladsen 3, 8000', cvrNumber: '13748136' };

const keysOf = (clusters: readonly PlaceCluster[]): string[] =>
  clusters.map(({ records }) => records.map(({ sourceKey }) => sourceKey.replace(/^\w+:/, '')).join(' '));
const places = (...records: SourceRecord[]): string[] => keysOf(matchFacilities(records).clusters);

describe('settling records that have no address of their own', () => {
  it('settles neither of two that lay claim to the same place', () => {
    expect(
      places(
        afdeling('T1', { address: 'Skovvej 1, 8000', ...RUN_BY_AARHUS }),
        location('S1', TOWN_HALL),
        location('S2', TOWN_HALL),
      ),
    ).toEqual(['T1', 'S1', 'S2']);
  });

  it('does not settle where another record of the place has another P-number', () => {
    expect(
      places(
        productionUnit('A1', { address: 'Skovvej 1, 8000', pNumber: P_1, ...RUN_BY_AARHUS }),
        afdeling('T1', { address: 'Skovvej 1, 8000', ...RUN_BY_AARHUS }),
        location('S1', { ...TOWN_HALL, pNumber: P_2 }),
      ),
    ).toEqual(['A1 T1', 'S1']);
  });

  it('goes on while what has settled leaves one possibility for the next', () => {
    expect(
      places(
        afdeling('T1', {
          name: 'Villa Nord',
          parentName: 'Orion',
          address: 'Skovvej 1, 8000',
          ...RUN_BY_AARHUS,
        }),
        afdeling('T2', { name: 'Orion', address: 'Engvej 9, 8000', ...RUN_BY_AARHUS }),
        location('S1', { name: 'Orion', ...TOWN_HALL }),
        location('S2', { name: 'Villa Nord', ...TOWN_HALL }),
      ),
    ).toEqual(['T1 S2', 'T2 S1']);
  });

  it('begins with the surest evidence, which leaves less to choose for the rest', () => {
    expect(
      places(
        afdeling('T1', { address: 'Skovvej 1, 8000', pNumber: P_1, ...RUN_BY_AARHUS }),
        afdeling('T2', { address: 'Engvej 9, 8000', ...RUN_BY_AARHUS }),
        location('S1', { ...TOWN_HALL, pNumber: P_1 }),
        location('S2', TOWN_HALL),
      ),
    ).toEqual(['T1 S1', 'T2 S2']);
  });
});

describe('joining records at one spot', () => {
  it('does not take a mistyped town hall for the place of two locations', () => {
    expect(
      places(location('S1', TOWN_HALL), location('S2', { ...TOWN_HALL, address: 'Rådhusplasen 3, 8000' })),
    ).toEqual(['S1', 'S2']);
  });

  it('gives as reason the surest link that a record has in its place', () => {
    const {
      clusters: [cluster],
    } = matchFacilities([
      productionUnit('A1', { address: 'Skovvej 1, 8000' }),
      afdeling('T1', { address: 'Skovvej 1, 8000', pNumber: P_1 }),
      location('S1', { address: 'Skovvej 1, 8000', pNumber: P_1 }),
    ]);

    expect(cluster?.records.map(({ rule, comparedWith }) => [rule, comparedWith])).toEqual([
      ['SAME_SPOT', 'socialtilsynet:T1'],
      ['SAME_SPOT', 'stps:S1'],
      ['SAME_SPOT', 'socialtilsynet:T1'],
    ]);
  });
});

describe('covering further places', () => {
  it('leaves a place that has a P-unit of its own to that one', () => {
    expect(
      places(
        productionUnit('A1', { address: 'Skovvej 1, 8000', pNumber: P_1 }),
        productionUnit('A2', { address: 'Engvej 9, 8000', pNumber: P_2 }),
        afdeling('T1', { address: 'Engvej 9, 8000', pNumber: P_1 }),
      ),
    ).toEqual(['A1', 'A2 T1']);
  });

  it('makes no place of an address that a covering P-unit shares with nobody', () => {
    expect(
      places(
        productionUnit('A1', { address: 'Torvet 4, 8000', pNumber: P_1 }),
        afdeling('T1', { address: 'Skovvej 1, 8000', pNumber: P_1 }),
        afdeling('T2', { address: 'Engvej 9, 8370', pNumber: P_1 }),
      ),
    ).toEqual(['A1 T1', 'A1 T2']);
  });
});
