import { addDays, day } from '../../shared/day.js';
import { aFacility, aGroup, anInstance, anOffice, aPart, monday } from '../planning-instance.factory.js';
import { consequencesOf, type ChangeSurroundings, type ChangeEffects } from './consequences.js';
import { changedVisit, type PlacedVisit, type VisitChange } from './visit-change.js';

const BY = { authority: 'STPS', unit: 'STPS' } as const;
const STPS_PART = { officeId: 'STPS/Nord' };
const WORK_PART = { officeId: 'ARBEJDSTILSYNET/Nord' };
const INSTANCE = anInstance(
  [
    aFacility('a', [aPart('STPS', STPS_PART), aPart('ARBEJDSTILSYNET', WORK_PART)]),
    aFacility('b', [aPart('STPS', STPS_PART)], { vetoedWeeks: [7] }),
  ],
  {
    offices: [
      anOffice('STPS', [aGroup(12, 15)], { id: 'STPS/Nord', name: 'Nord' }),
      anOffice('ARBEJDSTILSYNET', [aGroup(12, 15)], { id: 'ARBEJDSTILSYNET/Nord', name: 'Nord' }),
    ],
  },
);

const part = (unit: 'STPS' | 'ARBEJDSTILSYNET', hours: number): PlacedVisit['parts'][number] => ({
  authority: unit,
  responsibleUnit: unit,
  office: 'Nord',
  hours,
  latestOn: null,
  reasons: ['RISK'],
  form: unit === 'STPS' ? 'ANNOUNCED' : 'UNANNOUNCED',
});
const JOINT: PlacedVisit = {
  id: 'joint',
  facilityId: 'a',
  weekStart: monday(2),
  mode: 'SAME_VISIT',
  parts: [part('ARBEJDSTILSYNET', 10), part('STPS', 10)],
};
const ALONE: PlacedVisit = {
  id: 'alone',
  facilityId: 'b',
  weekStart: monday(5),
  mode: 'SINGLE',
  parts: [part('STPS', 10)],
};

function effects(
  former: PlacedVisit,
  change: VisitChange,
  over: Partial<ChangeSurroundings> = {},
): ChangeEffects {
  const around: ChangeSurroundings = {
    instance: INSTANCE,
    visits: [JOINT, ALONE],
    inspectors: [],
    leave: [],
    holidays: [],
    noticeRules: [],
    today: addDays(monday(0), -3),
    ...over,
  };
  const next = changedVisit(around.instance, former, former.facilityId, change, BY);
  return consequencesOf(around, former, next, BY, false);
}
const codes = ({ consequences }: ChangeEffects): string[] =>
  consequences.map(({ severity, code }) => `${severity} ${code}`);

describe(consequencesOf.name, () => {
  it('tells that an office has too few hours, and how few', () => {
    const found = effects(ALONE, { kind: 'MOVED', weekStart: monday(2) });

    expect(codes(found)).toContain('BREAKS CAPACITY');
    expect(found.loads).toContainEqual(
      expect.objectContaining({ office: 'Nord', weekFrom: monday(2), available: 15, before: 10, after: 20 }),
    );
  });

  it('tells that partners must answer again, and of nothing where there is nothing', () => {
    expect(codes(effects(JOINT, { kind: 'MOVED', weekStart: monday(3) }))).toEqual(['TELLS ANSWER_AGAIN']);
    expect(
      codes(effects(ALONE, { kind: 'MOVED', weekStart: monday(6) })).filter(
        (code) => !code.includes('NOTICE'),
      ),
    ).toEqual([]);
  });

  it('tells of closed weeks, holidays, absence and passed deadlines', () => {
    const found = effects({ ...ALONE, parts: [{ ...part('STPS', 10), latestOn: monday(6) }] }, { kind: 'MOVED', weekStart: monday(7) }, {
      holidays: [addDays(monday(7), 1), addDays(monday(7), 5)],
      inspectors: [{ inspectorCode: 'i1', authority: 'STPS', responsibleUnit: 'STPS', office: 'Nord', competences: [], hoursPerWeek: 37, validFrom: day('2026-01-01'), validTo: null }],
      leave: [{ inspectorCode: 'i1', from: addDays(monday(7), 4), to: addDays(monday(8), 2) }],
    }); // prettier-ignore

    expect(found.consequences).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'VETO', severity: 'BREAKS' }),
        expect.objectContaining({ code: 'LATE', amount: 2 }),
        expect.objectContaining({ code: 'HOLIDAYS', amount: 1 }),
        expect.objectContaining({ code: 'ABSENCE', amount: 1 }),
      ]),
    );
  });

  it('tells what gets better, too', () => {
    const crowded = { ...ALONE, weekStart: monday(2) };

    expect(
      codes(effects(crowded, { kind: 'MOVED', weekStart: monday(5) }, { visits: [JOINT, crowded] })),
    ).toContain('MENDS CAPACITY');
  });

  it('measures the place before and after', () => {
    const { before, after } = effects(JOINT, { kind: 'PART_DROPPED' });

    expect([before.visits, after.visits]).toEqual([2, 1]);
    expect(after.expectedFindings).toBeLessThan(before.expectedFindings);
  });
});

describe(changedVisit.name, () => {
  it('reckons the hours of those who are left anew, and makes a joint visit single', () => {
    const left = changedVisit(INSTANCE, JOINT, 'a', { kind: 'PART_DROPPED' }, BY)!;

    expect([left.mode, left.parts.map(({ responsibleUnit, hours }) => [responsibleUnit, hours])]).toEqual([
      'SINGLE',
      [['ARBEJDSTILSYNET', 10]],
    ]);
  });

  it('joins a visit of the same week, and refuses what makes no sense', () => {
    const other = { ...JOINT, mode: 'SINGLE' as const, parts: [part('ARBEJDSTILSYNET', 10)] };
    const added = changedVisit(
      INSTANCE,
      other,
      'a',
      { kind: 'VISIT_ADDED', weekStart: monday(2), form: 'ANNOUNCED' },
      BY,
    )!;

    expect([added.mode, added.parts.map(({ hours }) => hours)]).toEqual(['SAME_VISIT', [10, 10]]);
    expect(() => changedVisit(INSTANCE, other, 'a', { kind: 'PART_DROPPED' }, BY)).toThrow(
      'has no part in this visit',
    );
    expect(() =>
      changedVisit(INSTANCE, ALONE, 'b', { kind: 'MODE_CHANGED', mode: 'SAME_VISIT' }, BY),
    ).toThrow('mode is SAME_VISIT');
    expect(() => changedVisit(INSTANCE, ALONE, 'b', { kind: 'MOVED', weekStart: monday(5) }, BY)).toThrow(
      'already',
    );
  });
});
