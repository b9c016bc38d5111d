import { day } from '../../shared/day.js';
import type { PolicyRule } from '../policy.js';
import { noticeProblem, noticeWindow } from './notice-window.js';

const rule = (authority: PolicyRule['authority'], kind: PolicyRule['kind'], days: number): PolicyRule => ({
  authority,
  kind,
  days,
  facilityType: null,
  band: null,
  validFrom: day('2014-01-01'),
  validTo: null,
  source: 'spec',
  confirmed: false,
});
const RULES = [
  rule('SOCIALTILSYNET', 'NOTICE_AT_MOST', 28),
  rule('STPS', 'NOTICE_AT_MOST', 30),
  rule('STPS', 'NOTICE_AT_LEAST', 14),
  rule('ARBEJDSTILSYNET', 'NOTICE_AT_LEAST', 30),
];
const subject = { facilityType: null, band: null };
const VISIT = day('2026-12-29');

describe(noticeWindow.name, () => {
  it('lets a place be told when each of those who come may tell it', () => {
    const window = noticeWindow(RULES, { ...subject, authorities: ['SOCIALTILSYNET', 'STPS'] }, VISIT);

    expect(window).toEqual({ from: '2026-12-01', to: '2026-12-15' });
    expect(noticeProblem(window, day('2026-11-30'))).toBe('TOO_EARLY');
    expect(noticeProblem(window, day('2026-12-01'))).toBeUndefined();
    expect(noticeProblem(window, day('2026-12-15'))).toBeUndefined();
    expect(noticeProblem(window, day('2026-12-16'))).toBe('TOO_LATE');
  });

  it('tells nothing where a rule is missing or two contradict each other', () => {
    const without = noticeWindow(RULES, { ...subject, authorities: ['ARBEJDSTILSYNET'] }, VISIT);
    const both = noticeWindow(
      [...RULES, rule('ARBEJDSTILSYNET', 'NOTICE_AT_MOST', 28)],
      { ...subject, authorities: ['ARBEJDSTILSYNET'] },
      VISIT,
    );

    expect([noticeProblem(without, VISIT), noticeProblem(both, VISIT)]).toEqual(['NO_RULE', 'NEVER']);
  });
});
