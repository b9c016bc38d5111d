import { Noise } from './noise.js';

describe(Noise.name, () => {
  it.each([
    [0, 0.1, 0],
    [1, 0.1, 0.1],
    [1.5, 0.1, 0.15],
    [3, 0.6, 0.95],
  ])('at level %p makes a share of %p into %p', (level, share, expected) => {
    expect(new Noise(level).share(share)).toBeCloseTo(expected, 10);
  });
});
