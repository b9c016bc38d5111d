import { weekHasEnded } from './week-has-ended.js';

describe(weekHasEnded.name, () => {
  it.each([
    ['2026-11-16', false],
    ['2026-11-22', false],
    ['2026-11-23', true],
  ])('of the week from 16 November 2026 is on %s: %s', (today, hasEnded) => {
    expect(weekHasEnded('2026-11-16', today)).toBe(hasEnded);
  });
});
