import { dueWindow } from './due-windows.js';
import { pickRule } from './policy.js';
import { proposedPolicyRules } from './proposed-policy.js';
import { day } from '../shared/day.js';

const ANY_TILBUD = { authority: 'SOCIALTILSYNET', facilityType: null, band: null } as const;

describe(proposedPolicyRules.name, () => {
  const rules = proposedPolicyRules(day('2026-07-01'));

  it('ends the yearly visit the day before L 200 begins, whatever day that is', () => {
    expect(pickRule(rules, 'MAX_INTERVAL', ANY_TILBUD, day('2026-06-30'))?.days).toBe(365);
    expect(pickRule(rules, 'MAX_INTERVAL', ANY_TILBUD, day('2026-07-01'))?.days).not.toBe(365);
    const later = proposedPolicyRules(day('2027-01-01'));
    expect(pickRule(later, 'MAX_INTERVAL', ANY_TILBUD, day('2026-12-31'))?.days).toBe(365);
  });

  it('leaves no yearly deadline that would fall after the repeal', () => {
    const visitedInMarch = { lastVisitOn: day('2026-03-01'), dutyFrom: null };
    const { latest } = dueWindow(rules, ANY_TILBUD, visitedInMarch, day('2026-05-04'));

    expect(latest).toBe('2028-02-29'); // 730 days, not 365: on 1 March 2027 the yearly rule no longer holds
  });

  it('confirms nothing and gives a source for every row', () => {
    for (const rule of rules) {
      expect(rule.confirmed).toBe(false);
      expect(rule.source.length).toBeGreaterThan(20);
    }
  });

  it('says of every interval after the repeal that it is an assumption and not law', () => {
    const afterRepeal = rules.filter((rule) => rule.kind.endsWith('INTERVAL') && rule.validTo === null);

    expect(afterRepeal.length).toBeGreaterThan(0);
    for (const rule of afterRepeal) expect(rule.source).toContain('Antagelse, ikke lov');
  });
});
