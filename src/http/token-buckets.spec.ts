import fc from 'fast-check';
import { TokenBuckets } from './token-buckets.js';

describe(TokenBuckets.name, () => {
  it('lets a burst pass, then says how long to wait', () => {
    const buckets = new TokenBuckets(2, 3);

    expect([1, 2, 3, 4, 5].map(() => buckets.take('a', 0))).toEqual([0, 0, 0, 1, 1]);
    expect(new TokenBuckets(0.1, 1).take('a', 0)).toBe(0);
  });

  it('rounds the wait up to whole seconds', () => {
    const buckets = new TokenBuckets(0.1, 1);
    buckets.take('a', 0);

    expect(buckets.take('a', 500)).toBe(10);
  });

  it('fills again at its rate, and never above the burst', () => {
    const buckets = new TokenBuckets(2, 3);
    for (let taken = 0; taken < 3; taken += 1) buckets.take('a', 0);

    expect([buckets.take('a', 499), buckets.take('a', 500), buckets.take('a', 501)]).toEqual([1, 0, 1]);
    expect([1, 2, 3, 4].map(() => buckets.take('a', 1_000_000))).toEqual([0, 0, 0, 1]);
  });

  it('counts each asker alone', () => {
    const buckets = new TokenBuckets(1, 1);

    expect([buckets.take('a', 0), buckets.take('b', 0), buckets.take('a', 0)]).toEqual([0, 0, 1]);
  });

  it('gives nothing for a clock that goes backwards', () => {
    const buckets = new TokenBuckets(1, 1);
    buckets.take('a', 10_000);

    expect([buckets.take('a', 0), buckets.take('a', 10_500)]).toEqual([1, 1]);
  });

  it('keeps no more buckets than allowed, those used last', () => {
    const buckets = new TokenBuckets(1, 1, 2);
    for (const asker of ['a', 'b', 'a', 'c']) buckets.take(asker, 0);

    expect(buckets.size).toBe(2);
    expect(buckets.take('a', 0)).toBe(1);
  });

  it('never lets more pass than burst and rate allow, in whatever rhythm', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 200 }),
        (perSecond, burst, pauses) => {
          const buckets = new TokenBuckets(perSecond, burst);
          let now = 0;
          let passed = 0;
          for (const pause of pauses) {
            now += pause;
            if (buckets.take('a', now) === 0) passed += 1;
          }
          expect(passed).toBeLessThanOrEqual(burst + (now / 1000) * perSecond + 1e-6);
        },
      ),
    );
  });
});
