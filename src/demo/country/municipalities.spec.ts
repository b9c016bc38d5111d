import { isMunicipalityCode, isPostalCode } from '../../domain/shared/identifiers.js';
import { councilName, MUNICIPALITIES, municipalitiesOf, REGIONS } from './municipalities.js';

describe('the table of municipalities', () => {
  it('has the 98 municipalities, each once, with well-formed codes', () => {
    expect(MUNICIPALITIES).toHaveLength(98);
    expect(new Set(MUNICIPALITIES.map((one) => one.code)).size).toBe(98);
    expect(new Set(MUNICIPALITIES.map((one) => one.name)).size).toBe(98);
    expect(MUNICIPALITIES.filter((one) => !isMunicipalityCode(one.code) || !(one.weight > 0))).toEqual([]);
  });

  it('has as many municipalities in each region as the regions have', () => {
    expect(REGIONS.map((region) => [region.code, municipalitiesOf(region).length])).toEqual([
      ['1081', 11],
      ['1082', 19],
      ['1083', 22],
      ['1084', 29],
      ['1085', 17],
    ]);
  });

  it('has one to three postal codes each, and one name per postal code', () => {
    const names = new Map<string, Set<string>>();
    for (const { postalCode, town, municipality } of MUNICIPALITIES.flatMap((one) => one.towns)) {
      expect(isPostalCode(postalCode) && town.length > 1).toBe(true);
      expect(municipality.towns.length).toBeLessThanOrEqual(3);
      names.set(postalCode, (names.get(postalCode) ?? new Set()).add(town));
    }
    expect([...names.values()].filter((towns) => towns.size > 1)).toEqual([]);
  });

  it('has postal codes that span municipalities', () => {
    const towns = MUNICIPALITIES.flatMap((one) => one.towns).filter((town) => town.postalCode === '2730');

    expect(towns.map((town) => town.municipality.name)).toEqual(['Ballerup', 'Herlev']);
  });
});

describe(councilName.name, () => {
  it.each([
    ['0751', 'Aarhus Kommune'],
    ['0101', 'Københavns Kommune'],
    ['0400', 'Bornholms Regionskommune'],
  ])('of %p is %p', (code, name) => {
    const municipality = MUNICIPALITIES.find((one) => one.code === code);

    expect(municipality && councilName(municipality)).toBe(name);
  });
});
