import { strongestCause } from './strongest-cause.js';

describe(strongestCause.name, () => {
  it('is the circumstance that raises most, never the starting point', () => {
    const terms = [
      { kind: 'BASELINE', hundredths: 900 },
      { kind: 'FEATURE', hundredths: 120 },
      { kind: 'FEATURE', hundredths: 300 },
      { kind: 'FEATURE', hundredths: -800 },
    ] as const;

    expect(strongestCause(terms)).toBe(terms[2]);
  });

  it('is none where nothing raises', () => {
    expect(strongestCause([{ kind: 'FEATURE', hundredths: 0 }])).toBeUndefined();
  });
});
