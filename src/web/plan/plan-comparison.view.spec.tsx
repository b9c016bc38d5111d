import { voiceIn } from '../../wording/voice.js';
import { textOf } from '../../../test/support/rendered-text.js';
import { PlanComparison } from './plan-comparison.view.js';
import type { ShownPlan } from './plan.query.js';

const RISK_BASED: ShownPlan = {
  id: '1',
  kind: 'RISK_BASED',
  state: 'DRAFT',
  horizonFrom: '2026-11-23',
  horizonWeeks: 52,
  createdAt: '2026-11-22T17:05:09.585Z',
  value: 560.84,
  upperBound: 913.62,
  measures: {
    visits: 409,
    visitDays: 262,
    jointShare: 0.643,
    expectedFindings: 240.87,
    harmAvoided: 9050.08,
    hours: 5044.3,
    mustVisits: 35,
    lateVisits: 2,
    dueNotVisited: 9,
  },
};
const CADENCE: ShownPlan = {
  ...RISK_BASED,
  id: '2',
  kind: 'FIXED_CADENCE',
  value: null,
  upperBound: null,
  measures: { ...RISK_BASED.measures, visits: 410, visitDays: 410, jointShare: 0, expectedFindings: 226.28 },
};

function text(plans: readonly ShownPlan[]): string {
  return textOf(<PlanComparison voice={voiceIn('da')} plans={plans} />).replace(/\u00a0/g, ' ');
}

describe('PlanComparison', () => {
  it('sets the two plans side by side with their difference, each in its own unit', () => {
    const shown = text([CADENCE, RISK_BASED]);

    expect(shown).toContain('Udkast 52 uger fra 23. november 2026. Beregnet 22. november 2026.');
    expect(shown).toContain('Besøg af enkelte myndigheder 409 410 -1');
    expect(shown).toContain('Dage, hvor et sted får besøg Et fælles besøg er én dag 262 410 -148');
    expect(shown).toContain('Andel af besøg, der er fælles 64 % 0 % +64 procentpoint');
    expect(shown).toContain('Besøg, der ventes at finde noget alvorligt 240,9 226,3 +14,6');
    expect(shown).toContain('Timer i alt 5.044 5.044 0');
  });

  it('says how near to the best possible the plan is known to be', () => {
    expect(text([RISK_BASED, CADENCE])).toContain(
      'Planens værdi er 560,8. Ingen plan for samme opgave kan nå over 913,6; planen når mindst 61,3 % af det mulige.',
    );
    expect(text([{ ...RISK_BASED, upperBound: null }])).not.toContain('Planens værdi');
  });

  it('compares with nothing where no fixed cadence was planned', () => {
    expect(text([RISK_BASED])).toContain('Besøg af enkelte myndigheder 409 – –');
  });

  it('says that there is no plan yet', () => {
    expect(text([])).toContain('Der er endnu ingen plan En plan bliver lagt, når stederne er scoret.');
  });
});
