import fc from 'fast-check';
import type { SourceKey } from '../../shared/authority.js';
import type { PlaceCluster } from '../cluster/describe-places.js';
import { assignFacilityIds } from './assign-facility-ids.js';
import { facilityIdFor } from './facility-id.js';

const key = (name: string): SourceKey => `stps:${name}` as SourceKey;
const place = (...names: string[]): PlaceCluster => ({
  records: names.map((name) => ({
    sourceKey: key(name),
    rule: 'ONLY_RECORD',
    confidence: 1,
    decidedBy: 'RULE',
  })),
});
const had = (entries: Record<string, string[]>): Map<SourceKey, string[]> =>
  new Map(Object.entries(entries).map(([name, ids]) => [key(name), ids]));
const idsOf = ({ facilities }: ReturnType<typeof assignFacilityIds>): Record<string, string> =>
  Object.fromEntries(
    facilities.map(({ facilityId, cluster }) => [
      cluster.records.map(({ sourceKey }) => sourceKey.slice('stps:'.length)).join(' '),
      facilityId,
    ]),
  );

describe(assignFacilityIds.name, () => {
  it('derives a new id from the first source key of the place', () => {
    const assigned = assignFacilityIds([place('B', 'A')], new Map());

    expect(assigned.facilities).toEqual([
      { facilityId: facilityIdFor('stps:A'), isNew: true, cluster: place('B', 'A') },
    ]);
  });

  it('derives it from a key that no other place has', () => {
    const assigned = assignFacilityIds([place('A', 'B'), place('A', 'C')], new Map());

    expect(idsOf(assigned)).toEqual({ 'A B': facilityIdFor('stps:B'), 'A C': facilityIdFor('stps:C') });
  });

  it('keeps the id when the place gains a record, also one that sorts first', () => {
    const assigned = assignFacilityIds([place('A', 'B')], had({ B: ['old'] }));

    expect(idsOf(assigned)).toEqual({ 'A B': 'old' });
    expect(assigned.facilities[0]?.isNew).toBe(false);
  });

  it('keeps the id that most of its records had when places join, and redirects the other', () => {
    const assigned = assignFacilityIds([place('A', 'B', 'C')], had({ A: ['one'], B: ['two'], C: ['two'] }));

    expect(idsOf(assigned)).toEqual({ 'A B C': 'two' });
    expect(assigned.redirects).toEqual(new Map([['one', 'two']]));
    expect(assigned.ended).toEqual([]);
  });

  it('keeps the id with the larger part when a place splits', () => {
    const assigned = assignFacilityIds(
      [place('A'), place('B', 'C')],
      had({ A: ['old'], B: ['old'], C: ['old'] }),
    );

    expect(idsOf(assigned)).toEqual({ A: facilityIdFor('stps:A'), 'B C': 'old' });
    expect(assigned.redirects.size).toBe(0);
  });

  it('prefers of two ids with equal overlap the one that stood for less', () => {
    const assigned = assignFacilityIds([place('A')], had({ A: ['large', 'small'], B: ['large'] }));

    expect(idsOf(assigned)).toEqual({ A: 'small' });
    expect(assigned.redirects).toEqual(new Map([['large', 'small']]));
  });

  it('breaks a tie by the order of the keys, not of the input', () => {
    const existing = had({ A: ['old'], B: ['old'] });

    expect(idsOf(assignFacilityIds([place('A'), place('B')], existing)).A).toBe('old');
    expect(idsOf(assignFacilityIds([place('B'), place('A')], existing)).A).toBe('old');
  });

  it('never gives a new place an id that is or was in use', () => {
    const taken = facilityIdFor('stps:A');
    const left = assignFacilityIds([place('A'), place('B', 'C')], had({ B: [taken], C: [taken] }));
    const retired = assignFacilityIds([place('A')], new Map(), new Set([taken]));

    expect(idsOf(left)).toEqual({ A: facilityIdFor('stps:A 2'), 'B C': taken });
    expect(idsOf(retired)).toEqual({ A: facilityIdFor('stps:A 2') });
  });

  it('redirects an id to where most of its records went', () => {
    const existing = had({ A: ['one'], B: ['one'], C: ['two'], D: ['two'], E: ['two'], F: ['gone', 'one'] });
    const assigned = assignFacilityIds([place('A', 'C', 'D', 'E'), place('B', 'F')], existing);

    expect(idsOf(assigned)).toEqual({ 'A C D E': 'two', 'B F': 'one' });
    expect(assigned.redirects).toEqual(new Map([['gone', 'one']]));
  });

  it('ends an id whose records are all gone', () => {
    expect(assignFacilityIds([place('A')], had({ A: ['old'], B: ['lost'] })).ended).toEqual(['lost']);
  });

  it('gives every place one id, in whatever order the places come', () => {
    const names = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 10 }); // prettier-ignore
    const cases = names.chain((each) =>
      fc.record({
        order: fc.shuffledSubarray(each, { minLength: each.length }),
        size: fc.integer({ min: 1, max: 3 }),
        names: fc.constant(each),
        old: fc.array(fc.constantFrom('one', 'two', 'three'), {
          minLength: each.length,
          maxLength: each.length,
        }),
      }),
    );

    fc.assert(
      fc.property(cases, ({ names: all, order, size, old }) => {
        const existing = had(Object.fromEntries(all.map((name, index) => [name, [old[index] ?? 'one']])));
        const clusters = Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
          place(...all.slice(index * size, (index + 1) * size)),
        );
        const shuffled = [...clusters].sort((a, b) => order.indexOf(nameOf(a)) - order.indexOf(nameOf(b)));
        const assigned = assignFacilityIds(clusters, existing);

        expect(assignFacilityIds(shuffled, existing)).toEqual(assigned);
        expect(new Set(assigned.facilities.map(({ facilityId }) => facilityId)).size).toBe(clusters.length);
        const ids = new Set(assigned.facilities.map(({ facilityId }) => facilityId));
        for (const [from, to] of assigned.redirects) {
          expect(ids.has(from)).toBe(false);
          expect(ids.has(to)).toBe(true);
        }
      }),
    );
  });
});

function nameOf(cluster: PlaceCluster): string {
  return cluster.records[0]?.sourceKey.slice('stps:'.length) ?? '';
}
