import fc from 'fast-check';
import { matchFacilities } from './match-facilities.js';
import { textHash } from '../shared/seeded-random.js';
import { COMPARISON_RULES, type MatchingMemory } from './match/matching-memory.js';
import { afdeling, location, productionUnit } from './source-record.factory.js';
import type { SourceRecord } from './source-record.js';

const registers = [afdeling, productionUnit, location];
const said = fc.record(
  {
    name: fc.constantFrom('Bostedet Orion', 'Orion, bosted', 'Valmuen', 'Fonden Havblik', 'Orin', 'Orion Engen'),
    address: fc.constantFrom('Skovvej 1, 8000', 'Skvvej 1, 8000', 'Engvej 9, 8000', 'Torvet 1, 9000'),
    hasSecretAddress: fc.boolean(),
    pNumber: fc.constantFrom('1004128795', '1089152867', null),
    cvrNumber: fc.constantFrom('13748136', '24256790', null),
    operatorName: fc.constantFrom('Fonden Havblik', null),
    municipalityCode: fc.constantFrom('0751', '0851', null),
  },
  { requiredKeys: ['name'] },
); // prettier-ignore
/** Around the sizes at which blocks are divided: 30 of a name or an operator, 100 of a number. */
const country = fc
  .array(fc.tuple(fc.nat(2), said), { minLength: 24, maxLength: 46 })
  .map((drawn) => drawn.map(([register, each], index) => registers[register]!(`K${index}/1`, each)));
const changed = country.chain((records) =>
  fc.tuple(
    fc.constant(records),
    fc.array(fc.tuple(fc.nat(records.length + 8), fc.nat(2), fc.option(said)), { maxLength: 8 }),
  ),
);

/** Each change ends a record, or brings another in its place or beside it. */
function apply(
  records: readonly SourceRecord[],
  changes: readonly (readonly [at: number, register: number, said: Parameters<typeof afdeling>[1] | null])[],
): SourceRecord[] {
  const now = new Map(records.map((record, index) => [index, record]));
  for (const [at, register, each] of changes) {
    if (each) now.set(at, registers[register]!(`K${at}/1`, each));
    else now.delete(at);
  }
  return [...now.values()];
}

function outcome(records: readonly SourceRecord[], before?: MatchingMemory): unknown {
  const { clusters, candidates, model, memory, oversizedBlocks } = matchFacilities(records, [], [], before);
  return { clusters, candidates: [...candidates()], model, memory, oversizedBlocks };
}

describe('matching after some records changed', () => {
  it('comes to the same as matching all of them for the first time', () => {
    fc.assert(
      fc.property(changed, ([records, changes]) => {
        const later = apply(records, changes);

        expect(outcome(later, matchFacilities(records).memory)).toEqual(outcome(later));
      }),
    );
  });

  it('tells of the pairs that are told otherwise, and of those alone', () => {
    fc.assert(
      fc.property(changed, ([records, changes]) => {
        const [first, now] = [matchFacilities(records), matchFacilities(apply(records, changes))];
        const { gone, news } = now.candidateChanges(first.memory, () => false);
        const told = new Map(
          [...first.candidates()].map((each) => [`${each.leftKey} ${each.rightKey}`, each]),
        );
        for (const [left, right] of gone) expect(told.delete(`${left} ${right}`)).toBe(true);
        for (const each of news) {
          expect(told.get(`${each.leftKey} ${each.rightKey}`)).not.toEqual(each);
          told.set(`${each.leftKey} ${each.rightKey}`, each);
        }

        expect([...told.values()].toSorted(byKeys)).toEqual([...now.candidates()].toSorted(byKeys));
      }),
    );
  });

  it('compares a group anew that grew too large, or no longer is', () => {
    const ofOperator = (index: number): SourceRecord =>
      registers[index % 2]!(`K${index}`, {
        name: `${'abcdefghijklmnopqrstuvwxyzæøå'.charAt(index % 29).repeat(4 + (index % 3))} ${index}`,
        municipalityCode: '0751',
        cvrNumber: '13748136',
      });
    const [largest, tooMany] = [30, 31].map((length) =>
      Array.from({ length }, (_, index) => ofOperator(index)),
    );
    const [before, after] = [matchFacilities(largest!), matchFacilities(tooMany!)];

    expect(before.memory.pairs.left).toHaveLength(225);
    expect(after.memory.pairs.left.length).toBeLessThan(30);
    expect(outcome(tooMany!, before.memory)).toEqual(outcome(tooMany!));
    expect(outcome(largest!, after.memory)).toEqual(outcome(largest!));
  });

  it('remembers what other rules would compare otherwise under another number of rules', () => {
    const memories = fc.sample(country, { seed: 4, numRuns: 20 }).map((records) => {
      const { forms, keyHashes, divided, pairs } = matchFacilities(records).memory;
      const { left, right, kind, location, name, operator, pNumber } = pairs;
      const columns = [forms, keyHashes, divided, left, right, kind, location, name, operator, pNumber];
      return columns.map((column) => [...(column as Iterable<number>)].join());
    });

    // Where this differs, count COMPARISON_RULES up, or old memories will be mixed with new comparisons.
    expect([COMPARISON_RULES, textHash(JSON.stringify(memories))]).toEqual([3, 321702075]);
  });

  it('compares only the pairs of the records that changed', () => {
    const records = Array.from({ length: 40 }, (_, index) => [
      afdeling(`T${index}`, { name: `Sted${index}`, address: `Vej ${index}, ${8000 + index}` }),
      productionUnit(`A${index}`, { name: `Sted${index}`, address: `Vej ${index}, ${8000 + index}` }),
    ]).flat();
    const first = matchFacilities(records);
    const later = records.with(6, afdeling('T3', { name: 'Orion', address: 'Vej 3, 8003' }));

    expect(first.comparedPairs).toBe(40);
    expect(matchFacilities(records, [], [], first.memory).comparedPairs).toBe(0);
    expect(matchFacilities(later, [], [], first.memory).comparedPairs).toBe(1);
  });
});

function byKeys(a: { leftKey: string; rightKey: string }, b: { leftKey: string; rightKey: string }): number {
  return `${a.leftKey} ${a.rightKey}` < `${b.leftKey} ${b.rightKey}` ? -1 : 1;
}
