import { modelRecord, recordDifference } from './model-record.js';
import { curveTerm, linearTerm, riskModel } from '../risk-model.factory.js';

describe(modelRecord.name, () => {
  it('names every term, setting and feature left out, whatever their order', () => {
    const terms = [linearTerm('B', 0.25), curveTerm('A', { borders: [2], steps: [0, 0.5] })];
    const dropped = [{ key: 'C', reason: 'COLLINEAR' as const }];
    const record = modelRecord(riskModel({ terms, dropped }), null);

    expect(record).toEqual(modelRecord(riskModel({ terms: terms.toReversed(), dropped }), null));
    expect(record).toContain('term: A, steps 0.0000 | 0.5000 at 2, not known 0.0000');
    expect(record).toContain('term: B, 0.2500 per 1.0000 (LINEAR), not known 0.0000');
    expect(record).toContain('left out: C (COLLINEAR)');
    expect(record).toContain('settings: ridge 100, half-life 1.5 years, first visits yes, peers yes');
  });
});

describe(recordDifference.name, () => {
  it('tells what is gone and what is new, and nothing of what stayed', () => {
    const of = (weight: number): string[] =>
      modelRecord(riskModel({ terms: [linearTerm('A', weight)] }), null);

    expect(recordDifference(of(0.1), of(0.2))).toEqual([
      '- term: A, 0.1000 per 1.0000 (LINEAR), not known 0.0000',
      '+ term: A, 0.2000 per 1.0000 (LINEAR), not known 0.0000',
    ]);
    expect(recordDifference(of(0.1), of(0.1))).toEqual([]);
  });
});
