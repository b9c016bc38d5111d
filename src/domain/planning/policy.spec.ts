import { pickRule, type PolicyRule } from './policy.js';
import { day } from '../shared/day.js';

const RULE: PolicyRule = {
  authority: 'SOCIALTILSYNET',
  kind: 'MAX_INTERVAL',
  facilityType: null,
  band: null,
  days: 365,
  validFrom: day('2014-01-01'),
  validTo: null,
  source: 'for the spec',
  confirmed: false,
};
const SUBJECT = { authority: 'SOCIALTILSYNET', facilityType: 'KRISECENTER', band: 'HIGH' } as const;

function daysOn(
  rules: PolicyRule[],
  on: string,
  subject: Parameters<typeof pickRule>[2] = SUBJECT,
): number | undefined {
  return pickRule(rules, 'MAX_INTERVAL', subject, day(on))?.days;
}

describe(pickRule.name, () => {
  it('holds from its first to its last day, both included', () => {
    const rules = [{ ...RULE, validFrom: day('2026-01-01'), validTo: day('2026-06-30') }];

    expect(daysOn(rules, '2025-12-31')).toBeUndefined();
    expect(daysOn(rules, '2026-01-01')).toBe(365);
    expect(daysOn(rules, '2026-06-30')).toBe(365);
    expect(daysOn(rules, '2026-07-01')).toBeUndefined();
  });

  it('lets a row for the band go before one for the type, and that before a general one', () => {
    const general = RULE;
    const forType: PolicyRule = { ...RULE, facilityType: 'KRISECENTER', days: 300 };
    const forBand: PolicyRule = { ...RULE, band: 'HIGH', days: 180 };

    expect(daysOn([general, forType, forBand], '2026-01-01')).toBe(180);
    expect(daysOn([general, forType], '2026-01-01')).toBe(300);
    expect(daysOn([forBand, general], '2026-01-01', { ...SUBJECT, band: 'LOW' })).toBe(365);
    expect(daysOn([forType], '2026-01-01', { ...SUBJECT, facilityType: null })).toBeUndefined();
  });

  it('lets the later row decide among rows of one kind, and the stricter where they begin together', () => {
    const later = { ...RULE, validFrom: day('2026-01-01'), days: 730 };

    expect(daysOn([later, RULE], '2026-03-01')).toBe(730);
    expect(daysOn([RULE, { ...RULE, days: 400 }], '2026-03-01')).toBe(365);
    const shortest = [90, 120].map((days): PolicyRule => ({ ...RULE, kind: 'MIN_INTERVAL', days }));
    expect(pickRule(shortest, 'MIN_INTERVAL', SUBJECT, day('2026-03-01'))?.days).toBe(120);
  });

  it('does not mix authorities', () => {
    expect(daysOn([{ ...RULE, authority: 'STPS' }], '2026-03-01')).toBeUndefined();
  });
});
