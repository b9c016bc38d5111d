import fc from 'fast-check';
import { assignFacilityIds } from './identity/assign-facility-ids.js';
import { matchFacilities } from './match-facilities.js';
import { afdeling, location, productionUnit } from './source-record.factory.js';
import type { SourceRecord } from './source-record.js';

/** Few names, streets and numbers, so that records agree and contradict each other in every combination. */
const said = fc.record(
  {
    name: fc.constantFrom(
      'Bostedet Orion',
      'Orion, bosted',
      'Center Valmuen',
      'Fonden Havblik',
      'Bostedet Orin',
    ),
    address: fc.constantFrom('Skovvej 1, 8000', 'Skvvej 1, 8000', 'Engvej 9, 8000', 'Torvet 1, 9000', 'Torvet 1 A, 9000'), // prettier-ignore
    hasSecretAddress: fc.boolean(),
    pNumber: fc.constantFrom('1004128795', '1089152867', null),
    cvrNumber: fc.constantFrom('13748136', '24256790', null),
    operatorName: fc.constantFrom('Fonden Havblik', null),
    municipalityCode: fc.constantFrom('0751', '0851', null),
  },
  { requiredKeys: ['name'] },
);
const registers = [afdeling, productionUnit, location];
const records = fc
  .array(fc.tuple(fc.nat(2), said), { minLength: 1, maxLength: 12 })
  .map((drawn) =>
    drawn.map(([register, each], index) => (registers[register] ?? afdeling)(`K${index}/1`, each)),
  );
const inAnyOrder = records.chain((each) =>
  fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length })),
);

function existingOf(drawn: readonly SourceRecord[]): ReturnType<typeof assignFacilityIds> {
  return assignFacilityIds(matchFacilities(drawn).clusters, new Map());
}

describe('matching, whatever the records', () => {
  it('gives the same places in whatever order the records come', () => {
    fc.assert(
      fc.property(inAnyOrder, ([drawn, shuffled]) => {
        expect(matchFacilities(shuffled).clusters).toEqual(matchFacilities(drawn).clusters);
      }),
    );
  });

  it('has a place for every record, and more than one only for P-units', () => {
    fc.assert(
      fc.property(records, (drawn) => {
        const keys = matchFacilities(drawn).clusters.flatMap((cluster) =>
          cluster.records.map(({ sourceKey }) => sourceKey),
        );

        expect(new Set(keys)).toEqual(new Set(drawn.map(({ sourceKey }) => sourceKey)));
        for (const key of keys) {
          if (!key.startsWith('arbejdstilsynet:'))
            expect(keys.filter((each) => each === key)).toHaveLength(1);
        }
      }),
    );
  });

  it('never joins records that have nothing but a CVR number in common', () => {
    const operatorOnly = fc.array(fc.nat(2), { minLength: 2, maxLength: 9 }).map((drawn) =>
      drawn.map((register, index) =>
        (registers[register] ?? afdeling)(`K${index}/1`, {
          name: 'ABCDEFGHI'.charAt(index).repeat(6),
          address: `Vej${'abcdefghi'.charAt(index).repeat(6)} ${index + 1}, 8000`,
          cvrNumber: '13748136',
          municipalityCode: '0751',
        }),
      ),
    );

    fc.assert(
      fc.property(operatorOnly, (drawn) => {
        expect(matchFacilities(drawn).clusters).toHaveLength(drawn.length);
      }),
    );
  });

  it('names the places the same when they are named again', () => {
    fc.assert(
      fc.property(records, (drawn) => {
        const first = existingOf(drawn);
        const existing = new Map<SourceRecord['sourceKey'], string[]>();
        for (const { facilityId, cluster } of first.facilities) {
          for (const { sourceKey } of cluster.records)
            existing.set(sourceKey, [...(existing.get(sourceKey) ?? []), facilityId]);
        }
        const second = assignFacilityIds(matchFacilities(drawn).clusters, existing);

        expect(second.facilities).toEqual(first.facilities.map((each) => ({ ...each, isNew: false })));
        expect([...second.redirects, ...second.ended]).toEqual([]);
      }),
    );
  });
});
