import { day } from '../../shared/day.js';
import { planDifferences, type ComparedVisit, type DifferenceGrounds } from './plan-difference.js';

const NOTHING: DifferenceGrounds = {
  closed: new Set(),
  added: new Set(),
  decided: new Set(),
  rescored: new Set(),
  commonFrom: day('2026-11-30'),
  commonTo: day('2027-10-04'),
};
const visit = (id: string, weekStart: string, authorities: ComparedVisit['authorities']): ComparedVisit => ({
  id,
  facilityId: `place of ${id}`,
  weekStart: day(weekStart),
  authorities,
});

describe(planDifferences.name, () => {
  it('tells what was moved, joined, added and dropped, and leaves out what stayed', () => {
    const before = [
      visit('stays', '2026-12-07', ['STPS']),
      visit('moves', '2026-12-07', ['STPS']),
      visit('joins', '2026-12-14', ['STPS']),
      visit('goes', '2026-12-21', ['STPS']),
    ];
    const after = [
      visit('stays', '2026-12-07', ['STPS']),
      visit('moves', '2027-01-04', ['STPS']),
      visit('joins', '2026-12-14', ['ARBEJDSTILSYNET', 'STPS']),
      visit('comes', '2027-02-01', ['STPS']),
    ];

    const found = planDifferences(before, after, NOTHING);

    expect(found.map(({ kind, facilityId }) => [kind, facilityId])).toEqual([
      ['JOINED', 'place of joins'],
      ['DROPPED', 'place of goes'],
      ['MOVED', 'place of moves'],
      ['ADDED', 'place of comes'],
    ]);
    expect(new Set(found.map(({ cause }) => cause))).toEqual(new Set(['REPLANNED']));
  });

  it('names the cause that lies nearest', () => {
    const cause = (id: string, grounds: Partial<DifferenceGrounds>, week = '2026-12-07'): string =>
      planDifferences([visit(id, week, ['STPS'])], [], { ...NOTHING, ...grounds })[0]!.cause;
    const place = new Set(['place of x']);

    expect(cause('x', { closed: place, decided: place })).toBe('FACILITY_CLOSED');
    expect(cause('x', { decided: place, rescored: place })).toBe('DECISION');
    expect(cause('x', { rescored: place })).toBe('SCORE_CHANGED');
    expect(cause('x', { rescored: place }, '2026-11-23')).toBe('HORIZON');
  });
});
