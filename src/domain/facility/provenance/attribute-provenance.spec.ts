import fc from 'fast-check';
import { day } from '../../shared/day.js';
import { afdeling, location } from '../source-record.factory.js';
import { agreementOf } from './agreement.js';
import { provenanceOf, type RecordVersion } from './attribute-provenance.js';

const first = { ...afdeling('1'), name: 'Skovbrynet', capacityPlaces: 8 };
const later = { ...first, capacityPlaces: 10 };
const other = { ...location('1'), name: 'Skovbrynet, bosted' };

const VERSIONS: readonly RecordVersion[] = [
  { sourceKey: first.sourceKey, authority: 'SOCIALTILSYNET', knownOn: day('2026-01-31'), record: first },
  { sourceKey: first.sourceKey, authority: 'SOCIALTILSYNET', knownOn: day('2026-03-31'), record: later },
  { sourceKey: other.sourceKey, authority: 'STPS', knownOn: day('2026-02-28'), record: other },
  { sourceKey: other.sourceKey, authority: 'STPS', knownOn: day('2026-04-30'), record: null },
];

function places(asOf: string, versions = VERSIONS): ReturnType<typeof provenanceOf>[number] | undefined {
  return provenanceOf(versions, day(asOf)).find((each) => each.attribute === 'CAPACITY_PLACES');
}

describe(provenanceOf.name, () => {
  it('shows what was known on the day and nothing that was delivered later', () => {
    expect(places('2026-03-30')).toMatchObject({
      values: [{ value: '8', knownFrom: '2026-01-31', knownTo: null }],
      earlier: [],
    });
  });

  it('keeps the replaced value with the days between which it stood', () => {
    expect(places('2026-03-31')).toMatchObject({
      values: [{ value: '10', knownFrom: '2026-03-31' }],
      earlier: [{ value: '8', knownFrom: '2026-01-31', knownTo: '2026-03-31' }],
    });
  });

  it('shows both registers side by side and calls another way of writing no conflict', () => {
    const name = provenanceOf(VERSIONS, day('2026-03-01')).find((each) => each.attribute === 'NAME');

    expect(name).toMatchObject({
      agreement: 'SPELLING',
      values: [{ value: 'Skovbrynet' }, { value: 'Skovbrynet, bosted' }],
    });
  });

  it('ends the values of a record that its register delivers no more', () => {
    const name = provenanceOf(VERSIONS, day('2026-04-30')).find((each) => each.attribute === 'NAME');

    expect(name?.values.map((value) => value.authority)).toEqual(['SOCIALTILSYNET']);
    expect(name?.earlier).toMatchObject([{ authority: 'STPS', knownTo: '2026-04-30' }]);
  });

  it('does not depend on the order of the versions', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...VERSIONS], { minLength: VERSIONS.length }), (shuffled) => {
        expect(provenanceOf(shuffled, day('2026-12-31'))).toEqual(provenanceOf(VERSIONS, day('2026-12-31')));
      }),
    );
  });
});

describe(agreementOf.name, () => {
  it.each([
    ['STREET', ['Skovvej 12 A', 'Skovvej 12A, st.'], 'SPELLING'],
    ['STREET', ['Skovvej 12', 'Skovvej 14'], 'CONFLICT'],
    ['CVR_NUMBER', ['13748136', '24256790'], 'CONFLICT'],
    ['P_NUMBER', ['1000000001', '1000000001'], 'SAME'],
    ['NAME', ['Botilbuddet Skovbo', 'Botilbuddet Engen'], 'CONFLICT'],
    ['EMPLOYEES', ['12'], 'ALONE'],
    ['EMPLOYEES', [], 'NONE'],
  ] as const)('compares %s %j: %s', (attribute, values, expected) => {
    expect(agreementOf(attribute, values)).toBe(expected);
  });
});
