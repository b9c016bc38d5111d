import { day } from '../../domain/shared/day.js';
import { demoRecords, type DemoRecords } from './demo-records.js';
import { measureAccuracy } from './measure-accuracy.js';

const country = (places: number, seed: number, noise = 1): DemoRecords =>
  demoRecords({ places, seed, noise, from: day('2026-10-01'), deliveredOn: day('2026-11-01') });

/** The country as it is where not every register has delivered. */
function without({ records, sorUnits, truth }: DemoRecords, ...missing: string[]): DemoRecords {
  const isThere = (sourceKey: string): boolean =>
    !missing.some((register) => sourceKey.startsWith(`${register}:`));
  return {
    records: records.filter(({ sourceKey }) => isThere(sourceKey)),
    sorUnits,
    truth: truth.filter(([sourceKey]) => isThere(sourceKey)),
  };
}

describe('merging with little to learn from', () => {
  it.each([[1], [3], [7], [30]])('finds the places of %i places, more untidy than usual', (places) => {
    for (const seed of [211, 212, 213]) {
      const { precision, recall } = measureAccuracy(country(places, seed, 1.5));

      expect(precision).toBe(1);
      expect(recall).toBeGreaterThanOrEqual(0.95);
    }
  });

  it.each(['socialtilsynet', 'arbejdstilsynet', 'stps'])('does without %s', (missing) => {
    const { precision, recall, waiting } = measureAccuracy(without(country(600, 201), missing));

    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(waiting).toBeLessThanOrEqual(0.03);
  });

  it('asks nothing and links nothing across registers where there is one alone', () => {
    const { records, waiting, precision } = {
      ...without(country(300, 201), 'arbejdstilsynet', 'stps'),
      ...measureAccuracy(without(country(300, 201), 'arbejdstilsynet', 'stps')),
    };

    expect(records.length).toBeGreaterThan(300);
    expect([waiting, precision]).toEqual([0, 1]);
  });

  it('does without what SOR would add', () => {
    const { precision, recall } = measureAccuracy({ ...country(600, 204), sorUnits: [] });

    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });
});
