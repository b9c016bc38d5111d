import fc from 'fast-check';
import { Draws } from './draws.js';

function mean(count: number, draw: () => number): number {
  return Array.from({ length: count }, draw).reduce((sum, value) => sum + value, 0) / count;
}

describe(Draws.name, () => {
  it('gives the same stream for the same seed and topic, and another for another topic', () => {
    const first = Draws.for(1, 'a').uniform();

    expect(Draws.for(1, 'a').uniform()).toBe(first);
    expect(Draws.for(1, 'b').uniform()).not.toBe(first);
    expect(Draws.for(2, 'a').uniform()).not.toBe(first);
  });

  it('draws whole numbers between the two limits, both included', () => {
    const draws = Draws.for(1, 'whole');
    const seen = new Set(Array.from({ length: 200 }, () => draws.whole(-1, 2)));

    expect([...seen].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
  });

  it('picks in proportion to the weights and never what has weight 0', () => {
    const draws = Draws.for(1, 'weights');
    const picked = Array.from({ length: 4_000 }, () =>
      draws.weighted([
        ['often', 3],
        ['never', 0],
        ['seldom', 1],
      ]),
    );

    expect(picked).not.toContain('never');
    expect(picked.filter((one) => one === 'often').length / 4_000).toBeCloseTo(0.75, 1);
  });

  it('refuses to pick from nothing', () => {
    expect(() => Draws.for(1, 'none').pick([])).toThrow('the list is empty');
    expect(() => Draws.for(1, 'none').weighted([])).toThrow('the weights sum to 0');
  });

  it.each([0.05, 0.8, 6])('counts %p events on average when the Poisson mean is that', (rate) => {
    const draws = Draws.for(1, 'poisson');

    expect(mean(20_000, () => draws.poisson(rate)) / rate).toBeCloseTo(1, 1);
  });

  it('never counts fewer than no events', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 20, noNaN: true }), (seed, rate) => {
        expect(Draws.for(seed, 'poisson').poisson(rate)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('has normal draws of mean 0 and variance 1', () => {
    const draws = Draws.for(1, 'normal');
    const values = Array.from({ length: 20_000 }, () => draws.normal());

    expect(mean(20_000, () => values.pop() ?? NaN)).toBeCloseTo(0, 1);
    expect(mean(20_000, () => draws.normal() ** 2)).toBeCloseTo(1, 1);
  });
});
