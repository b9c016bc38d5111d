import fc from 'fast-check';
import { temper, untemper } from './temper.js';

describe(temper.name, () => {
  it('moves doubtful and sure probabilities towards one half, and keeps one half', () => {
    expect(temper(0.5)).toBe(0.5);
    expect(temper(0.9)).toBeCloseTo(0.803, 3);
    expect(temper(0.1)).toBeCloseTo(0.197, 3);
    expect([temper(0), temper(1)]).toEqual([0, 1]);
  });

  it('keeps the order, and can be taken back', () => {
    const probability = fc.double({ min: 0.000001, max: 0.999999, noNaN: true });

    fc.assert(
      fc.property(probability, probability, (one, other) => {
        expect(Math.sign(temper(one) - temper(other)) * Math.sign(one - other)).toBeGreaterThanOrEqual(0);
        expect(untemper(temper(one))).toBeCloseTo(one, 9);
      }),
    );
  });
});
