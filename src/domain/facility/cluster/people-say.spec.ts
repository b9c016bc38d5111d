import type { SourceKey } from '../../shared/authority.js';
import type { MatchDecision, MatchDecisionKind } from '../match/match-decision.js';
import { matchFacilities } from '../match-facilities.js';
import { afdeling, location, productionUnit } from '../source-record.factory.js';
import type { SourceRecord } from '../source-record.js';

const P_1 = '1004128795';
const [T1, T2, S1, A1] = [
  'socialtilsynet:T1',
  'socialtilsynet:T2',
  'stps:S1',
  'arbejdstilsynet:A1',
] as SourceKey[];

const decision = (
  kind: MatchDecisionKind,
  left: SourceKey | undefined,
  right: SourceKey | undefined,
  decidedAt = '2026-11-01 10:00:00',
): MatchDecision => ({ id: `${kind} ${decidedAt}`, kind, leftKeys: [left!], rightKeys: [right!], decidedAt });

const places = (records: readonly SourceRecord[], ...decisions: MatchDecision[]): string[] =>
  matchFacilities(records, [], decisions).clusters.map((cluster) =>
    cluster.records.map(({ sourceKey }) => sourceKey.replace(/^\w+:/, '')).join(' '),
  );

const apart = [
  afdeling('T1', { name: 'Orion', address: 'Skovvej 1, 8000' }),
  location('S1', { name: 'Havblik', address: 'Engvej 9, 6720' }),
];
const together = [
  afdeling('T1', { name: 'Orion', address: 'Skovvej 1, 8000', pNumber: P_1 }),
  productionUnit('A1', { name: 'Orion', address: 'Skovvej 1, 8000', pNumber: P_1 }),
  location('S1', { name: 'Orion', address: 'Skovvej 1, 8000', pNumber: P_1 }),
];

describe('what people decided', () => {
  it('brings together what no evidence does, and says who said so', () => {
    const [cluster] = matchFacilities(apart, [], [decision('MERGE', T1, S1)]).clusters;

    expect(places(apart)).toEqual(['T1', 'S1']);
    expect(cluster?.records).toEqual([
      { sourceKey: T1, rule: 'PERSON', confidence: 1, decidedBy: 'PERSON', comparedWith: S1 },
      { sourceKey: S1, rule: 'PERSON', confidence: 1, decidedBy: 'PERSON', comparedWith: T1 },
    ]);
  });

  it.each(['SPLIT', 'NEVER_LINK'] as const)('keeps apart what all evidence brings together: %s', (kind) => {
    expect(places(together)).toEqual(['A1 T1 S1']);
    expect(places(together, decision(kind, T1, S1), decision(kind, A1, S1))).toEqual(['A1 T1', 'S1']);
  });

  it('keeps two records apart also where a third one would join them', () => {
    expect(
      places(together, decision('NEVER_LINK', T1, S1)).map((place) => place.includes('T1 S1')),
    ).not.toContain(true);
  });

  it('holds as it was decided last', () => {
    const first = decision('MERGE', T1, S1, '2026-11-01 10:00:00');
    const second = decision('NEVER_LINK', S1, T1, '2026-11-02 10:00:00');

    expect(places(apart, first, second)).toEqual(['T1', 'S1']);
    expect(places(apart, second, first)).toEqual(['T1', 'S1']);
  });

  it('lets a P-unit at another address cover the place instead of joining the two', () => {
    const records = [
      afdeling('T1', { name: 'Orion', address: 'Skovvej 1, 8000' }),
      afdeling('T2', { name: 'Havblik', address: 'Torvet 4, 6720' }),
      productionUnit('A1', { name: 'Havblik', address: 'Torvet 4, 6720' }),
    ];

    expect(places(records, decision('MERGE', A1, T1))).toEqual(['A1 T1', 'A1 T2']);
    expect(places(records, decision('MERGE', A1, T1), decision('NEVER_LINK', A1, T2))).toEqual([
      'A1 T1',
      'T2',
    ]);
  });

  it('is shown with the pair that it is about', () => {
    const { candidates } = matchFacilities(
      together,
      [],
      [decision('NEVER_LINK', T1, S1), decision('MERGE', A1, T1)],
    );
    const shown = [...candidates()].map(({ leftKey, rightKey, state, decidedBy }) => [
      leftKey,
      rightKey,
      state,
      decidedBy,
    ]);

    expect(shown).toContainEqual([T1, S1, 'APART', 'PERSON']);
    expect(shown).toContainEqual([A1, T1, 'LINKED', 'PERSON']);
  });

  it('says nothing of records that are not there', () => {
    expect(places(apart, decision('MERGE', T1, T2))).toEqual(['T1', 'S1']);
  });
});
