import { matchFacilities } from '../match-facilities.js';
import { afdeling, location, productionUnit } from '../source-record.factory.js';
import type { SourceRecord } from '../source-record.js';
import { FIELDS, LEVELS, PAIR_KINDS } from './levels.js';
import type { KindParameters, MatchModel } from './match-model.js';

const NAMES = ['Orion', 'Havblik', 'Valmuen', 'Solsikken', 'Skovbrynet', 'Egelund', 'Kilden', 'Bakkegården'];
const STREETS = ['Skovvej', 'Engvej', 'Torvet', 'Strandvejen', 'Møllegade'];

/** `count` places, each in all three registers; in every fifth the street has a slip. */
function country(count: number): SourceRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const street = STREETS[index % STREETS.length] ?? '';
    const at = (spelt: string): string => `${spelt} ${1 + (index % 90)}, ${8000 + (index % 37)}`;
    const name = `${NAMES[index % NAMES.length] ?? ''} ${NAMES[(index * 3 + 1) % NAMES.length] ?? ''}`;
    const pNumber = String(1_000_000_000 + index);
    const slip = index % 5 === 0 ? street.replace('e', 'ee') : street;
    return [
      afdeling(`T${index}`, { name, address: at(street), pNumber }),
      productionUnit(`A${index}`, { name: name.toUpperCase(), address: at(slip), pNumber }),
      location(`S${index}`, { name, address: at(street) }),
    ];
  }).flat();
}

const modelOf = (records: readonly SourceRecord[]): MatchModel => matchFacilities(records).model;
const kindOf = ({ kinds }: MatchModel, kind: (typeof PAIR_KINDS)[number]): KindParameters =>
  kinds[PAIR_KINDS.indexOf(kind)]!;

describe('the estimated parameters', () => {
  it('say of each level how often it occurs in pairs of one place and in others', () => {
    const { m, u, unit } = kindOf(modelOf(country(300)), 'SOCIALTILSYNET-ARBEJDSTILSYNET');

    expect(m.LOCATION[0]).toBeCloseTo(0.8, 1);
    expect(m.LOCATION[LEVELS.LOCATION.indexOf('NEAR')]).toBeCloseTo(0.2, 1);
    expect(m.P_NUMBER[0]).toBeGreaterThan(0.98);
    expect(u.P_NUMBER[0]).toBeLessThan(0.001);
    expect(unit).toBeCloseTo(1 / 300, 3);
  });

  it.each([0, 1, 2, 7, 60])('are shares that add up, from %i places too', (count) => {
    for (const { m, u } of modelOf(country(count)).kinds) {
      for (const field of FIELDS) {
        const known = LEVELS[field].map((level, index) =>
          level === 'UNKNOWN' && field !== 'NAME' && field !== 'LOCATION' ? 0 : index,
        );
        const sum = (shares: Float64Array): number =>
          LEVELS[field].reduce(
            (total, _, index) => total + (known[index] === 0 && index > 0 ? 0 : shares[index]!),
            0,
          );
        expect(sum(m[field])).toBeCloseTo(1, 9);
        expect(sum(u[field])).toBeCloseTo(1, 9);
        expect(Math.min(...m[field], ...u[field])).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('never take matches for coincidences and coincidences for matches, whatever the records', () => {
    const strangers = country(120).map((record, index) => ({
      ...record,
      pNumber: null,
      address: record.address && { ...record.address, street: `Vej ${index + 1}` },
    }));

    for (const records of [country(120), strangers]) {
      const { m, u } = kindOf(modelOf(records), 'SOCIALTILSYNET-STPS');
      expect(m.LOCATION[0]).toBeGreaterThan(u.LOCATION[0]!);
      expect(m.NAME[0]).toBeGreaterThan(u.NAME[0]!);
    }
  });

  it('are a function of the records, not of their order', () => {
    const records = country(50);

    expect(modelOf(records.toReversed())).toEqual(modelOf(records));
    expect(modelOf(records).version).not.toBe(modelOf(records.slice(3)).version);
  });
});

describe('the explanation of a pair', () => {
  it('adds up to its weight, which is its probability as odds', () => {
    const explained = [...matchFacilities(country(40)).candidates()];

    expect(explained.length).toBeGreaterThan(100);
    for (const { weights, totalWeight, probability } of explained) {
      expect(weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(totalWeight, 2);
      expect(1 / (1 + 2 ** -totalWeight)).toBeCloseTo(probability, 3);
    }
  });

  it('names every field with its level', () => {
    const [first] = matchFacilities(country(40)).candidates();

    expect(first?.weights.map(({ field, level }) => `${field} ${level}`)).toEqual([
      'PRIOR SOCIALTILSYNET-ARBEJDSTILSYNET',
      'LOCATION NEAR',
      'NAME SAME',
      'OPERATOR UNKNOWN',
      'P_NUMBER SAME',
      expect.stringMatching(/^CONTEXT /),
      'DEPENDENCE TEMPERED',
    ]);
  });
});
