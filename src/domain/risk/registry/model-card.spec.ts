import { modelCard, type CardFacts } from './model-card.js';
import { recordDifference } from './model-record.js';
import { COMBINATION_RULE_VERSION_1 } from '../dimensions/combination-rule.js';
import { FEATURES } from '../features/features.js';
import { RISK_BANDS_VERSION_3 } from '../risk-bands-version-3.js';
import { linearTerm, riskModel } from '../risk-model.factory.js';
import type { TrainedModel } from '../train-models.js';

const NOTHING = { over: 'rule', auc: 0, interval: [0, 0], isOutside: false } as const;
const adoption = {
  method: 'RULE',
  visits: 0,
  overRule: NOTHING,
  overLastResult: NOTHING,
  challenge: NOTHING,
} as const;
const trained = (weight: number): TrainedModel => ({
  model: riskModel({ authority: 'STPS', terms: [linearTerm('OPEN_ORDERS', weight)] }),
  adoption,
});
const FACTS: CardFacts = {
  version: 2,
  inForce: 2,
  decisions: [
    { version: 1, decision: 'APPROVED', decidedBy: 'Bo', reason: 'the first one' },
    { version: 2, decision: 'APPROVED', decidedBy: 'Anna', reason: 'better on the last year' },
  ],
  bands: RISK_BANDS_VERSION_3,
  combination: COMBINATION_RULE_VERSION_1,
};

describe(modelCard.name, () => {
  const card = modelCard([trained(0.31)], FACTS, FEATURES);

  it('tells status, who approved it, what is weighed, and the rule and bands of the tables', () => {
    expect(card).toContain('- in force: approved by a named person');
    expect(card).toContain('- APPROVED by Anna: better on the last year');
    expect(card.join('\n')).not.toContain('Bo');
    expect(card.find((line) => line.startsWith('- OPEN_ORDERS:'))).toContain(
      'expected with more of it: more risk',
    );
    expect(card).toContain('- severity: 5.00 points for each step (0-4) from the usual, 2.5');
    expect(card.filter((line) => line.startsWith('- VERY_HIGH from 60.00'))).toHaveLength(1);
  });

  it('is compared line by line: only what changed differs', () => {
    const other = modelCard([trained(0.32)], FACTS, FEATURES);

    expect(recordDifference(card, card)).toEqual([]);
    const difference = recordDifference(card, other);
    expect(difference).toHaveLength(2);
    expect(difference[0]).toMatch(/^- - term: OPEN_ORDERS, 0\.3100/);
    expect(difference[1]).toMatch(/^\+ - term: OPEN_ORDERS, 0\.3200/);
  });
});
