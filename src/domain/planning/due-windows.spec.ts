import { dueWindow } from './due-windows.js';
import type { PolicyRule } from './policy.js';
import { day, type Day } from '../shared/day.js';

const SUBJECT = { authority: 'SOCIALTILSYNET', facilityType: null, band: null } as const;

function rule(
  kind: PolicyRule['kind'],
  days: number,
  validFrom = '2014-01-01',
  validTo: string | null = null,
): PolicyRule {
  return {
    ...SUBJECT,
    kind,
    days,
    validFrom: day(validFrom),
    validTo: validTo === null ? null : day(validTo),
    source: 'for the spec',
    confirmed: false,
  };
}

function windowOf(
  rules: PolicyRule[],
  lastVisitOn: string | null,
  startsOn = '2026-11-30',
  dutyFrom: Day | null = null,
) {
  return dueWindow(
    rules,
    SUBJECT,
    { lastVisitOn: lastVisitOn === null ? null : day(lastVisitOn), dutyFrom },
    day(startsOn),
  );
}

describe(dueWindow.name, () => {
  it('counts both ends from the last visit', () => {
    const rules = [rule('MIN_INTERVAL', 120), rule('MAX_INTERVAL', 365)];

    expect(windowOf(rules, '2026-10-01')).toEqual({ earliest: '2027-01-29', latest: '2027-10-01' });
  });

  it('opens at once and keeps a passed deadline as passed', () => {
    const rules = [rule('MIN_INTERVAL', 120), rule('MAX_INTERVAL', 365)];

    expect(windowOf(rules, '2025-06-01')).toEqual({ earliest: '2026-11-30', latest: '2026-06-01' });
  });

  it('has no deadline where no row sets one', () => {
    expect(windowOf([], '2025-06-01')).toEqual({ earliest: '2026-11-30', latest: null });
  });

  it('counts from the approval, else from the start, where no visit is known', () => {
    const rules = [rule('MAX_INTERVAL', 365)];

    expect(windowOf(rules, null, '2026-11-30', day('2026-10-01')).latest).toBe('2027-10-01');
    expect(windowOf(rules, null).latest).toBe('2027-11-30');
  });

  it('drops a deadline that falls after the rule has ended, and keeps one on its last day', () => {
    expect(windowOf([rule('MAX_INTERVAL', 365, '2014-01-01', '2027-03-01')], '2026-03-02').latest).toBeNull();
    expect(windowOf([rule('MAX_INTERVAL', 365, '2014-01-01', '2027-03-01')], '2026-03-01').latest).toBe(
      '2027-03-01',
    );
  });

  it('counts by the rule in force when the interval ends', () => {
    const rules = [
      rule('MAX_INTERVAL', 365, '2014-01-01', '2026-12-31'),
      rule('MAX_INTERVAL', 730, '2027-01-01'),
    ];

    expect(windowOf(rules, '2026-02-01').latest).toBe('2028-02-01');
    expect(windowOf(rules, '2025-12-15').latest).toBe('2026-12-15');
  });

  it('lets a new rule that is already passed fall due on its first day', () => {
    const rules = [rule('MAX_INTERVAL', 365, '2027-01-01')];

    expect(windowOf(rules, '2020-01-01').latest).toBe('2027-01-01');
  });

  it('opens the window when a shorter interval takes over', () => {
    const rules = [
      rule('MIN_INTERVAL', 365, '2014-01-01', '2026-12-31'),
      rule('MIN_INTERVAL', 30, '2027-01-01'),
    ];

    expect(windowOf(rules, '2026-10-01').earliest).toBe('2027-01-01');
  });
});
